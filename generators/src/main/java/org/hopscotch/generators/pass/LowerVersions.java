package org.hopscotch.generators.pass;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.schema.Existence;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.LoadStateOld;
import org.hopscotch.model.schema.Section;

/// Lowers the versions of a section in all releases: all to 1, minima to the lowest of them, or so
/// that there is none between two that is not used.
final class LowerVersions implements ScenarioPass {
  @Override
  public List<UnaryOperator<Scenario>> steps(Scenario of) {
    List<UnaryOperator<Scenario>> all = new ArrayList<>();
    for (String type : Everywhere.typeNames(of)) {
      Parts.of(of, type)
          .sections
          .forEach((place, sections) -> {
            SortedSet<Integer> used = used(sections);
            if (!used.isEmpty() && used.last() > 1) {
              all.add(in(type, place, one -> with(one, LowerVersions::one)));
              all.add(in(type, place, one -> with(one, n -> rank(used, n))));
            }
            int lowest = sections.stream().mapToInt(Section::minimumVersionId).min().orElse(0);
            all.add(in(type, place, one -> lowered(one, lowest)));
          });
    }
    return all;
  }

  private static Section lowered(Section one, int minimum) {
    return one.withVersions(one.versionId(), Math.min(one.minimumVersionId(), minimum));
  }

  private static int one(int number) {
    return Math.min(number, 1);
  }

  private static int rank(SortedSet<Integer> used, int number) {
    return number > 0 ? used.headSet(number).size() + 1 : number;
  }

  private static SortedSet<Integer> used(List<Section> sections) {
    SortedSet<Integer> used = new TreeSet<>();
    for (Section section : sections) {
      with(
          section,
          number -> {
            used.add(number);
            return number;
          });
    }
    used.removeIf(number -> number <= 0);
    return used;
  }

  private static UnaryOperator<Scenario> in(
      String type, Place place, UnaryOperator<Section> change) {
    Rewriting rewriting =
        new Rewriting() {
          @Override
          Section section(Place at, Section section) {
            return at.equals(place) ? change.apply(section) : section;
          }
        };
    return before -> Everywhere.type(before, type, rewriting::type);
  }

  private static Section with(Section section, IntUnaryOperator number) {
    return new Section(
        section.name(),
        number.applyAsInt(section.versionId()),
        number.applyAsInt(section.minimumVersionId()),
        fields(section.fields(), number),
        section.subsections(),
        section.hooks(),
        section
            .loadStateOld()
            .map(old ->
                new LoadStateOld(
                    number.applyAsInt(old.minimumVersionId()),
                    fields(old.fields(), number),
                    old.then())));
  }

  private static List<Field> fields(List<Field> fields, IntUnaryOperator number) {
    return fields.stream()
        .map(field ->
            field.existence() instanceof Existence.Since(int version)
                ? field.since(number.applyAsInt(version))
                : field)
        .toList();
  }
}
