package org.hopscotch.harness.campaign;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;

/// Draws cases of several kinds, judges each by its promises, and makes what is wrong small.
///
/// Case `k` depends on the seed and `k` alone, and what is made small of a {@link Batch} on that
/// batch alone. Threads take batches in order, and hand over in the same order what they came to:
/// so a run goes the same way whatever the threads, and shards together find what the whole does.
public final class Campaign {
  private final long seed;
  private final Experiments experiments;
  private final Shard shard;
  private final Totals totals = new Totals();
  private final LongAdder judged = new LongAdder();
  private final Queue<Batch> begun = new ArrayDeque<>();
  private final Map<Batch, BatchJudge.Judged> finished = new HashMap<>();
  private Optional<Batch> next = Optional.empty();
  private boolean begunAny;
  private volatile boolean stopped;

  /// A campaign that draws from `seed`.
  public Campaign(long seed, Experiments experiments, Shard shard) {
    this.seed = seed;
    this.experiments = experiments;
    this.shard = shard;
  }

  /// Is told what batches came to, in their order and by one thread at a time.
  @FunctionalInterface
  public interface Listener {
    /// Takes note of a batch.
    ///
    /// @param found those of the batch's violations that no earlier case has shown
    void finished(BatchResult result, List<Found> found);
  }

  /// What there is to do.
  ///
  /// @param tries how many cases the run has, over all shards
  /// @param only the one case that is judged of them
  /// @param done what batches came to that were finished earlier; they are not begun again
  public record Work(long tries, OptionalLong only, List<BatchResult> done) {
    /// All cases from the first one on.
    public static Work of(long tries) {
      return new Work(tries, OptionalLong.empty(), List.of());
    }
  }

  /// Runs the cases of this shard.
  ///
  /// @param threads how many work at once
  /// @param until asked before each batch but the first; when it says true no further one is begun
  /// @return what they came to, with those finished earlier
  /// @throws ExecutionException when the campaign itself failed
  public Totals run(int threads, Work work, BooleanSupplier until, Listener listener)
      throws InterruptedException, ExecutionException {
    begin(work);
    try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
      List<Callable<Void>> all =
          Collections.nCopies(threads, () -> work(work.tries(), until, listener));
      for (Future<Void> worker : workers.invokeAll(all)) {
        worker.get();
      }
    }
    return totals;
  }

  private synchronized void begin(Work work) {
    if (work.only().isPresent()) {
      next = Optional.of(Batch.only(work.only().getAsLong()));
      return;
    }
    Map<Long, BatchResult> done = new HashMap<>();
    work.done().forEach(one -> done.put(one.from(), one));
    next = owned(Optional.of(Batch.first(work.tries())), work.tries());
    while (next.filter(batch -> isDone(batch, done)).isPresent()) {
      Batch batch = next.get();
      totals.add(done.get(batch.from()));
      judged.add(batch.to() - batch.from());
      next = owned(batch.next(work.tries()), work.tries());
    }
  }

  /// One that ended earlier, since the run had fewer tries, is judged again.
  private static boolean isDone(Batch batch, Map<Long, BatchResult> done) {
    BatchResult result = done.get(batch.from());
    return result != null && result.to() == batch.to();
  }

  private Optional<Batch> owned(Optional<Batch> first, long tries) {
    Optional<Batch> batch = first;
    while (batch.filter(one -> !shard.has(one)).isPresent()) {
      batch = batch.get().next(tries);
    }
    return batch;
  }

  private Void work(long tries, BooleanSupplier until, Listener listener) {
    try {
      Optional<Batch> batch = take(tries, until);
      while (batch.isPresent()) {
        BatchJudge judge = new BatchJudge(seed, experiments, batch.get());
        hand(batch.get(), judge.judge(totals::knows, judged::increment), listener);
        batch = take(tries, until);
      }
      return null;
    } catch (RuntimeException | Error e) {
      stopped = true;
      throw e;
    }
  }

  private synchronized Optional<Batch> take(long tries, BooleanSupplier until) {
    if (stopped || next.isEmpty() || (begunAny && until.getAsBoolean())) {
      return Optional.empty();
    }
    begunAny = true;
    Batch taken = next.get();
    begun.add(taken);
    next = taken.isAlone() ? Optional.empty() : owned(taken.next(tries), tries);
    return Optional.of(taken);
  }

  private synchronized void hand(Batch batch, BatchJudge.Judged what, Listener listener) {
    finished.put(batch, what);
    while (!begun.isEmpty() && finished.containsKey(begun.peek())) {
      BatchJudge.Judged first = finished.remove(begun.remove());
      List<Found> found =
          first.found().stream().filter(one -> !totals.knows(one.violation())).toList();
      totals.add(first.result());
      listener.finished(first.result(), found);
    }
  }

  /// {@return how many cases were judged so far}
  public long judged() {
    return judged.sum();
  }

  /// {@return what the batches came to so far}
  public Totals totals() {
    return totals;
  }
}
