package org.hopscotch.corpus.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.hopscotch.corpus.Provenance;
import org.junit.jupiter.api.Test;

class ProvenanceYamlTest {
  private static final Provenance FOUND =
      new Provenance(
          "newer-to-older: section too new (clock clock)",
          "newer-to-older",
          "section too new (clock clock)",
          Optional.of("refused"),
          "5.2 -> 5.1: \"section 'clock'\" has version 2,\n  newer than 1 #",
          List.of("newer-to-older: section too new (clock clock)", "round-trip: x"),
          "-9223372036854775808",
          1L << 40,
          "hopscotch 0.1.0",
          3,
          "./hopscotch replay x.yaml --explain",
          "./hopscotch campaign --history 'a b: c.yaml' --seed 1 --case 5");

  @Test
  void readingUndoesWriting() throws YamlException {
    assertThat(ProvenanceYaml.read(ProvenanceYaml.print(FOUND))).isEqualTo(FOUND);
    Provenance little =
        new Provenance("a", "b", "c", Optional.empty(), "", List.of(), "0", 0, "d", 1, "e", "f");
    assertThat(ProvenanceYaml.read(ProvenanceYaml.print(little))).isEqualTo(little);
  }

  @Test
  void namesTheLineOfWhatIsWrong() {
    String yaml = ProvenanceYaml.print(FOUND).replace("generators: 3", "generators: three");
    assertThatThrownBy(() -> ProvenanceYaml.read(yaml))
        .isInstanceOfSatisfying(
            YamlException.class,
            e -> assertThat(e.problem().in("x")).startsWith("x:").contains("expected a number"));
  }
}
