package org.hopscotch.harness.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hopscotch.corpus.BreakClass;
import org.hopscotch.corpus.Case;
import org.hopscotch.corpus.yaml.CaseException;
import org.hopscotch.corpus.yaml.CaseYaml;
import org.hopscotch.harness.Repository;
import org.hopscotch.harness.explain.Explanation;
import org.hopscotch.harness.invariant.Journey;
import org.hopscotch.harness.subject.EngineSubject;
import org.hopscotch.model.scenario.InvariantId;
import org.hopscotch.model.scenario.Judgement;
import org.hopscotch.model.scenario.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The corpus of cases is what it says.
class CasesTest {
  private static final Journey.Subjects ENGINE = _ -> new EngineSubject();

  static List<Path> cases() throws IOException {
    try (Stream<Path> files = Files.list(Repository.root().resolve("corpus/cases"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  private static CaseReplay replay(Path file) throws IOException {
    try {
      return CaseReplay.of(CaseYaml.read(Files.readString(file)), ENGINE);
    } catch (CaseException e) {
      throw new AssertionError(file + ": " + e.problems(), e);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyCaseIsAsExpected(Path file) throws IOException {
    assertThat(replay(file).surprises()).isEmpty();
  }

  /// A case that only its own verdicts contradict is no surprise; one with other expectations is.
  @Test
  void aVerdictThatIsNotExpectedIsASurprise() throws IOException, CaseException {
    Path file = Repository.root().resolve("corpus/cases/fields-swapped.yaml");
    String right = Files.readString(file);
    assertThat(surprises(right, "older-to-newer: ", "newer-to-older: "))
        .extracting(CaseReplay.Surprise::invariant)
        .containsExactly(InvariantId.NEWER_TO_OLDER, InvariantId.OLDER_TO_NEWER);
    assertThat(surprises(right, "violated: silently changed", "violated: lost"))
        .extracting(CaseReplay.Surprise::got)
        .containsExactly("silently changed");
    assertThat(surprises(right, "reason: member silently changed", "reason: member lost"))
        .extracting(CaseReplay.Surprise::got)
        .containsExactly("member silently changed");
  }

  private static List<CaseReplay.Surprise> surprises(String yaml, String old, String other)
      throws CaseException {
    assertThat(yaml).contains(old);
    return CaseReplay.of(CaseYaml.read(yaml.replace(old, other)), ENGINE).surprises();
  }

  /// What is known of a real break is told in full, and there is one of every class.
  @Test
  void breaksSayWhatTheyAre() throws IOException {
    Set<BreakClass> filed = EnumSet.noneOf(BreakClass.class);
    int real = 0;
    for (Path file : cases()) {
      Case one = replay(file).told();
      if (one.kind() == Case.Kind.BREAK) {
        assertThat(one.classes()).as(file.toString()).isNotEmpty();
        assertThat(one.expect().values())
            .as(file.toString())
            .allMatch(due -> due.verdict() != Verdict.VIOLATED || due.reason().isPresent());
        filed.addAll(one.classes());
        real += one.source().isPresent() ? 1 : 0;
      }
    }
    assertThat(filed).containsExactly(BreakClass.values());
    assertThat(real).isGreaterThanOrEqualTo(85);
  }

  @Test
  void everyPromiseAppliesOftenAndMostAreBrokenSomewhere() throws IOException {
    Map<InvariantId, Integer> held = new EnumMap<>(InvariantId.class);
    Map<InvariantId, Integer> violated = new EnumMap<>(InvariantId.class);
    for (Path file : cases()) {
      CaseReplay replay = replay(file);
      for (InvariantId id : InvariantId.values()) {
        switch (replay.asTold().verdict(id)) {
          case HOLDS, INTERESTING -> held.merge(id, 1, Integer::sum);
          case VIOLATED -> violated.merge(id, 1, Integer::sum);
          case DOES_NOT_APPLY, CANNOT_TELL -> {}
        }
      }
    }
    assertThat(held).containsOnlyKeys(InvariantId.values());
    assertThat(held.get(InvariantId.UNKNOWN_MACHINE)).isGreaterThanOrEqualTo(2);
    assertThat(held.get(InvariantId.AS_THE_RULES_SAY)).isGreaterThan(160);
    assertThat(violated)
        .containsKeys(
            InvariantId.ROUND_TRIP,
            InvariantId.SAME_RELEASE,
            InvariantId.NEWER_TO_OLDER,
            InvariantId.OLDER_TO_NEWER,
            InvariantId.OLD_MACHINE_SAME_RELEASE,
            InvariantId.CONFIGURATION_PINNED,
            InvariantId.NOTHING_UNDEFINED);
  }

  @Test
  void everyBrokenPromiseIsExplainedAndMostAreMended() throws IOException {
    int repaired = 0;
    List<String> without = new ArrayList<>();
    for (Path file : cases()) {
      CaseReplay.Judged judged = replay(file).asTold();
      for (Map.Entry<InvariantId, List<Judgement>> one : judged.judgements().entrySet()) {
        for (Judgement judgement : one.getValue()) {
          if (judgement.verdict() == Verdict.VIOLATED) {
            Explanation explanation = Explanation.of(judged.journey(), one.getKey(), judgement);
            assertThat(explanation.what()).as(file.toString()).isNotBlank();
            assertThat(explanation.severity()).as(file.toString()).isNotBlank();
            if (explanation.repairs().isEmpty()) {
              without.add(file.getFileName() + ": " + judgement.because());
            } else {
              repaired++;
            }
          }
        }
      }
    }
    assertThat(repaired).as("without repair: %s", without).isGreaterThan(150);
  }

  @Test
  void theStoryOfACaseNamesReasonsAndRepair() throws IOException {
    String story =
        CaseStory.of(
            replay(
                Repository.root()
                    .resolve("corpus/cases/virtio-blk-num-queues-newer-to-older.yaml")));
    assertThat(story)
        .contains("disk.num-queues = 4, from automatic choice property(machine.cpus)")
        .contains("num_queues  uint16  4")
        .contains("QEMU says: load of migration failed: Operation not permitted")
        .contains("Repair found, in 5.2 (all promises hold with it, ")
        .contains("virtio-blk-device.num-queues: \"1\"}")
        .doesNotContain("Repair: ")
        .contains("With the repair that the case has:");
  }
}
