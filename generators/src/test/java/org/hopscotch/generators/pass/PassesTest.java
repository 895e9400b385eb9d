package org.hopscotch.generators.pass;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.hopscotch.corpus.Case;
import org.hopscotch.corpus.Told;
import org.hopscotch.corpus.yaml.CaseYaml;
import org.hopscotch.model.scenario.Scenario;
import org.junit.jupiter.api.Test;

/// Each pass alone, on a scenario with one of everything: what it cuts is gone, and what is not
/// its own stays.
class PassesTest {

  private static String after(ScenarioPass pass, Predicate<Scenario> keeps) {
    return text(
        ScenarioMinimizer.minimize(Sample.scenario(), List.of(pass), keeps, 1000).scenario());
  }

  /// {@return what a pass makes of the sample when all that can be cut may be}
  private static String after(ScenarioPass pass) {
    return after(pass, _ -> true);
  }

  private static String text(Scenario scenario) {
    List<Told> told = scenario.history().releases().stream().<Told>map(Told.Whole::new).toList();
    return CaseYaml.print(
        new Case(
            Case.Kind.BREAK,
            "A sample.",
            List.of(),
            Optional.empty(),
            told,
            scenario,
            Map.of(),
            Optional.empty(),
            Optional.empty()));
  }

  private static Predicate<Scenario> has(String words) {
    return scenario -> text(scenario).contains(words);
  }

  private static int count(String text, String words) {
    return text.split(Pattern.quote(words), -1).length - 1;
  }

  @Test
  void thereIsSomethingToCutForMostPasses() {
    Scenario sample = Sample.scenario();
    assertThat(Passes.ALL)
        .filteredOn(pass ->
            ScenarioMinimizer.minimize(sample, List.of(pass), _ -> true, 1000)
                .scenario()
                .equals(sample))
        .extracting(pass -> pass.getClass().getSimpleName())
        .containsExactlyInAnyOrder("NearerStop", "OtherMachine", "MergeType", "SimplerCount");
  }

  @Test
  void releasesGoWithTheirStopsAndTheOthersMoveUp() {
    String left = after(new DropRelease(), scenario -> scenario.route().size() == 2);
    assertThat(left).doesNotContain("5.1\"\n  types").contains("release: \"5.2\"\n  types");
    assertThat(left).contains("parent: \"5.2\"");
    String ends = after(new DropRelease(), has("release: \"6.0\"").and(has("- release: \"5.1\"")));
    assertThat(ends)
        .contains("- release: \"6.0\"\n  parent: \"5.1\"")
        .doesNotContain("release: \"5.2");
  }

  @Test
  void typesGoWithDevicesRowsAndDoings() {
    String left = after(new DropType(), has("built-in"));
    assertThat(left).contains("above.queues").doesNotContain("disk", "other:", "guest:");
  }

  @Test
  void aTypeIsMergedIntoThoseBelowIt() {
    String left =
        text(
            ScenarioMinimizer.minimize(
                    Sample.scenario(), List.of(new DropBuiltIn(), new MergeType()), _ -> true, 100)
                .scenario());
    assertThat(left).doesNotContain("above").contains("disk.queues: \"4\"");
    assertThat(count(left, "queues: {kind: uint16")).isEqualTo(3);
  }

  @Test
  void machineTypesGoInAllReleases() {
    assertThat(after(new DropMachine(), has("pc-5.1:"))).doesNotContain("pc-5.2:");
  }

  @Test
  void builtInThingsGoFromAllMachineTypes() {
    assertThat(after(new DropBuiltIn())).doesNotContain("built-in", "pc.ram");
  }

  @Test
  void stepsOfEvolutionAreUndoneWithWhatCameOfThem() {
    String left = after(new UndoDifference(), has("name: late"));
    assertThat(count(left, "name: late")).isEqualTo(1);
    assertThat(left).doesNotContain("above.queues");
    assertThat(count(left, "other:")).isEqualTo(3);
    assertThat(count(after(new UndoDifference()), "pc-5.2")).isZero();
  }

  @Test
  void membersGoWithFieldsMentionsAndDoings() {
    String left = after(new DropMember(), has("name: ring"));
    assertThat(left).doesNotContain("name: a,", "regs", "name: late", "a: {type", "a: 300");
    assertThat(left).contains("when 300 == 9", "0 != 0 && 1 > property(queues)");
  }

  @Test
  void fieldsGoAndTheirMembersStay() {
    String left = after(new DropField(), has("name: ring"));
    assertThat(left).doesNotContain("name: a,").contains("a: {type: uint32, reset: 7}", "a: 300");
  }

  @Test
  void subsectionsGo() {
    assertThat(after(new DropSubsection())).doesNotContain("disk/extra");
  }

  @Test
  void propertiesGoWithRowsHandAndMentions() {
    String left = after(new DropProperty(), has("size"));
    assertThat(left).doesNotContain("queues").contains("regs.x > 2", "disk.size: \"3\"");
  }

  @Test
  void rowsAndTablesGo() {
    assertThat(after(new DropRow(), has("disk.size"))).doesNotContain("above.queues");
    assertThat(after(new DropTable())).doesNotContain("hw_compat");
  }

  @Test
  void stepsOfHooksGo() {
    assertThat(after(new DropHook(), has("regs.y = a"))).doesNotContain("refuse \"bad\"");
  }

  @Test
  void detailsGo() {
    assertThat(after(new DropInterface())).doesNotContain("a-bus");
    assertThat(after(new DropRam())).doesNotContain("vram");
    assertThat(after(new DropRealize())).doesNotContain("too small");
    assertThat(after(new DropCapability())).doesNotContain("xbzrle");
    assertThat(after(new SimplerRegistration())).doesNotContain("priority");
    assertThat(after(new DropAlias())).doesNotContain("aliases").contains("machine: pc-5.1}");
    assertThat(after(new SimplerProperty())).doesNotContain("visible");
    assertThat(after(new DropDeclaration())).doesNotContain("reset: 7");
  }

  @Test
  void versionsFallTogether() {
    String left = after(new LowerVersions(), has("version_id: 2"));
    assertThat(left).doesNotContain("version_id: 4", "version_id: 3");
    assertThat(left).contains("version_id: 2\n        minimum_version_id: 1");
    assertThat(after(new LowerVersions())).doesNotContain("version_id: 2");
  }

  @Test
  void expressionsBecomeOperandsAndNumbers() {
    assertThat(after(new SimplerExpression(), has("property(queues)")))
        .contains("property(queues)")
        .doesNotContain("e != 0", "regs.x", "a == 9");
  }

  @Test
  void fieldsBecomeBytesWithTheirMembersAndValues() {
    String left = after(new SimplerField(), has("struct:"));
    assertThat(left).doesNotContain("uint32", "array: 4").contains("a: 44");
    assertThat(left).contains("{name: ring, type: uint8}");
  }

  @Test
  void theGuestDoesLittle() {
    assertThat(after(new SimplerValue(), has("ring:"))).doesNotContain("300", "2, 3");
  }

  @Test
  void whatIsAskedForIsAllThatStays() {
    Simplest simplest =
        ScenarioMinimizer.minimize(Sample.scenario(), Passes.ALL, has("name: regs"), 2000);
    assertThat(simplest.complete()).isTrue();
    assertThat(text(simplest.scenario()))
        .endsWith(
            """
            releases:
            - release: "5.1"
              types:
                disk:
                  section:
                    name: disk
                    version_id: 1
                    minimum_version_id: 1
                    fields:
                    - {name: regs, type: uint8}
              machines: {}
            configuration:
              cpus: 1
            route:
            - {release: "5.1", machine: pc, unknown: true}
            expect: {}
            """);
  }

  @Test
  void stopsAtTheLimitAndSaysSo() {
    Simplest simplest = ScenarioMinimizer.minimize(Sample.scenario(), Passes.ALL, _ -> false, 10);
    assertThat(simplest).isEqualTo(new Simplest(Sample.scenario(), 10, false));
  }

  @Test
  void isDeterministic() {
    Predicate<Scenario> condition = has("name: late");
    assertThat(ScenarioMinimizer.minimize(Sample.scenario(), Passes.ALL, condition, 2000))
        .isEqualTo(ScenarioMinimizer.minimize(Sample.scenario(), Passes.ALL, condition, 2000));
  }
}
