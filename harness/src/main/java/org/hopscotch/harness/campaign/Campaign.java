package org.hopscotch.harness.campaign;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
  private final long seed;
  private final List<Experiment<?>> experiments;
  private final AtomicLong next = new AtomicLong();
  private final AtomicLong judged = new AtomicLong();
  private final Counts counts = new Counts();
  private final SortedMap<String, Alike> violations = new TreeMap<>();

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
      one(number, kind(number), own);
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

  /// {@return how many cases were judged}
  public long tries() {
    return judged.get();
  }

  /// {@return what was drawn: group to kind to number}
  public SortedMap<String, SortedMap<String, Long>> drawn() {
    return counts.drawn();
  }

  /// {@return what somebody should know beside the findings, each in a sentence}
  public List<String> remarks() {
    return experiments.stream()
        .flatMap(one -> one.remarks(counts.drawn(), counts.verdicts()).stream())
        .toList();
  }

  /// {@return how often each invariant said what}
  public SortedMap<String, Map<Verdict, Long>> verdicts() {
    return counts.verdicts();
  }

  /// {@return the violations, made small, without those that another one explains; in the order of
  /// their cases}
  public List<Violation> minimized() {
    List<Violation> all =
        violations.values().stream()
            .flatMap(alike -> alike.numbers().stream())
            .sorted()
            .flatMap(number -> minimized(number, kind(number)).stream())
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
          if (!violations.containsKey(experiment.name() + cause)) {
            found.add(experiment.violation(number, experiment.minimize(recording)));
          }
        });
    return found;
  }
}
