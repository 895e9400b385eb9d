package org.hopscotch.harness.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.statistics.Statistics;
import org.hopscotch.generators.choice.Choices;
import org.hopscotch.generators.history.Defects;
import org.hopscotch.generators.history.DrawnScenarios;
import org.hopscotch.generators.history.Histories;
import org.hopscotch.generators.jqwik.ChoiceArbitraries;
import org.hopscotch.generators.jqwik.MigrationDomain;
import org.hopscotch.harness.check.Promises;
import org.hopscotch.harness.subject.EngineSubject;
import org.hopscotch.model.scenario.Guest;
import org.hopscotch.model.scenario.InvariantId;
import org.hopscotch.model.scenario.Judgement;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.scenario.Stop;
import org.hopscotch.model.scenario.Verdict;
import org.hopscotch.model.wire.MigrationStream;

/// Each promise as a property, which stands by itself: run one, or all with
/// `-Djqwik.tries.default=100000`. How often one has to be about a sample is a floor, in percent.
@Domain(MigrationDomain.class)
public class PromisesTest {
  private static final DrawnScenarios SOUND = DrawnScenarios.over(Histories.sound());

  @Property
  void roundTrip(@ForAll Scenario scenario) {
    keeps(InvariantId.ROUND_TRIP, scenario, 95);
  }

  @Property
  void sameRelease(@ForAll Scenario scenario) {
    keeps(InvariantId.SAME_RELEASE, scenario, 40);
  }

  @Property
  void unknownMachine(@ForAll("strangers") Scenario scenario) {
    keeps(InvariantId.UNKNOWN_MACHINE, scenario, 95);
  }

  @Property
  void newerToOlder(@ForAll Scenario scenario) {
    keeps(InvariantId.NEWER_TO_OLDER, scenario, 15);
  }

  @Property
  void olderToNewer(@ForAll Scenario scenario) {
    keeps(InvariantId.OLDER_TO_NEWER, scenario, 15);
  }

  @Property
  void oldMachineSameRelease(@ForAll Scenario scenario) {
    keeps(InvariantId.OLD_MACHINE_SAME_RELEASE, scenario, 25);
  }

  @Property
  void chainStable(@ForAll Scenario scenario) {
    keeps(InvariantId.CHAIN_STABLE, scenario, 60);
  }

  @Property
  void configurationPinned(@ForAll Scenario scenario) {
    keeps(InvariantId.CONFIGURATION_PINNED, scenario, 30);
  }

  @Property
  void nothingUndefined(@ForAll Scenario scenario) {
    keeps(InvariantId.NOTHING_UNDEFINED, scenario, 90);
  }

  @Property
  void refusedCleanly(@ForAll("unsound") Scenario scenario) {
    keeps(InvariantId.REFUSED_CLEANLY, scenario, 2);
  }

  @Property
  void asTheRulesSay(@ForAll Scenario scenario) {
    keeps(InvariantId.AS_THE_RULES_SAY, scenario, 95);
  }

  @Property
  void decoderTotal(@ForAll Scenario scenario) {
    keeps(InvariantId.DECODER_TOTAL, scenario, 95);
  }

  @Property(tries = 1000)
  void roundTripOfOneDevice(@ForAll Guest guest) {
    Judgement judgement = new RoundTrip().judge(guest);
    count(judgement.verdict(), 95);
    assertThat(judgement.verdict()).as(judgement.because()).isNotEqualTo(Verdict.VIOLATED);
  }

  @Property(tries = 1000)
  void decoderTotalForAnyStream(@ForAll MigrationStream stream) {
    DecoderTotal.Judged judged = new DecoderTotal().judge(stream.toBytes());
    assertThat(judged.ofWhole()).isEqualTo(Judgement.holds());
  }

  @Example
  void eachPromiseHasItsProperty() {
    Set<String> properties =
        Arrays.stream(PromisesTest.class.getDeclaredMethods())
            .filter(method -> List.of(method.getParameterTypes()).equals(List.of(Scenario.class)))
            .map(method -> method.getName().replaceAll("[A-Z]", "-$0").toLowerCase(Locale.ROOT))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(properties)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(InvariantId.values()).map(InvariantId::id).toList());
  }

  // ---- samples for promises that are seldom about those of the domain

  /// {@return scenarios that end where nobody knows their machine type}
  @Provide
  Arbitrary<Scenario> strangers() {
    return ChoiceArbitraries.of(PromisesTest::stranger);
  }

  private static Scenario stranger(Choices choices) {
    Scenario drawn = SOUND.draw(choices).scenario();
    List<Stop> route = drawn.route();
    Stop last = route.getLast();
    Stop unknown =
        new Stop(
            last.release(), "pc-none", last.configuration(), last.surroundings(), last.reset());
    return new Scenario(
        drawn.history(),
        drawn.guest(),
        Stream.concat(route.subList(0, route.size() - 1).stream(), Stream.of(unknown)).toList());
  }

  /// {@return scenarios over histories that end with an unsound step, where hops are refused}
  @Provide
  Arbitrary<Scenario> unsound() {
    return ChoiceArbitraries.of(choices ->
        DrawnScenarios.over(Histories.with(choices.oneOf(Defects.all()))).draw(choices).scenario());
  }

  // ---- judging

  /// {@return what stands for the releases}
  protected Journey.Subjects subjects() {
    return _ -> new EngineSubject();
  }

  private void keeps(InvariantId promise, Scenario scenario, int floor) {
    count(Promises.check(scenario, promise, subjects()), floor);
  }

  private static void count(Verdict verdict, int floor) {
    Statistics.collect(verdict);
    Statistics.coverage(
        coverage -> coverage.check(Verdict.HOLDS).percentage(applied -> applied >= floor));
  }
}
