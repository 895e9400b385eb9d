package org.hopscotch.reports;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hopscotch.model.scenario.ScenarioSize;

/// Tells how well planted defects were found, in a table.
public final class SensitivityText {
  private static final int MOST_MISSING = 20;
  private static final double MICROS = 1000;

  private SensitivityText() {}

  /// Prints a row for each defect, then what was to be reached.
  public static void print(SensitivityResult result, PrintWriter out) {
    int width = result.rows().stream().mapToInt(row -> row.id().length()).max().orElse(0);
    String catalogue = "";
    for (SensitivityResult.Row row : result.rows()) {
      if (!row.catalogue().equals(catalogue)) {
        catalogue = row.catalogue();
        head(catalogue, width, out);
      }
      out.println(line(row, width, result.trials()));
    }
    out.println();
    unknown(result, out);
    result
        .sound()
        .ifPresent(sound ->
            out.printf(
                "%d sound scenarios, %d false findings%n", sound.drawn(), sound.falsely().size()));
    result.targets().forEach(target -> target(target, out));
    out.println(result.reached() ? "all targets reached" : "targets missed");
    out.flush();
  }

  private static void head(String catalogue, int width, PrintWriter out) {
    out.println();
    out.println(catalogue);
    out.printf(
        "%-" + width + "s  %-7s %-27s %7s  %-16s %-9s %4s %4s  %-20s  %s%n",
        "defect",
        "found",
        "tries (least q q most)",
        "ms",
        "minimum",
        "there",
        "size",
        "sigs",
        "naive",
        "shown by");
  }

  private static String line(SensitivityResult.Row row, int width, int trials) {
    SensitivityResult.Small small = row.small();
    return ("%-" + width + "s  %-7s %-27s %7s  %-16s %-9s %4s %4d  %-20s  %s")
        .formatted(
            row.id(),
            row.drawn().found() + "/" + trials,
            spread(row.drawn().tries()),
            millis(row.drawn().micros()),
            small.minimum().map(SensitivityText::size).orElse("unknown"),
            there(small),
            small.sizes().median(),
            small.signatures(),
            naive(row.naive(), trials),
            names(small));
  }

  private static String spread(Spread tries) {
    return "%d (%d %d %d %d)"
        .formatted(tries.median(), tries.least(), tries.lower(), tries.upper(), tries.most());
  }

  private static String millis(Spread micros) {
    return "%.0f".formatted(micros.median() / MICROS);
  }

  /// {@return releases, devices, fields, rows and hops, and their sum}
  private static String size(ScenarioSize size) {
    return "%d (%d %d %d %d %d)"
        .formatted(
            size.total(), size.releases(), size.devices(), size.fields(), size.rows(), size.hops());
  }

  private static String there(SensitivityResult.Small small) {
    String less = small.less() == 0 ? "" : " <" + small.less();
    return small.least() + "/" + small.measured() + less;
  }

  private static String naive(Optional<SensitivityResult.Sought> naive, int trials) {
    return naive
        .map(one ->
            "%d/%d %d, %s ms"
                .formatted(one.found(), trials, one.tries().median(), millis(one.micros())))
        .orElse("");
  }

  private static String names(SensitivityResult.Small small) {
    return small.names().entrySet().stream()
        .map(name ->
            small.names().size() == 1 ? name.getKey() : name.getValue() + "x " + name.getKey())
        .collect(Collectors.joining("; "));
  }

  private static void unknown(SensitivityResult result, PrintWriter out) {
    String unknown =
        result.rows().stream()
            .filter(row -> row.drawn().found() > 0 && row.small().minimum().isEmpty())
            .map(SensitivityResult.Row::id)
            .collect(Collectors.joining(", "));
    if (!unknown.isEmpty()) {
      out.println("no known minimum: " + unknown);
    }
    long unplayed = result.rows().stream().mapToLong(SensitivityResult.Row::unplayed).sum();
    if (unplayed > 0) {
      out.printf("%d drawn cases could not be played%n", unplayed);
    }
  }

  private static void target(SensitivityResult.Target target, PrintWriter out) {
    out.printf("%s: %s%n", target.reached() ? "reached" : "MISSED", target.words());
    target.missing().stream().limit(MOST_MISSING).forEach(one -> out.println("  " + one));
    if (target.missing().size() > MOST_MISSING) {
      out.printf("  and %d more%n", target.missing().size() - MOST_MISSING);
    }
  }
}
