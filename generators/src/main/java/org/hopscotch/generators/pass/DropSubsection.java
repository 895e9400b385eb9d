package org.hopscotch.generators.pass;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Subsection;

/// Leaves out a subsection in all releases.
final class DropSubsection implements ScenarioPass {
  @Override
  public List<UnaryOperator<Scenario>> steps(Scenario of) {
    List<UnaryOperator<Scenario>> all = new ArrayList<>();
    for (String type : Everywhere.typeNames(of)) {
      Set<Place> places = new LinkedHashSet<>();
      Parts.of(of, type)
          .sections
          .forEach((place, sections) ->
              sections.stream()
                  .flatMap(section -> section.subsections().stream())
                  .forEach(subsection -> places.add(place.below(subsection.section()))));
      places.forEach(
          place -> all.add(before -> Everywhere.type(before, type, new Without(place)::type)));
    }
    return all;
  }

  private static final class Without extends Rewriting {
    private final Place gone;

    Without(Place gone) {
      this.gone = gone;
    }

    @Override
    Section section(Place at, Section section) {
      List<Subsection> rest =
          section.subsections().stream()
              .filter(one -> !at.below(one.section()).equals(gone))
              .toList();
      return section.withSubsections(rest);
    }
  }
}
