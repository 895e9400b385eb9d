package org.hopscotch.harness.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hopscotch.model.migration.Host;
import org.hopscotch.model.migration.Outcome;
import org.hopscotch.model.migration.Phase;
import org.hopscotch.model.migration.Side;
import org.hopscotch.model.release.Configuration;
import org.hopscotch.model.release.Device;
import org.hopscotch.model.release.StartFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a process may do that is called QEMU: shell scripts do it here.
@Timeout(60)
class QemuSubjectTest {
  private static final Host HOST = new Host(RealQemu.RELEASE, "pc-q35-7.2", Configuration.BARE);
  private static final Duration SHORT = Duration.ofMillis(300);

  /// Greets, and answers everything but what a test has its own answer for.
  private static final String POLITE =
      """
      echo '{"QMP": {}}'
      while read line; do
        case "$line" in
          CASE
          *) echo '{"event": "SOMETHING"}'; echo '{"return": {}}';;
        esac
      done
      """;

  @TempDir private Path folder;

  private QemuSubject process(String script) throws IOException {
    Files.createDirectories(folder.resolve("tmp"));
    return new QemuSubject("sh", "-c", script, "fake").below(folder);
  }

  private Instance started(String answer) throws IOException {
    Subject.Start start = process(POLITE.replace("CASE", answer)).within(SHORT).start(HOST);
    assertThat(start).isInstanceOf(Subject.Started.class);
    return ((Subject.Started) start).instance();
  }

  private static String failure(Subject subject) {
    return switch (subject.start(HOST)) {
      case Subject.DidNotStart(StartFailure.Reported(String words)) -> words;
      case Subject.Start other -> throw new AssertionError(other.toString());
    };
  }

  @Test
  void aProgramThatIsNotThereDoesNotStart() {
    assertThat(failure(new QemuSubject("no-such-program-anywhere")))
        .contains("no-such-program-anywhere");
  }

  @Test
  void aProcessThatEndsSaysWhy() throws IOException {
    assertThat(failure(process("echo 'fake: warning: so-so' >&2; echo 'fake: no way' >&2; exit 1")))
        .isEqualTo("no way");
    assertThat(failure(process("exit 3"))).isEqualTo("ended with exit code 3");
    assertThat(failure(process("kill -SEGV $$"))).isEqualTo("ended with signal 11");
  }

  @Test
  void aProcessThatSaysNothingIsGivenUp() throws IOException {
    assertThat(failure(process("read line").within(SHORT))).startsWith("no answer within");
  }

  @Test
  void aProcessThatTalksNonsenseHasNothingToSay() throws IOException {
    assertThat(failure(process("echo hello; exit 1"))).isEqualTo("ended with exit code 1");
  }

  @Test
  void aSignalWhileLoadingIsADeath() throws IOException {
    try (Instance instance = started("*migrate-incoming*) kill -ABRT $$;;")) {
      assertThat(instance.load(new byte[1]))
          .isEqualTo(new Outcome.Died(Side.DESTINATION, "signal 6"));
    }
  }

  @Test
  void wordsAndAnExitCodeAreARefusal() throws IOException {
    String script =
        "*migrate-incoming*) echo \"fake: Missing section footer for timer\" >&2; exit 1;;";
    try (Instance instance = started(script)) {
      assertThat(instance.load(new byte[1]))
          .isInstanceOfSatisfying(
              Outcome.Refused.class,
              refused -> assertThat(refused.phase()).isEqualTo(Phase.FOOTER));
    }
  }

  @Test
  void aLoadThatDoesNotEndStalls() throws IOException {
    try (Instance instance = started("*nothing-special*) ;;")) {
      assertThat(instance.load(new byte[1])).isInstanceOf(Outcome.Stalled.class);
    }
  }

  @Test
  void aLoadIsOverWhenTheRunStateSaysSoToo() throws IOException {
    Path asked = folder.resolve("asked");
    String script =
        """
        *migrate-incoming*) echo '{"return": {}}';
          echo '{"event": "MIGRATION", "data": {"status": "active"}}';
          echo '{"event": "MIGRATION", "data": {"status": "completed"}}';;
        *query-status*) n=$((n + 1)); echo $n > 'ASKED'; state=inmigrate;
          [ $n -lt 4 ] || state=paused;
          echo "{\\"return\\": {\\"status\\": \\"$state\\"}}";;
        """
            .replace("ASKED", asked.toString());
    try (Instance instance = started(script)) {
      assertThat(instance.load(new byte[1])).isEqualTo(new Outcome.Arrived(List.of()));
      assertThat(asked).hasContent("4");
    }
  }

  @Test
  void aSourceThatMayNotLeaveIsBlocked() throws IOException {
    String script = "*'\"migrate\"'*) echo '{\"error\": {\"desc\": \"not today\"}}';;";
    try (Instance instance = started(script)) {
      assertThat(instance.save())
          .isEqualTo(new Instance.NotSaved(new Outcome.Blocked("not today")));
    }
  }

  @Test
  void withoutAResetThereIsNothingToSave() throws IOException {
    String script = "*system_reset*) echo '{\"error\": {\"desc\": \"not now\"}}';;";
    try (Instance instance = started(script)) {
      instance.reset();
      assertThat(instance.save())
          .isEqualTo(new Instance.NotSaved(new Outcome.Stalled("no reset: not now")));
    }
  }

  @Test
  void nothingStaysBehind() throws IOException {
    try (Instance instance = started("*migrate-incoming*) exit 1;;")) {
      instance.load(new byte[1]);
      assertThat(files()).isNotEmpty();
    }
    assertThat(files()).isEmpty();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("tmp"))) {
      return files.toList();
    }
  }

  @Test
  void optionsSayWhatTheHostIs() {
    Configuration configuration =
        new Configuration(
                Map.of("cpus", 4L),
                List.of(
                    new Device("net0", "e1000", Optional.of("0000:00:03.0"), Map.of("mac", "x")),
                    new Device("#1", "isa-serial", Optional.empty(), Map.of("a", "b,c"))),
                List.of(new Configuration.Global("e1000", "romfile", "a,b")),
                Set.of(),
                Optional.of("u"))
            .with("ram", 1 << 25)
            .with("smm", 1);
    String options =
        String.join(" ", QemuOptions.of(new Host(RealQemu.RELEASE, "q", configuration), "/zeros"));
    assertThat(options)
        .contains("-bios /zeros ", "-M q,smm=1 ", "-m 33554432B ", "-smp 4 ", "-uuid u ")
        .contains("-global driver=e1000,property=romfile,value=a,,b ")
        .contains("-device e1000,id=net0,addr=03.0,mac=x ")
        .endsWith("-device isa-serial,a=b,,c");
  }

  @ParameterizedTest
  @CsvSource({
    "Not a migration stream, HEADER",
    "Configuration section missing, CONFIGURATION",
    "Unknown savevm section type 85, FRAMING",
    "error while loading state for instance 0x0 of device 'ram', RAM",
    "error while loading state for instance 0x0 of device 'timer', DEVICE",
    "Mismatched section id in footer for timer - read 0x4d expected 0x0, FOOTER",
  })
  void wordsSayHowFarALoadCame(String words, Phase phase) {
    assertThat(new QemuWords(List.of("warning: footer", words)).phase()).isEqualTo(phase);
  }
}
