package org.hopscotch.harness.campaign;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hopscotch.model.scenario.Stop;
import org.hopscotch.model.schema.Existence;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Subsection;

/// Sections that two releases lay out differently: what arrives wrong in one is one defect, however
/// many members show it. Fields that come with a version or a test are left out, for each of them
/// can be missing alone.
final class Layouts {
  private Layouts() {}

  /// {@return the section that carries a member, if two hosts lay it out differently}
  static Optional<String> differing(List<Stop> stops, String type, String member) {
    return differing(stops, stop -> carrying(stop, type, member));
  }

  /// {@return the section of a type, if two hosts lay it out differently}
  static Optional<String> differing(List<Stop> stops, String type) {
    return differing(stops, stop -> own(stop, type));
  }

  private static Optional<String> differing(
      List<Stop> stops, Function<Stop, Optional<Section>> of) {
    if (stops.size() != 2) {
      return Optional.empty();
    }
    Optional<Section> here = of.apply(stops.getFirst());
    Optional<Section> there = of.apply(stops.getLast());
    boolean both = here.isPresent() && there.isPresent();
    return both && !layout(here.get()).equals(layout(there.get()))
        ? here.map(Section::name)
        : Optional.empty();
  }

  private static Optional<Section> own(Stop stop, String type) {
    return stop.release().type(type).flatMap(stop.release()::section);
  }

  private static Optional<Section> carrying(Stop stop, String type, String member) {
    return own(stop, type).stream()
        .flatMap(Layouts::all)
        .filter(section -> section.fields().stream().anyMatch(field -> isOf(field, member)))
        .findFirst();
  }

  private static Stream<Section> all(Section section) {
    return Stream.concat(
        Stream.of(section),
        section.subsections().stream().map(Subsection::section).flatMap(Layouts::all));
  }

  private static boolean isOf(Field field, String member) {
    return member.equals(field.name()) || member.startsWith(field.name() + ".");
  }

  private static List<Field> layout(Section section) {
    return section.fields().stream()
        .filter(field -> field.existence().equals(Existence.ALWAYS))
        .toList();
  }
}
