package org.hopscotch.harness.minimise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hopscotch.model.release.Configuration;
import org.hopscotch.model.release.History;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.release.Surroundings;
import org.hopscotch.model.scenario.InvariantId;
import org.hopscotch.model.scenario.Judgement;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.scenario.Stop;
import org.hopscotch.model.state.GuestState;
import org.hopscotch.model.wire.LoaderFamily;
import org.junit.jupiter.api.Test;

class SameFindingTest {
  private static final Breach LOST = new Breach(InvariantId.OLDER_TO_NEWER, "member lost");
  private static final Breach PINNED =
      new Breach(InvariantId.CONFIGURATION_PINNED, "property not pinned");
  private static final Breach RULES = new Breach(InvariantId.AS_THE_RULES_SAY, "other outcome");
  private static final Breach HOME = new Breach(InvariantId.ROUND_TRIP, "member lost");

  private static Breaches breaches(Breach... all) {
    return Breaches.of(
        Stream.of(all)
            .collect(
                Collectors.groupingBy(
                    Breach::invariant,
                    Collectors.mapping(
                        one -> Judgement.violated(one.reasonClass(), ""), Collectors.toList()))));
  }

  /// A scenario that says by the name of its machine type what shows in it.
  private static Scenario named(String machine) {
    Release release =
        new Release(
            "5.1", Optional.empty(), LoaderFamily.UP_TO_9_1, List.of(), List.of(), List.of());
    return new Scenario(
        new History(List.of(release)),
        GuestState.EMPTY,
        List.of(
            new Stop(
                release,
                machine,
                Configuration.BARE,
                new Surroundings(Map.of(), Map.of()),
                false)));
  }

  private static Breaches judged(Scenario scenario) {
    return switch (scenario.route().getFirst().machine()) {
      case "found" -> breaches(LOST, PINNED);
      case "less" -> breaches(LOST);
      case "other" -> breaches(PINNED);
      case "home" -> breaches(HOME, LOST);
      case "rules" -> breaches(LOST, RULES);
      case "none" -> Breaches.NONE;
      default -> throw new IllegalStateException("cannot be played");
    };
  }

  private static SameFinding rule(String found) {
    return new SameFinding(named(found), SameFindingTest::judged);
  }

  @Test
  void thePrimaryBreachIsTheFirstByThePromise() {
    assertThat(breaches(RULES, PINNED, LOST).primary()).contains(LOST);
  }

  @Test
  void lessMayShowButNothingElse() {
    assertThat(rule("found")).accepts(named("found"), named("less"));
    assertThat(rule("found"))
        .rejects(named("other"), named("home"), named("rules"), named("none"), named("broken"));
    assertThat(rule("less")).rejects(named("found"));
  }

  @Test
  void aDefectOfTheEngineStaysOne() {
    assertThat(rule("rules")).accepts(named("rules")).rejects(named("less"));
  }

  @Test
  void whatSlipsToAnotherCauseIsRemembered() {
    SameFinding rule = rule("found");
    for (String one : List.of("less", "other", "home", "rules", "none")) {
      boolean same = rule.test(named(one));
      assertThat(same).isEqualTo(one.equals("less"));
    }
    assertThat(rule.slips()).isEqualTo(Map.of(HOME, named("home"), RULES, named("rules")));
  }

  @Test
  void nothingIsTheSameAsNothing() {
    assertThat(rule("none")).rejects(named("none"));
    assertThat(Breaches.NONE.all()).isEqualTo(Set.of());
  }
}
