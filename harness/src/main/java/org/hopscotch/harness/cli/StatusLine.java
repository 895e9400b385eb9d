package org.hopscotch.harness.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Says on a terminal how far something is: one line, rewritten every second. In a pipe it is
/// silent.
final class StatusLine implements AutoCloseable {
  private static final String CLEAR = "\r\u001b[K";

  private final PrintWriter screen;
  private final Supplier<String> words;
  private final Optional<ScheduledExecutorService> clock;

  StatusLine(PrintWriter screen, Supplier<String> words) {
    this.screen = screen;
    this.words = words;
    boolean terminal =
        Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    this.clock =
        terminal
            ? Optional.of(
                Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory()))
            : Optional.empty();
    clock.ifPresent(one -> {
      var _ = one.scheduleAtFixedRate(() -> line(words()), 1, 1, TimeUnit.SECONDS);
    });
  }

  private String words() {
    return words.get();
  }

  private synchronized void line(String text) {
    if (clock.filter(one -> !one.isShutdown()).isPresent()) {
      screen.print(CLEAR + text);
      screen.flush();
    }
  }

  /// Clears the line and stops.
  @Override
  public synchronized void close() {
    clock.ifPresent(one -> {
      one.shutdownNow();
      screen.print(CLEAR);
      screen.flush();
    });
  }
}
