package org.hopscotch.harness.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/// Decides when a run's time is up, and says on a terminal how far it is: one line, rewritten every
/// second. In a pipe it is silent.
final class Progress {
  private static final long EVERY_NANOS = Duration.ofSeconds(1).toNanos();

  private final PrintWriter screen;
  private final Optional<Long> tries;
  private final LongSupplier done;
  private final boolean terminal =
      Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
  private final long start = System.nanoTime();
  private final long budgetNanos;
  private final AtomicLong nextLine = new AtomicLong(EVERY_NANOS);

  /// Starts the clock.
  ///
  /// @param tries when given, they end the run and not the time
  /// @param done how many tries were made
  Progress(PrintWriter screen, Duration budget, Optional<Long> tries, LongSupplier done) {
    this.screen = screen;
    this.tries = tries;
    this.done = done;
    this.budgetNanos = tries.isPresent() ? Long.MAX_VALUE : budget.toNanos();
  }

  /// {@return whether the time is up}
  boolean done() {
    long elapsed = System.nanoTime() - start;
    long due = nextLine.get();
    if (terminal && elapsed > due && nextLine.compareAndSet(due, elapsed + EVERY_NANOS)) {
      line(elapsed);
    }
    return elapsed > budgetNanos;
  }

  /// Clears the line.
  void end() {
    if (terminal) {
      screen.print("\r\u001b[K");
      screen.flush();
    }
  }

  private void line(long elapsed) {
    long seconds = Duration.ofNanos(elapsed).toSeconds();
    String left =
        tries.isPresent()
            ? "of " + tries.get()
            : "%d s left".formatted(Duration.ofNanos(budgetNanos - elapsed).toSeconds());
    screen.printf(
        "\r\u001b[K%d cases, %d a second, %s",
        done.getAsLong(), done.getAsLong() / Math.max(seconds, 1), left);
    screen.flush();
  }
}
