package org.hopscotch.harness.sensitivity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import org.hopscotch.harness.sensitivity.Seeking.Driver;
import org.hopscotch.reports.SensitivityResult;

/// Seeks planted defects, several times each. What comes of it depends on the seed alone, whatever
/// the threads; only times differ.
public final class Sensitivity {
  private final Order order;
  private final Minima minima;
  private final LongAdder cases = new LongAdder();
  private final LongAdder done = new LongAdder();

  /// What there is to do.
  ///
  /// @param seed of the first trial; each further one has the next number
  /// @param trials how often each defect is sought
  /// @param tries how many cases a trial draws at most
  /// @param naive whether each is also sought with a generator that knows nothing of bugs
  /// @param sound how many sound scenarios are judged
  public record Order(long seed, int trials, long tries, boolean naive, long sound) {}

  /// @param minima what minimised cases are measured by
  public Sensitivity(Order order, Minima minima) {
    this.order = order;
    this.minima = minima;
  }

  /// How far a run is.
  public String progress(int defects) {
    long all = (long) defects * order.trials() * (order.naive() ? 2 : 1);
    return "%d of %d trials, %d cases".formatted(done.sum(), all, cases.sum());
  }

  /// {@return how well defects are found}
  ///
  /// @param threads how many work at once
  /// @param repeat the command that does the same again
  /// @throws ExecutionException when the run itself failed
  public SensitivityResult run(List<Sought> sought, int threads, String repeat)
      throws InterruptedException, ExecutionException {
    try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
      try {
        List<Planned> planned = sought.stream().map(one -> planned(one, workers)).toList();
        List<Future<List<String>>> sound =
            SoundScenarios.parts(order.seed(), order.sound(), cases::increment).stream()
                .map(workers::submit)
                .toList();
        List<SensitivityResult.Row> rows = new ArrayList<>();
        for (Planned one : planned) {
          rows.add(
              new Measured(one.sought(), all(one.biased()), all(one.naive()), minima)
                  .row(order.naive()));
        }
        List<String> falsely = new ArrayList<>();
        for (List<String> part : all(sound)) {
          falsely.addAll(part);
        }
        return new SensitivityResult(
            repeat,
            order.trials(),
            order.tries(),
            rows,
            order.sound() == 0
                ? Optional.empty()
                : Optional.of(new SensitivityResult.Sound(order.sound(), falsely)));
      } finally {
        workers.shutdownNow();
      }
    }
  }

  private record Planned(Sought sought, List<Future<Trial>> biased, List<Future<Trial>> naive) {}

  private Planned planned(Sought sought, ExecutorService workers) {
    Seeking biased = new Seeking(Driver.BIASED, order.tries(), true);
    Seeking naive = new Seeking(Driver.NAIVE, order.tries(), false);
    return new Planned(
        sought,
        trials(sought, biased).stream().map(workers::submit).toList(),
        order.naive() ? trials(sought, naive).stream().map(workers::submit).toList() : List.of());
  }

  private List<Callable<Trial>> trials(Sought sought, Seeking seeking) {
    List<Callable<Trial>> all = new ArrayList<>();
    for (int i = 0; i < order.trials(); i++) {
      long seed = order.seed() + i;
      all.add(() -> {
        Trial trial = seeking.trial(sought, seed, _ -> cases.increment());
        done.increment();
        return trial;
      });
    }
    return all;
  }

  private static <T> List<T> all(List<Future<T>> futures)
      throws InterruptedException, ExecutionException {
    List<T> all = new ArrayList<>();
    for (Future<T> future : futures) {
      all.add(future.get());
    }
    return all;
  }
}
