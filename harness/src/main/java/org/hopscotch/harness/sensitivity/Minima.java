package org.hopscotch.harness.sensitivity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hopscotch.harness.minimise.Breach;
import org.hopscotch.model.scenario.InvariantId;
import org.hopscotch.model.scenario.ScenarioSize;

/// The least that shows each planted defect, by each promise that it breaks: what
/// {@link SmallScenarios} comes to, kept so that it need not be looked for in every run.
public final class Minima {
  private static final String FILE = "minima.tsv";
  private static final int COLUMNS = 4;

  private final Map<String, Map<Breach, ScenarioSize>> all = new LinkedHashMap<>();

  /// None.
  Minima() {}

  /// {@return those that are known}
  public static Minima known() {
    Minima known = new Minima();
    try (InputStream file = Minima.class.getResourceAsStream(FILE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      lines.lines().forEach(known::read);
      return known;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(String line) {
    String[] columns = line.split("\t", COLUMNS);
    int[] size = Arrays.stream(columns[3].split(" ", -1)).mapToInt(Integer::parseInt).toArray();
    add(
        columns[0],
        new Breach(InvariantId.named(columns[1]).orElseThrow(), columns[2]),
        new ScenarioSize(size[0], size[1], size[2], size[3], size[4]));
  }

  void add(String defect, Breach breach, ScenarioSize size) {
    all.computeIfAbsent(defect, _ -> new LinkedHashMap<>()).put(breach, size);
  }

  /// {@return the least of a defect that goes by a promise and a reason class}
  Optional<ScenarioSize> of(String defect, Breach breach) {
    return Optional.ofNullable(of(defect).get(breach));
  }

  /// {@return all that are known of a defect, the least first}
  Map<Breach, ScenarioSize> of(String defect) {
    return all.getOrDefault(defect, Map.of());
  }

  /// Writes those of a defect as they are kept.
  public void write(Sought defect, PrintWriter out) {
    of(defect.id())
        .forEach((breach, size) ->
            out.printf(
                "%s\t%s\t%s\t%d %d %d %d %d\n",
                defect.id(),
                breach.invariant().id(),
                breach.reasonClass(),
                size.releases(),
                size.devices(),
                size.fields(),
                size.rows(),
                size.hops()));
    out.flush();
  }
}
