package org.hopscotch.model.scenario;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hopscotch.model.release.CompatTable;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.MachineType;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.FieldType.Element;
import org.hopscotch.model.schema.Section;

/// How much there is in a scenario for somebody to read. One is smaller than another by its total;
/// of equal totals the one with fewer releases, then devices, and so on.
///
/// @param releases in the history
/// @param devices of the first stop: built in, and of the configuration
/// @param fields in all sections of the types that the last release has, also in subsections and
///     structs
/// @param rows of compat tables, each counted once however many releases have it
/// @param hops from stop to stop
public record ScenarioSize(int releases, int devices, int fields, int rows, int hops)
    implements Comparable<ScenarioSize> {

  /// {@return the size of a scenario}
  public static ScenarioSize of(Scenario scenario) {
    List<Release> releases = scenario.history().releases();
    Stop first = scenario.route().getFirst();
    int builtIn =
        first.release().machine(first.machine()).map(MachineType::devices).orElse(List.of()).size();
    Set<List<Object>> rows = new LinkedHashSet<>();
    for (Release release : releases) {
      for (CompatTable table : release.tables()) {
        table.rows().forEach(row -> rows.add(List.of(table.version(), table.family(), row)));
      }
    }
    return new ScenarioSize(
        releases.size(),
        builtIn + first.configuration().devices().size(),
        releases.getLast().types().stream()
            .flatMap(ScenarioSize::sections)
            .mapToInt(ScenarioSize::fields)
            .sum(),
        rows.size(),
        scenario.route().size() - 1);
  }

  private static Stream<Section> sections(DeviceType type) {
    return type.section().stream();
  }

  private static int fields(Section section) {
    return section.fields().stream().mapToInt(ScenarioSize::fields).sum()
        + section.subsections().stream().mapToInt(one -> fields(one.section())).sum();
  }

  private static int fields(Field field) {
    return 1 + field.type().elementType().map(ScenarioSize::inside).orElse(0);
  }

  private static int inside(Element element) {
    return switch (element) {
      case FieldType.Struct(Section section) -> fields(section);
      case FieldType.VStruct(Section section, _) -> fields(section);
      case FieldType.WithTmp(Section scratch) -> fields(scratch);
      case FieldType.List(_, Section node) -> fields(node);
      case FieldType.Tree(Optional<Section> key, Section value) ->
          key.map(ScenarioSize::fields).orElse(0) + fields(value);
      case FieldType.Scalar _, FieldType.Buffer _, FieldType.Unused _, FieldType.Bitmap _ -> 0;
      case FieldType.Fd _, FieldType.PciConfig _, FieldType.PciIrqState _ -> 0;
      case FieldType.MsixState _, FieldType.Custom _ -> 0;
    };
  }

  /// {@return all that was counted}
  public int total() {
    return releases + devices + fields + rows + hops;
  }

  @Override
  public int compareTo(ScenarioSize other) {
    int[] own = counts();
    int[] others = other.counts();
    for (int i = 0; i < own.length; i++) {
      if (own[i] != others[i]) {
        return Integer.compare(own[i], others[i]);
      }
    }
    return 0;
  }

  private int[] counts() {
    return new int[] {total(), releases, devices, fields, rows, hops};
  }
}
