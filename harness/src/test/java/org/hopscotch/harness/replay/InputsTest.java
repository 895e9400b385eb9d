package org.hopscotch.harness.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hopscotch.corpus.yaml.GuestYaml;
import org.hopscotch.corpus.yaml.YamlException;
import org.hopscotch.harness.Repository;
import org.hopscotch.harness.invariant.DecoderTotal;
import org.hopscotch.harness.invariant.RoundTrip;
import org.hopscotch.model.scenario.Judgement;
import org.hopscotch.model.scenario.Verdict;
import org.junit.jupiter.api.Test;

/// What once broke something holds.
class InputsTest {
  private static Judgement judged(Path file) throws IOException, YamlException {
    return file.toString().endsWith(".yaml")
        ? new RoundTrip().judge(GuestYaml.read(Files.readString(file)))
        : new DecoderTotal().judge(Files.readAllBytes(file)).judgement();
  }

  @Test
  void everyInputHolds() throws IOException, YamlException {
    List<String> broken = new ArrayList<>();
    for (Path file : Repository.filesBelow("corpus/inputs")) {
      Judgement judgement = judged(file);
      if (judgement.verdict() != Verdict.HOLDS) {
        broken.add(file + ": " + judgement.verdict().words() + " " + judgement.because());
      }
    }
    assertThat(broken).isEmpty();
  }
}
