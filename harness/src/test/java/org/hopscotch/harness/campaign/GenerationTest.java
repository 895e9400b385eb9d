package org.hopscotch.harness.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.hopscotch.corpus.GivenHistory;
import org.hopscotch.corpus.yaml.HistoryYaml;
import org.hopscotch.generators.Generation;
import org.hopscotch.generators.choice.Choices;
import org.hopscotch.harness.Repository;
import org.hopscotch.harness.invariant.DecoderTotal;
import org.hopscotch.harness.invariant.Journey;
import org.hopscotch.harness.invariant.RoundTrip;
import org.hopscotch.harness.subject.EngineSubject;
import org.hopscotch.model.scenario.InvariantId;
import org.junit.jupiter.api.Test;

/// Who draws something else than before says so: a seed in a saved finding means what it meant
/// under the version beside it. When this fails, raise {@link Generation#VERSION} and put the new
/// hashes here.
class GenerationTest {
  private static final Journey.Subjects ENGINE = _ -> new EngineSubject();
  private static final Set<InvariantId> ALL = EnumSet.allOf(InvariantId.class);
  private static final int CASES = 40;

  private static String hash(Experiment<?> experiment) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (int number = 0; number < CASES; number++) {
      digest.update(drawn(experiment, number));
    }
    return HexFormat.of().formatHex(digest.digest(), 0, 8);
  }

  private static <T> byte[] drawn(Experiment<T> experiment, int number) {
    return experiment.print(experiment.draw(Choices.unrecorded(1, number)));
  }

  @Test
  void seedsDrawWhatTheyDrewInThisVersion() throws Exception {
    GivenHistory given =
        HistoryYaml.read(
            Files.readString(
                Repository.root().resolve("corpus/cases/virtio-blk-num-queues-newer-to-older.yaml"),
                StandardCharsets.UTF_8));
    assertThat(Generation.VERSION).isEqualTo(1);
    assertThat(
            List.of(
                hash(new DrawnGuests(new RoundTrip())),
                hash(new DrawnStreams(new DecoderTotal())),
                hash(
                    new DamagedStreams(
                        List.of(Repository.stream("5.2/pc-q35-5.2/legacy.devices.gz")),
                        new DecoderTotal())),
                hash(new GivenScenarios(given, ENGINE, ALL)),
                hash(DrawnHistories.sound(ENGINE, ALL)),
                hash(DrawnHistories.unsound(ENGINE, ALL))))
        .containsExactly(
            "f079927695a0b8c0",
            "234f8111c2028d36",
            "fa13b72c386d6687",
            "6638d6e525b3d710",
            "8a3f47a66d78a670",
            "42f3e0ce3df702ab");
  }
}
