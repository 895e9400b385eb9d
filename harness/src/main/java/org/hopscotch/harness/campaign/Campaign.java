package org.hopscotch.harness.campaign;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.hopscotch.generators.ByteMinimizer;
import org.hopscotch.generators.Damage;
import org.hopscotch.generators.Damages;
import org.hopscotch.harness.invariant.DecoderTotal;
import org.hopscotch.model.scenario.Verdict;

/// Damages real streams and judges what the decoder makes of them.
///
/// Case `k` depends on the seed and `k` alone: threads share nothing but the next number, and what
/// is reported is ordered by it. Of equal findings the one with the lowest number is kept.
public final class Campaign {
  private static final int MINIMIZER_EVALUATIONS = 3000;

  private final long seed;
  private final Originals originals;
  private final DecoderTotal invariant;
  private final AtomicLong next = new AtomicLong();
  private final AtomicLong judged = new AtomicLong();
  private final SortedMap<String, Long> drawn = new TreeMap<>();
  private final Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
  private final SortedMap<String, Violation> violations = new TreeMap<>();

  /// Draws from `seed`, starting from the streams in `files`.
  public Campaign(long seed, List<Path> files, DecoderTotal invariant) {
    this.seed = seed;
    this.originals = new Originals(files);
    this.invariant = invariant;
  }

  /// A broken promise.
  ///
  /// @param number of the case
  /// @param origin the stream and what was done to it
  /// @param input as small as it could be made
  public record Violation(
      long number, String reasonClass, String because, String origin, byte[] input) {}

  private record Case(String name, byte[] bytes, List<Damage> damages) {
    byte[] damaged() {
      return Damage.applyAll(damages, bytes);
    }

    String origin() {
      return "%s: %s".formatted(name, damages.stream().map(Damage::words).toList());
    }
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
    long number;
    while (!until.getAsBoolean() && (number = next.getAndIncrement()) < tries) {
      one(number);
      judged.incrementAndGet();
    }
    return null;
  }

  private void one(long number) {
    Case drawnCase = draw(number);
    DecoderTotal.Judged result = invariant.judge(drawnCase.damaged());
    synchronized (this) {
      drawnCase.damages().forEach(damage -> drawn.merge(damage.kind(), 1L, Long::sum));
      drawn.merge(result.accepted() ? "still accepted" : "refused", 1L, Long::sum);
      verdicts.merge(result.judgement().verdict(), 1L, Long::sum);
      if (result.judgement().verdict() == Verdict.VIOLATED) {
        Violation violation =
            new Violation(
                number,
                result.judgement().reasonClass(),
                result.judgement().because(),
                drawnCase.origin(),
                new byte[0]);
        violations.merge(
            violation.reasonClass(), violation, (a, b) -> a.number() <= b.number() ? a : b);
      }
    }
  }

  private Case draw(long number) {
    SplittableRandom random = new SplittableRandom(mix(seed, number));
    Originals.Original original =
        originals.get(random.nextInt(originals.count()), random.nextInt(4) == 0);
    return new Case(
        original.name(),
        original.bytes(),
        Damages.draw(random, original.bytes().length, original.landmarks()));
  }

  /// Spreads seed and number over all 64 bits, so that neighbours have nothing in common.
  private static long mix(long seed, long number) {
    return new SplittableRandom(seed ^ number * 0x9e3779b97f4a7c15L).nextLong();
  }

  /// {@return how many cases were judged}
  public long tries() {
    return judged.get();
  }

  /// {@return kinds of damage and what became of the streams, each with its number}
  public SortedMap<String, Long> drawn() {
    return drawn;
  }

  /// {@return how often the invariant said what}
  public Map<Verdict, Long> verdicts() {
    return verdicts;
  }

  /// {@return one violation of each class, made small, in the order of their cases}
  public List<Violation> minimized() {
    return violations.values().stream()
        .sorted((a, b) -> Long.compare(a.number(), b.number()))
        .map(this::minimized)
        .toList();
  }

  private Violation minimized(Violation violation) {
    Case found = draw(violation.number());
    List<Damage> damages = found.damages();
    for (int i = damages.size() - 1; i >= 0; i--) {
      List<Damage> fewer = new ArrayList<>(damages);
      fewer.remove(i);
      if (shows(Damage.applyAll(fewer, found.bytes()), violation.reasonClass())) {
        damages = fewer;
      }
    }
    byte[] input =
        ByteMinimizer.minimize(
            Damage.applyAll(damages, found.bytes()),
            bytes -> shows(bytes, violation.reasonClass()),
            MINIMIZER_EVALUATIONS);
    return new Violation(
        violation.number(),
        violation.reasonClass(),
        invariant.judge(input).judgement().because(),
        new Case(found.name(), found.bytes(), damages).origin(),
        input);
  }

  private boolean shows(byte[] input, String reasonClass) {
    return reasonClass.equals(invariant.judge(input).judgement().reasonClass());
  }
}
