package org.hopscotch.harness.campaign;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.hopscotch.generators.choice.Choices;
import org.hopscotch.generators.choice.Minimized;
import org.hopscotch.generators.choice.Recording;
import org.hopscotch.model.scenario.InvariantId;
import org.hopscotch.model.scenario.Judgement;
import org.hopscotch.reports.RunResult;

/// Judges the cases of one batch in order, then makes the first case of each cause small, and what
/// came up on the way. All of it depends on the seed and the batch alone.
final class BatchJudge {
  /// How many kinds of violation of one batch are made small: more are never read, and take long.
  static final int MOST_KINDS = 24;

  private static final int MOST_TOLD = 5;
  private static final String WITHOUT = "without the feature";

  private final long seed;
  private final Experiments experiments;
  private final Batch batch;
  private final Counts counts = new Counts();
  private final Map<String, First> causes = new LinkedHashMap<>();
  private final Map<String, Violation> small = new LinkedHashMap<>();
  private final Map<String, Catch> caught = new LinkedHashMap<>();
  private final List<String> why = new ArrayList<>();
  private long unplayed;

  BatchJudge(long seed, Experiments experiments, Batch batch) {
    this.seed = seed;
    this.experiments = experiments;
    this.batch = batch;
  }

  /// A batch's result and its files.
  record Judged(BatchResult result, List<Found> found) {}

  /// The first case of a cause; the recording is there where it is another form of the case.
  private record First(long number, long count, Optional<Recording> slip) {}

  /// A violation with the experiment that makes its files.
  private record Catch(Caught caught, Experiment<?> experiment) {}

  /// @param known which violations need no files, since an earlier case has theirs
  /// @param judged is run after each case
  Judged judge(Predicate<Violation> known, Runnable judged) {
    for (long number = batch.from(); number < batch.to(); number++) {
      long one = number;
      attempt(one, () -> draw(one, experiments.of(one)));
      judged.run();
    }
    List<String> due = new ArrayList<>(causes.keySet());
    for (int i = 0; i < Math.min(due.size(), MOST_KINDS); i++) {
      String cause = due.get(i);
      long number = causes.get(cause).number();
      attempt(number, () -> minimize(cause, causes.get(cause), experiments.of(number), due));
    }
    return result(known);
  }

  /// One case that cannot be played takes nothing from the others.
  private void attempt(long number, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      unplayed++;
      if (why.size() < MOST_TOLD) {
        why.add("case %d cannot be played: %s".formatted(number, e));
      }
    }
  }

  private <T> void draw(long number, Experiment<T> experiment) {
    T drawn = experiment.draw(Choices.unrecorded(seed, number));
    Set<String> kinds = new HashSet<>();
    counts.drawn(RunResult.CASES, experiment.name());
    experiment.describe(
        drawn,
        (group, kind) -> {
          if (experiments.isSelective()) {
            kinds.add(kind);
          }
          counts.drawn(group, kind);
        });
    if (!experiments.isWanted(experiment, kinds)) {
      counts.drawn(WITHOUT, experiment.name());
      return;
    }
    SortedMap<InvariantId, Judgement> judged = experiment.judge(drawn, counts::drawn);
    judged.forEach((id, judgement) -> counts.verdict(id.id(), judgement.verdict()));
    experiment
        .cause(drawn, judged)
        .ifPresent(cause ->
            causes.merge(
                alike(experiment, cause),
                new First(number, 1, Optional.empty()),
                (first, _) -> new First(first.number(), first.count() + 1, Optional.empty())));
  }

  private static String alike(Experiment<?> experiment, String cause) {
    return experiment.name() + ": " + cause;
  }

  private <T> void minimize(String cause, First first, Experiment<T> experiment, List<String> due) {
    Minimized<T, String> minimized =
        experiment.minimize(first.slip().orElseGet(() -> recording(first.number(), experiment)));
    Caught one = experiment.violation(first.number(), minimized);
    small.put(cause, one.violation());
    caught.putIfAbsent(one.violation().signature(), new Catch(one, experiment));
    if (first.slip().isEmpty()) {
      minimized
          .slips()
          .forEach((other, recording) -> {
            String alike = alike(experiment, other);
            if (!causes.containsKey(alike)) {
              causes.put(alike, new First(first.number(), 0, Optional.of(recording)));
              due.add(alike);
            }
          });
    }
  }

  private <T> Recording recording(long number, Experiment<T> experiment) {
    Choices choices = Choices.seeded(seed, number);
    experiment.draw(choices);
    return choices.recording();
  }

  private Judged result(Predicate<Violation> known) {
    List<Told> told =
        Told.of(caught.values().stream().map(one -> one.caught().violation()).toList());
    Map<String, String> explaining = new LinkedHashMap<>();
    List<Violation> kept = new ArrayList<>();
    List<Found> found = new ArrayList<>();
    for (Told one : told) {
      Violation violation = one.violation();
      String signature = violation.signature();
      explaining.put(signature, signature);
      one.also().forEach(other -> explaining.put(other.signature(), signature));
      if (known.test(violation)) {
        kept.add(violation);
      } else {
        attempt(
            violation.number(),
            () -> {
              found.add(found(caught.get(signature)));
              kept.add(violation);
            });
      }
    }
    SortedMap<String, BatchResult.Cause> all = new TreeMap<>();
    causes.forEach((cause, first) ->
        all.put(
            cause,
            new BatchResult.Cause(
                first.count(),
                Optional.ofNullable(small.get(cause))
                    .map(one -> explaining.get(one.signature())))));
    return new Judged(
        new BatchResult(
            batch.from(), batch.to(), counts.drawn(), counts.verdicts(), all, kept, unplayed, why),
        found);
  }

  private Found found(Catch one) {
    Violation violation = one.caught().violation();
    return new Found(
        violation,
        one.experiment().extension(),
        one.caught().content().get(),
        original(violation.number(), one.experiment()));
  }

  private <T> byte[] original(long number, Experiment<T> experiment) {
    return experiment.print(experiment.draw(Choices.unrecorded(seed, number)));
  }
}
