package org.hopscotch.harness.planted;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hopscotch.corpus.yaml.CaseException;
import org.hopscotch.corpus.yaml.CaseYaml;
import org.hopscotch.harness.Repository;
import org.hopscotch.harness.invariant.Invariant;
import org.hopscotch.harness.invariant.Invariants;
import org.hopscotch.harness.invariant.Journey;
import org.hopscotch.harness.planted.EngineDefect.Part;
import org.hopscotch.harness.planted.EngineDefect.Shows;
import org.hopscotch.harness.subject.EngineSubject;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.scenario.InvariantId;
import org.hopscotch.model.scenario.Judgement;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.scenario.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Every planted defect can be seen, where the catalogue says so; and what is around the engine to
/// plant them changes nothing by itself.
class EngineDefectTest {
  private static final Journey.Subjects RIGHT = _ -> new EngineSubject();

  private static final Map<String, Scenario> SOUND = SoundScenarios.all();
  private static final Map<String, Scenario> UNSOUND = UnsoundScenarios.all();

  private static final EngineDefect NONE =
      new EngineDefect("none", "nothing is wrong", Part.BOTH_WAYS, Shows.ON_SOUND);

  private static SortedMap<InvariantId, List<Judgement>> judged(
      Scenario scenario, Journey.Subjects subjects) {
    Journey journey = new Journey(scenario, subjects);
    SortedMap<InvariantId, List<Judgement>> judged = new TreeMap<>();
    for (Invariant invariant : Invariants.all()) {
      judged.put(invariant.id(), invariant.judge(journey));
    }
    return judged;
  }

  /// {@return the first promise that is broken}
  private static Optional<InvariantId> broken(Scenario scenario, Journey.Subjects subjects) {
    return judged(scenario, subjects).entrySet().stream()
        .filter(one -> Invariant.verdict(one.getValue()) == Verdict.VIOLATED)
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /// {@return where a defect breaks a promise, on the sound history, and which}
  private static Stream<String> seen(EngineDefect defect) {
    return SOUND.entrySet().stream()
        .flatMap(one ->
            one.getValue().history().releases().stream()
                .map(Release::name)
                .flatMap(release ->
                    broken(one.getValue(), Plantings.in(release, defect)).stream()
                        .map(id -> one.getKey() + " in " + release + ": " + id.id())));
  }

  private static Scenario scenario(String name) throws IOException {
    Scenario own = UNSOUND.get(name);
    return own != null
        ? own
        : scenario(Repository.root().resolve("corpus/cases/" + name + ".yaml"));
  }

  private static Scenario scenario(Path file) throws IOException {
    try {
      return CaseYaml.read(Files.readString(file)).scenario();
    } catch (CaseException e) {
      throw new AssertionError(file + ": " + e.problems(), e);
    }
  }

  static List<EngineDefect> onSound() {
    return EngineDefects.all().stream().filter(one -> one.shows() == Shows.ON_SOUND).toList();
  }

  static List<EngineDefect> onUnsound() {
    return EngineDefects.all().stream().filter(one -> one.shows() == Shows.ON_UNSOUND).toList();
  }

  // ---- the catalogue

  @Test
  void defectsAreManyAndTellTheirNamesAndLines() {
    List<EngineDefect> all = EngineDefects.all();
    assertThat(all).hasSizeGreaterThanOrEqualTo(100);
    assertThat(all).extracting(EngineDefect::id).doesNotHaveDuplicates();
    assertThat(all).extracting(EngineDefect::line).doesNotHaveDuplicates();
    assertThat(all)
        .allSatisfy(one -> {
          assertThat(one.id()).matches("[a-z][a-z0-9]*(-[a-z0-9]+)+");
          assertThat(one.line()).hasSizeLessThan(100).doesNotContain("\n").doesNotEndWith(".");
          assertThat(one.distortions()).isNotEmpty();
        });
    assertThat(all).extracting(EngineDefect::part).contains(Part.values());
    assertThat(all).extracting(EngineDefect::reach).contains(EngineDefect.Reach.values());
    assertThat(onUnsound()).hasSizeLessThan(onSound().size() / 2);
  }

  @Test
  void aDefectIsFoundByItsId() {
    assertThat(EngineDefects.named("footer-unchecked"))
        .map(EngineDefect::part)
        .hasValue(Part.LOADING);
    assertThat(EngineDefects.named("footer")).isEmpty();
  }

  // ---- on sound releases

  @Test
  void noPromiseIsBrokenWithoutADefect() {
    Map<String, InvariantId> broken = new LinkedHashMap<>();
    SOUND.forEach((name, one) -> broken(one, RIGHT).ifPresent(id -> broken.put(name, id)));
    assertThat(broken).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("onSound")
  void breaksAPromiseOfSoundReleases(EngineDefect defect) {
    assertThat(seen(defect).findFirst()).isPresent();
  }

  /// What only shows where something is wrong anyway, marked so, is not seen elsewhere.
  @ParameterizedTest
  @MethodSource("onUnsound")
  void breaksNoPromiseOfSoundReleases(EngineDefect defect) {
    assertThat(seen(defect)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "uint16-loaded-as-uint32, chips, 5.1, ROUND_TRIP",
    "sign-lost, chips, 5.2, AS_THE_RULES_SAY",
    "instance-ids-from-1, chips, 5.1, OLDER_TO_NEWER",
    "reset-keeps-lists, hub rebooted, 5.1, CHAIN_STABLE",
    "zero-not-reset, chips, 5.2, NOTHING_UNDEFINED",
    "unknown-machine-replaced, nic unknown, 5.1, UNKNOWN_MACHINE",
    "alias-of-another-machine, nic by alias, 5.1, OLD_MACHINE_SAME_RELEASE",
    "two-fields-swapped-both-ways, chips, 5.1, OLDER_TO_NEWER",
    "two-fields-swapped-everywhere, chips, 5.1, AS_THE_RULES_SAY",
    "two-widths-cancel, chips, 5.1, ROUND_TRIP",
  })
  void breaksThePromiseThatItIsAbout(String id, String name, String release, InvariantId first) {
    EngineDefect defect = EngineDefects.named(id).orElseThrow();
    assertThat(broken(SOUND.get(name), Plantings.in(release, defect))).hasValue(first);
  }

  @Test
  void aDefectOfOneReleaseIsNotInTheOthers() {
    EngineDefect defect = EngineDefects.named("uint32-little-endian-both-ways").orElseThrow();
    Scenario atRest = SOUND.get("chips at rest");
    assertThat(broken(atRest, Plantings.in("5.1", defect))).isEmpty();
    assertThat(broken(atRest, Plantings.in("5.2", defect))).hasValue(InvariantId.AS_THE_RULES_SAY);
    assertThat(broken(atRest, Plantings.everywhere(defect))).isPresent();
  }

  // ---- on unsound ones

  @ParameterizedTest
  @CsvSource({
    "bool-not-normalised, a number became a bool, 5.2",
    "minimum-one-too-low, below-minimum, 5.2",
    "version-compared-for-equality, version-raised-older-to-newer, 5.2",
    "newer-section-taken, version-raised, 5.1",
    "load-state-old-skipped, below-minimum-load-state-old, 5.2",
    "subsection-prefix-with-slash, prefix-swallows-subsection, 5.2",
    "unknown-subsection-skipped, subsection-by-data-busy, 5.1",
    "subsection-version-unchecked, a subsection raised, 5.1",
    "post-load-refusal-ignored, hook-refuses-legal-state, 5.2",
    "equal-unchecked, ppc-cpu-instructions-compared, 2.7",
    "positive-le-unchecked, a limit was lowered, 5.2",
    "pci-config-unchecked, config-bit-changed, 5.2",
    "pci-irq-state-unchecked, a pin that is 2, 5.2",
    "validate-ignored, hpet-timers-must-match, 10.0",
    "mandatory-row-optional, a row of a property that is gone, 5.1",
    "alias-id-ignored, alias-id, 5.2",
    "ram-size-unchecked, ram-block-grew, 5.2",
    "footer-unchecked, member-removed-bare, 5.1",
    "truncated-stream-taken, a field longer than the stream, 5.2",
    "unknown-section-skipped, section-renamed, 5.2",
    "undefined-taken-for-default, absent-subsection-reset-missing, 5.2",
  })
  void isJudgedOtherwiseThanTheRightEngine(String id, String name, String release)
      throws IOException {
    EngineDefect defect = EngineDefects.named(id).orElseThrow();
    assertThat(judged(scenario(name), Plantings.in(release, defect)))
        .isNotEqualTo(judged(scenario(name), RIGHT));
    assertThat(defect.shows()).isEqualTo(Shows.ON_UNSOUND);
  }

  @Test
  void eachOfTheUnsoundOnesIsTried() throws NoSuchMethodException {
    String[] tried =
        EngineDefectTest.class
            .getDeclaredMethod(
                "isJudgedOtherwiseThanTheRightEngine", String.class, String.class, String.class)
            .getAnnotation(CsvSource.class)
            .value();
    assertThat(onUnsound())
        .extracting(EngineDefect::id)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(tried).map(line -> line.substring(0, line.indexOf(','))).toList());
  }

  // ---- without a defect

  @Test
  void noDefectMakesNoDifferenceInAnyCase() throws IOException {
    List<String> different = new ArrayList<>();
    List<Path> cases = cases();
    for (Path file : cases) {
      Scenario scenario = scenario(file);
      if (!judged(scenario, Plantings.everywhere(NONE)).equals(judged(scenario, RIGHT))) {
        different.add(file.getFileName().toString());
      }
    }
    assertThat(cases).hasSizeGreaterThan(200);
    assertThat(different).isEmpty();
  }

  @Test
  void noDefectMakesNoDifferenceInOtherScenarios() {
    Map<String, Scenario> all = new LinkedHashMap<>(SOUND);
    all.putAll(UNSOUND);
    all.forEach((name, scenario) ->
        assertThat(judged(scenario, Plantings.everywhere(NONE)))
            .as(name)
            .isEqualTo(judged(scenario, RIGHT)));
  }

  private static List<Path> cases() throws IOException {
    try (Stream<Path> files = Files.list(Repository.root().resolve("corpus/cases"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }
}
