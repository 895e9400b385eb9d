package org.hopscotch.harness.campaign;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.hopscotch.corpus.GivenHistory;
import org.hopscotch.generators.choice.Choices;
import org.hopscotch.generators.choice.Minimized;
import org.hopscotch.harness.invariant.DecoderTotal;
import org.hopscotch.harness.invariant.Journey;
import org.hopscotch.harness.invariant.RoundTrip;
import org.hopscotch.model.scenario.InvariantId;
import org.hopscotch.model.scenario.Judgement;
import org.hopscotch.model.scenario.Verdict;
import org.hopscotch.reports.RunResult;

/// Draws cases of several kinds and judges each by its promise.
///
/// Case `k` depends on the seed and `k` alone: threads share nothing but the next number, and what
/// is reported is ordered by it. Of the violations that show alike the first few and the simplest
/// few are made small; what another one then explains is no finding of its own.
public final class Campaign {
  /// How many kinds of violation are made small: more are never read, and take long.
  static final int MOST_KINDS = 24;

  private static final int MOST_TOLD = 5;

  private final long seed;
  private final List<Experiment<?>> experiments;
  private final AtomicLong next = new AtomicLong();
  private final AtomicLong judged = new AtomicLong();
  private final Counts counts = new Counts();
  private final SortedMap<String, Alike> violations = new TreeMap<>();
  private final SortedMap<Long, String> unplayed = new TreeMap<>();
  private final Set<String> slipped = new HashSet<>();
  private long leftOut;

  private Campaign(long seed, List<Experiment<?>> experiments) {
    this.seed = seed;
    this.experiments = experiments;
  }

  /// {@return a campaign that draws from `seed`}
  ///
  /// @param files the real streams to damage; there may be none
  public static Campaign of(long seed, List<Path> files, DecoderTotal decoder, RoundTrip codec) {
    List<Experiment<?>> experiments = new ArrayList<>();
    experiments.add(new DrawnGuests(codec));
    experiments.add(new DrawnStreams(decoder));
    if (!files.isEmpty()) {
      experiments.add(new DamagedStreams(files, decoder));
    }
    return new Campaign(seed, experiments);
  }

  /// {@return a campaign that draws guests, hosts and routes over given releases}
  ///
  /// @param subjects what stands for the releases
  public static Campaign over(long seed, GivenHistory given, Journey.Subjects subjects) {
    return new Campaign(seed, List.of(new GivenScenarios(given, subjects)));
  }

  /// Runs cases from number 0 on.
  ///
  /// @param threads how many work at once
  /// @param tries how many cases at most
  /// @param until asked before each case; when it says true no further case is begun
  ///
  /// @throws ExecutionException when the campaign itself failed
  public void run(int threads, long tries, BooleanSupplier until)
      throws InterruptedException, ExecutionException {
    try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
      List<Callable<Void>> work = Collections.nCopies(threads, () -> work(tries, until));
      for (Future<Void> worker : workers.invokeAll(work)) {
        worker.get();
      }
    }
  }

  private Void work(long tries, BooleanSupplier until) {
    Counts own = new Counts();
    long number;
    while (!until.getAsBoolean() && (number = next.getAndIncrement()) < tries) {
      try {
        one(number, kind(number), own);
      } catch (RuntimeException e) {
        unplayed(number, e);
      }
      judged.incrementAndGet();
    }
    synchronized (this) {
      counts.add(own);
    }
    return null;
  }

  private Experiment<?> kind(long number) {
    return experiments.get((int) (number % experiments.size()));
  }

  private <T> void one(long number, Experiment<T> experiment, Counts own) {
    Choices choices = Choices.unrecorded(seed, number);
    T drawn = experiment.draw(choices);
    own.drawn(RunResult.CASES, experiment.name());
    experiment.describe(drawn, own::drawn);
    SortedMap<InvariantId, Judgement> judged = experiment.judge(drawn, own::drawn);
    judged.forEach((id, judgement) -> own.verdict(id.id(), judgement.verdict()));
    experiment
        .cause(drawn, judged)
        .ifPresent(cause ->
            remember(experiment.name() + cause, experiment.kept(), number, choices.made()));
  }

  private synchronized void remember(String alike, int kept, long number, int choices) {
    violations.computeIfAbsent(alike, _ -> new Alike(kept)).add(number, choices);
  }

  /// One case that cannot be played takes nothing from the others.
  private synchronized void unplayed(long number, RuntimeException why) {
    unplayed.putIfAbsent(number, why.toString());
  }

  /// {@return how many cases could not be played, of those that were drawn or made small}
  public synchronized long unplayed() {
    return unplayed.size();
  }

  /// {@return how many cases were judged}
  public long tries() {
    return judged.get();
  }

  /// {@return what was drawn: group to kind to number}
  public SortedMap<String, SortedMap<String, Long>> drawn() {
    return counts.drawn();
  }

  /// {@return what somebody should know beside the findings, each in a sentence}
  ///
  /// They are complete when {@link #minimized()} is done.
  public List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    for (Experiment<?> one : experiments) {
      remarks.addAll(one.remarks(counts.drawn(), counts.verdicts()));
    }
    unplayed.entrySet().stream()
        .limit(MOST_TOLD)
        .forEach(one ->
            remarks.add("case %d cannot be played: %s".formatted(one.getKey(), one.getValue())));
    if (leftOut > 0) {
      remarks.add("and %d more kinds of violation, not made small".formatted(leftOut));
    }
    return remarks;
  }

  /// {@return how often each invariant said what}
  public SortedMap<String, Map<Verdict, Long>> verdicts() {
    return counts.verdicts();
  }

  /// {@return the violations, made small, without those that another one explains; in the order of
  /// their cases}
  public List<Violation> minimized() {
    List<Violation> all =
        kinds().stream()
            .flatMap(alike -> alike.numbers().stream())
            .distinct()
            .sorted()
            .flatMap(number -> attempted(number).stream())
            .sorted(
                Comparator.<Violation>comparingInt(violation -> -violation.symptoms().size())
                    .thenComparingInt(violation -> violation.left().size())
                    .thenComparingInt(violation -> violation.content().length))
            .toList();
    List<Violation> kept = new ArrayList<>();
    for (Violation violation : all) {
      if (kept.stream().noneMatch(violation::isExplainedBy)) {
        kept.add(violation);
      }
    }
    kept.sort(Comparator.comparingLong(Violation::number));
    return kept;
  }

  /// {@return the kinds of violation that are made small: those that were met most often}
  private List<Alike> kinds() {
    List<Alike> kinds = new ArrayList<>(violations.values());
    kinds.sort(Comparator.comparingLong(alike -> -alike.count()));
    slipped.clear();
    leftOut = Math.max(0, kinds.size() - MOST_KINDS);
    return kinds.subList(0, Math.min(kinds.size(), MOST_KINDS));
  }

  private List<Violation> attempted(long number) {
    try {
      return minimized(number, kind(number));
    } catch (RuntimeException e) {
      unplayed(number, e);
      return List.of();
    }
  }

  /// Also what came up on the way, if no case shows it by itself.
  private <T> List<Violation> minimized(long number, Experiment<T> experiment) {
    Choices choices = Choices.seeded(seed, number);
    experiment.draw(choices);
    Minimized<T, String> small = experiment.minimize(choices.recording());
    List<Violation> found = new ArrayList<>();
    found.add(experiment.violation(number, small));
    small
        .slips()
        .forEach((cause, recording) -> {
          String alike = experiment.name() + cause;
          if (violations.containsKey(alike) || slipped.contains(alike)) {
            return;
          }
          if (violations.size() + slipped.size() >= MOST_KINDS) {
            leftOut++;
          } else {
            slipped.add(alike);
            found.add(experiment.violation(number, experiment.minimize(recording)));
          }
        });
    return found;
  }
}
