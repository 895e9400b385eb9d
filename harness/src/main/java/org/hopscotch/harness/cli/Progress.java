package org.hopscotch.harness.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.hopscotch.harness.campaign.Campaign;

/// Decides when a run's time is up, and says on a terminal how far it is: one line, rewritten every
/// second. In a pipe it is silent.
final class Progress implements AutoCloseable {
  private static final String CLEAR = "\r\u001b[K";

  private final PrintWriter screen;
  private final Optional<Long> tries;
  private final Campaign campaign;
  private final long before;
  private final long start = System.nanoTime();
  private final long budgetNanos;
  private final Optional<ScheduledExecutorService> clock;

  /// Starts the clock.
  ///
  /// @param tries how many cases there are in all; when given, they end the run and not the time
  Progress(PrintWriter screen, Duration budget, Optional<Long> tries, Campaign campaign) {
    this.screen = screen;
    this.tries = tries;
    this.campaign = campaign;
    this.before = campaign.judged();
    this.budgetNanos = tries.isPresent() ? Long.MAX_VALUE : budget.toNanos();
    boolean terminal =
        Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    this.clock = terminal ? Optional.of(clock()) : Optional.empty();
    clock.ifPresent(one -> {
      var _ = one.scheduleAtFixedRate(this::line, 1, 1, TimeUnit.SECONDS);
    });
  }

  private static ScheduledExecutorService clock() {
    return Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
  }

  /// {@return whether the time is up}
  boolean done() {
    return System.nanoTime() - start > budgetNanos;
  }

  /// Prints something else in place of the line.
  synchronized void around(Runnable printing) {
    clear();
    printing.run();
  }

  private void clear() {
    if (clock.isPresent()) {
      screen.print(CLEAR);
      screen.flush();
    }
  }

  /// Clears the line and stops.
  @Override
  public synchronized void close() {
    clock.ifPresent(ScheduledExecutorService::shutdownNow);
    clear();
  }

  private synchronized void line() {
    if (clock.filter(one -> !one.isShutdown()).isEmpty()) {
      return;
    }
    long elapsed = System.nanoTime() - start;
    long cases = campaign.judged();
    double rate =
        (cases - before) / (double) Math.max(1, elapsed) * Duration.ofSeconds(1).toNanos();
    screen.print(CLEAR + words(cases, rate, elapsed));
    screen.flush();
  }

  private String words(long cases, double rate, long elapsed) {
    double left =
        tries.isPresent()
            ? Math.max(0, tries.get() - cases) / Math.max(rate, 1e-3)
            : Math.max(0, budgetNanos - elapsed) / (double) Duration.ofSeconds(1).toNanos();
    return "%d cases%s, %.0f a second, %d violated, %d findings, %.0f s left"
        .formatted(
            cases,
            tries.map(all -> " of " + all).orElse(""),
            rate,
            campaign.totals().violated(),
            campaign.totals().found().size(),
            left);
  }
}
