package org.hopscotch.harness.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.hopscotch.corpus.ImportedHost;
import org.hopscotch.corpus.RecordedLoads;
import org.hopscotch.corpus.StreamFile;
import org.hopscotch.corpus.VmstateDump;
import org.hopscotch.harness.Repository;
import org.hopscotch.model.migration.Outcome;
import org.hopscotch.model.migration.VirtualMachine;
import org.hopscotch.model.release.Version;
import org.hopscotch.reports.LoaderWords;
import org.hopscotch.reports.OutcomeText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The engine takes and refuses damaged streams of real QEMUs as their own loaders did
/// (corpus/loaders).
class LoaderAgreementTest {

  /// @param floor just below what is reached; the notes beside the answers say what is not known
  /// @param sameWords the same for refusals in the very words of the real one
  @ParameterizedTest
  @CsvSource({"5.2, 405, 232", "7.2, 580, 330", "10.0, 399, 222", "11.1, 412, 218"})
  void answersAsTheRealLoader(String release, int floor, int sameWords) throws IOException {
    Map<String, Sender> bases = new HashMap<>();
    List<String> disagreements = new ArrayList<>();
    int agreed = 0;
    int inTheSameWords = 0;
    for (RecordedLoads.Load load : recorded(release).loads()) {
      if (load.accepted().isPresent()) {
        Sender base = bases.get(load.base());
        if (base == null) {
          base = Sender.of(release, load.base());
          bases.put(load.base(), base);
        }
        Outcome outcome = base.started().load(load.damaged(base.stream()));
        if (outcome.arrived() == load.accepted().get()) {
          agreed++;
          inTheSameWords += words(outcome, release).equals(load.words()) ? 1 : 0;
        } else {
          disagreements.add(
              "%s: %s; the real one says %s"
                  .formatted(load.name(), OutcomeText.words(outcome), load.words()));
        }
      }
    }
    assertThat(agreed)
        .as("agreements on %s, with these others:%n%s", release, String.join("\n", disagreements))
        .isGreaterThanOrEqualTo(floor);
    assertThat(inTheSameWords).as("in the same words").isGreaterThanOrEqualTo(sameWords);
  }

  /// {@return what QEMU would say; nothing that it says when it takes a stream}
  private static List<String> words(Outcome outcome, String release) {
    return outcome instanceof Outcome.Refused refused
        ? LoaderWords.of(refused, Version.of(release).family())
        : List.of("arrived");
  }

  private static RecordedLoads recorded(String release) throws IOException {
    Path file = Repository.root().resolve("corpus/loaders").resolve(release + ".json");
    try (InputStream in = Files.newInputStream(file)) {
      return RecordedLoads.read(in);
    }
  }

  /// A stream that was damaged, and the host that saved it.
  private record Sender(ImportedHost host, byte[] stream) {
    static Sender of(String release, String name) throws IOException {
      Path file = Repository.stream(name);
      Path dump = Repository.root().resolve("corpus/dumps").resolve(release + ".json.gz");
      try (InputStream in = new GZIPInputStream(Files.newInputStream(file));
          InputStream declared = new GZIPInputStream(Files.newInputStream(dump))) {
        return new Sender(
            ImportedHost.of(
                release,
                Version.of(release).family(),
                StreamFile.at(file),
                VmstateDump.read(declared)),
            in.readAllBytes());
      }
    }

    VirtualMachine started() {
      VirtualMachine.Start start = VirtualMachine.start(host.host());
      assertThat(start).isInstanceOf(VirtualMachine.Started.class);
      VirtualMachine machine = ((VirtualMachine.Started) start).machine();
      machine.enter(host.state());
      return machine;
    }
  }
}
