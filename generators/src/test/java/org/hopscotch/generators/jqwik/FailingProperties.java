package org.hopscotch.generators.jqwik;

import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import org.hopscotch.generators.choice.Choices;
import org.hopscotch.model.release.History;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.scenario.Guest;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.schema.Section;

/// Properties for {@link JqwikRun}, all of which fail; each says with what.
class FailingProperties {
  @Provide
  Arbitrary<List<Integer>> lists() {
    return ChoiceArbitraries.of(
        choices -> choices.list("number", 0, 20, element -> element.below(1000)));
  }

  /// Numbers of rows and columns come first, so that everything else depends on them.
  @Provide
  Arbitrary<List<List<Integer>>> matrices() {
    return ChoiceArbitraries.of(FailingProperties::matrix);
  }

  private static List<List<Integer>> matrix(Choices choices) {
    int rows = choices.below(8);
    int columns = choices.below(8);
    List<List<Integer>> matrix = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      List<Integer> cells = new ArrayList<>();
      for (int column = 0; column < columns; column++) {
        cells.add(choices.below(1000));
      }
      matrix.add(cells);
    }
    return matrix;
  }

  @Property
  void noSevens(@ForAll("lists") List<Integer> list) {
    if (list.stream().anyMatch(number -> number >= 7)) {
      fail("%s", list);
    }
  }

  @Property
  void fewRows(@ForAll("matrices") List<List<Integer>> matrix) {
    boolean large = matrix.stream().flatMap(List::stream).allMatch(cell -> cell >= 5);
    if (matrix.size() >= 3 && matrix.getFirst().size() >= 2 && large) {
      fail("%s", matrix);
    }
  }

  @Property
  void differentLists(@ForAll("lists") List<Integer> left, @ForAll("lists") List<Integer> right) {
    if (left.size() > 1 && right.stream().anyMatch(number -> number >= 7)) {
      fail("%s %s", left, right);
    }
  }

  @Property
  @Domain(MigrationDomain.class)
  void noSubsections(@ForAll Guest guest) {
    if (!guest.section().subsections().isEmpty()) {
      fail("has some");
    }
  }

  @Property
  @Domain(MigrationDomain.class)
  void noSections(@ForAll Section section) {
    fail("a section");
  }

  @Property
  @Domain(MigrationDomain.class)
  void oneRelease(@ForAll History history) {
    if (history.releases().size() > 1) {
      fail("has several");
    }
  }

  @Property
  @Domain(MigrationDomain.class)
  void atMostTwoStops(@ForAll Scenario scenario) {
    if (scenario.route().size() > 2) {
      fail("goes on");
    }
  }

  /// The guest has to hold something for this.
  @Property
  @Domain(MigrationDomain.class)
  void nothingToCarryBack(@ForAll Scenario scenario) {
    Release first = scenario.route().getFirst().release();
    Release last = scenario.route().getLast().release();
    if (!scenario.guest().devices().isEmpty() && scenario.history().isOlder(last, first)) {
      fail("goes back");
    }
  }
}
