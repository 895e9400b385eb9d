package org.hopscotch.harness.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.hopscotch.corpus.dsl.Fields.uint32;
import static org.hopscotch.corpus.dsl.Fields.uint8;
import static org.hopscotch.corpus.dsl.Properties.propBool;
import static org.hopscotch.corpus.dsl.Telling.device;
import static org.hopscotch.corpus.dsl.Telling.machine;
import static org.hopscotch.corpus.dsl.Telling.release;
import static org.hopscotch.corpus.dsl.Telling.scenario;
import static org.hopscotch.corpus.dsl.Telling.vmstate;
import static org.hopscotch.model.scenario.InvariantId.NEWER_TO_OLDER;
import static org.hopscotch.model.scenario.InvariantId.OLDER_TO_NEWER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hopscotch.corpus.dsl.FirstRelease;
import org.hopscotch.corpus.dsl.NextRelease;
import org.hopscotch.corpus.dsl.ToldRoute;
import org.hopscotch.corpus.yaml.CaseException;
import org.hopscotch.corpus.yaml.CaseYaml;
import org.hopscotch.harness.Repository;
import org.hopscotch.harness.replay.CaseReplay;
import org.hopscotch.harness.subject.EngineSubject;
import org.hopscotch.model.scenario.Verdict;
import org.junit.jupiter.api.Test;

class PromisesTest {
  private static final FirstRelease R51 =
      release("5.1")
          .device(
              device("timer-x")
                  .vmstate(
                      vmstate("timerx").versionId(1).minimumVersionId(1).fields(uint32("count"))))
          .machine(machine("pc-5.1", "5.1", "pc"));

  private static final NextRelease BARE =
      R51.next("5.2")
          .addMachine(machine("pc-5.2", "5.2", "pc"))
          .addField("timer-x", uint8("latch"));

  private static final NextRelease PINNED =
      R51.next("5.2")
          .addMachine(machine("pc-5.2", "5.2", "pc"))
          .addProperty("timer-x", propBool("x-latch", true))
          .addRow("hw_compat_5_1", "timer-x", "x-latch", "off")
          .addField("timer-x", uint8("latch").test("property(x-latch)"));

  private static final NextRelease WITHOUT_ROW =
      R51.next("5.2")
          .addMachine(machine("pc-5.2", "5.2", "pc"))
          .addProperty("timer-x", propBool("x-latch", true))
          .addField("timer-x", uint8("latch").test("property(x-latch)"));

  private static ToldRoute route(NextRelease newer) {
    return scenario(R51, newer)
        .device("dev0", "timer-x")
        .guest("dev0", "count", 77)
        .from("5.2", "pc-5.1")
        .to("5.1", "pc-5.1");
  }

  private static BrokenPromises broken(Runnable check) {
    return catchThrowableOfType(BrokenPromises.class, check::run);
  }

  @Test
  void acceptsWhatKeepsItsPromises() {
    assertThatNoException().isThrownBy(() -> Promises.check(route(PINNED)));
    assertThatNoException().isThrownBy(() -> Promises.check(route(PINNED).scenario()));
    assertThat(Promises.of(route(PINNED)).violated()).isEmpty();
    assertThat(Promises.of(route(PINNED)).verdict(NEWER_TO_OLDER)).isEqualTo(Verdict.HOLDS);
  }

  @Test
  void tellsWhatHappenedAndWhatMendsIt() {
    BrokenPromises broken = broken(() -> Promises.check(route(BARE)));
    assertThat(broken.promises()).first().isEqualTo(NEWER_TO_OLDER);
    assertThat(broken)
        .hasMessageStartingWith("newer-to-older is violated")
        .hasMessageContaining("What happened: ")
        .hasMessageContaining("How bad: Refused")
        .hasMessageContaining("A repair, with which all promises hold: ")
        .hasMessageContaining("- add-field: {type: timer-x");
  }

  @Test
  void saysWhatTheDocumentationShows() throws IOException {
    String page = Files.readString(Repository.root().resolve("docs/java.md"));
    Matcher shown = Pattern.compile("```text\n(.*?)```", Pattern.DOTALL).matcher(page);
    assertThat(shown.find()).isTrue();
    String said = broken(() -> Promises.check(route(WITHOUT_ROW))).getMessage();
    assertThat(inOneLine(said)).startsWith(inOneLine(shown.group(1)));
  }

  /// A page is broken into lines at other places.
  private static String inOneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  @Test
  void judgesWithoutThrowing() {
    Promises judged = Promises.of(route(BARE).scenario());
    assertThat(judged.violated()).contains(NEWER_TO_OLDER).doesNotContain(OLDER_TO_NEWER);
    assertThat(judged.judgements(NEWER_TO_OLDER)).isNotEmpty();
  }

  /// The message ends with a command; its file holds the case that the message shows, which comes
  /// to the same verdicts again.
  @Test
  void theCommandOfTheMessageShowsItAgain() throws IOException, CaseException {
    for (BrokenPromises broken :
        new BrokenPromises[] {
          broken(() -> Promises.check(route(BARE))),
          broken(() -> Promises.check(route(BARE).scenario()))
        }) {
      Matcher command =
          Pattern.compile("\\./hopscotch replay (\\S+) --explain").matcher(broken.getMessage());
      assertThat(command.find()).isTrue();
      String yaml = Files.readString(Path.of(command.group(1)));
      assertThat(broken.getMessage()).contains(yaml);
      assertThat(CaseYaml.read(yaml)).isEqualTo(broken.shown());
      assertThat(CaseReplay.of(CaseYaml.read(yaml), _ -> new EngineSubject()).surprises())
          .extracting(CaseReplay.Surprise::invariant)
          .containsExactlyElementsOf(broken.promises());
    }
  }

  @Test
  void checksCasesByWhatTheyExpect() {
    assertThatNoException()
        .isThrownBy(() ->
            Promises.check(
                route(BARE)
                    .about("Bare.")
                    .violated(NEWER_TO_OLDER)
                    .repair(
                        BARE.repaired()
                            .addProperty("timer-x", propBool("x-latch", true))
                            .addRow("hw_compat_5_1", "timer-x", "x-latch", "off")
                            .replaceField(
                                "timer-x", "latch", uint8("latch").test("property(x-latch)")))));
    assertThat(
            broken(() ->
                Promises.check(
                    route(PINNED).about("Pinned.").violated(NEWER_TO_OLDER).noRepair("None."))))
        .hasMessageStartingWith("newer-to-older: expected violated, got holds");
    assertThat(
            broken(() ->
                Promises.check(
                    route(BARE)
                        .about("Not mended.")
                        .violated(NEWER_TO_OLDER)
                        .repair(BARE.repaired().setVersions("timer-x", 1, 1)))))
        .hasMessageStartingWith("newer-to-older after the repair: expected holds, got violated");
  }
}
