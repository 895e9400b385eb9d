package org.hopscotch.reports;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hopscotch.model.scenario.ScenarioSize;

/// How well planted defects were found.
///
/// @param repeat the command that does the same again
/// @param trials how often each defect was sought, each time with another seed
/// @param tries how many cases a trial drew at most
/// @param rows one for each defect
/// @param sound what scenarios came to that are sound, where some were asked for
public record SensitivityResult(
    String repeat, int trials, long tries, List<Row> rows, Optional<Sound> sound) {
  private static final int MEDIAN = 200;
  private static final int SHARE_PERCENT = 95;
  private static final int HUNDRED = 100;

  public SensitivityResult {
    rows = List.copyOf(rows);
  }

  /// What seeking one defect came to.
  ///
  /// @param catalogue where it is listed
  /// @param line what is wrong, for people
  /// @param drawn with the generator as it is
  /// @param naive with one that knows nothing of bugs, where that was asked for
  /// @param unplayed how many cases threw an exception
  /// @param small what was found, made small
  public record Row(
      String catalogue,
      String id,
      String line,
      Sought drawn,
      Optional<Sought> naive,
      long unplayed,
      Small small) {}

  /// How soon it was found.
  ///
  /// @param found in how many trials
  /// @param tries of those in which it was, up to the finding
  /// @param micros of a processor's time, for these
  public record Sought(int found, Spread tries, Spread micros) {}

  /// How small it was made.
  ///
  /// @param names how often a finding went by which promise and reason class, the most frequent
  ///     first
  /// @param signatures how many there are that differ, with what is left in the case
  /// @param sizes of the minimised cases
  /// @param minimum the least that shows it, by the most frequent name, where one is known
  /// @param measured how many of the cases go by a name of which the least is known
  /// @param least how many of these are as small
  /// @param less how many are smaller still: then what is known is not the least
  /// @param micros of a processor's time, to make one small
  public record Small(
      Map<String, Integer> names,
      int signatures,
      Spread sizes,
      Optional<ScenarioSize> minimum,
      int measured,
      int least,
      int less,
      Spread micros) {
    public Small {
      names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
    }
  }

  /// What sound scenarios came to.
  ///
  /// @param drawn how many
  /// @param falsely those that broke a promise, each in a line
  public record Sound(long drawn, List<String> falsely) {
    public Sound {
      falsely = List.copyOf(falsely);
    }
  }

  /// What is to be reached.
  ///
  /// @param missing what does not reach it, each in some words; nothing when it is reached
  public record Target(String words, List<String> missing) {
    public Target {
      missing = List.copyOf(missing);
    }

    /// {@return whether it is reached}
    public boolean reached() {
      return missing.isEmpty();
    }
  }

  /// {@return what was to be reached}
  public List<Target> targets() {
    List<Target> targets = new ArrayList<>();
    targets.add(
        new Target(
            "every defect is found in every trial within %d tries".formatted(tries),
            rows.stream()
                .filter(row -> row.drawn().found() < trials)
                .map(row -> "%s: %d of %d".formatted(row.id(), row.drawn().found(), trials))
                .toList()));
    targets.add(
        new Target(
            "the median of tries is below %d for every defect".formatted(MEDIAN),
            rows.stream()
                .filter(row -> row.drawn().tries().median() >= MEDIAN)
                .map(row -> "%s: %d".formatted(row.id(), row.drawn().tries().median()))
                .toList()));
    targets.add(minimised());
    targets.add(
        new Target(
            "a defect goes by one promise and reason class",
            rows.stream()
                .filter(row -> row.small().names().size() > 1)
                .map(row -> row.id() + ": " + row.small().names())
                .toList()));
    sound.ifPresent(one ->
        targets.add(
            new Target(
                "no promise is broken in %d sound scenarios".formatted(one.drawn()),
                one.falsely())));
    return targets;
  }

  private Target minimised() {
    long measured = rows.stream().mapToLong(row -> row.small().measured()).sum();
    long least = rows.stream().mapToLong(row -> row.small().least() + row.small().less()).sum();
    boolean reached = least * HUNDRED >= measured * SHARE_PERCENT;
    return new Target(
        "%d %% of minimised cases are as small as can be (%d of %d)"
            .formatted(SHARE_PERCENT, least, measured),
        reached
            ? List.of()
            : rows.stream()
                .filter(row -> row.small().least() + row.small().less() < row.small().measured())
                .map(row ->
                    "%s: %d of %d"
                        .formatted(
                            row.id(),
                            row.small().least() + row.small().less(),
                            row.small().measured()))
                .toList());
  }

  /// {@return whether all that was to be reached is}
  public boolean reached() {
    return targets().stream().allMatch(Target::reached);
  }
}
