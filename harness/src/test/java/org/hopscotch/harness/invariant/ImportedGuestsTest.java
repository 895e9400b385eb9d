package org.hopscotch.harness.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hopscotch.corpus.DescribedSection;
import org.hopscotch.corpus.StreamFile;
import org.hopscotch.generators.Guests;
import org.hopscotch.generators.choice.Choices;
import org.hopscotch.harness.Repository;
import org.hopscotch.model.scenario.Guest;
import org.hopscotch.model.scenario.Judgement;
import org.hopscotch.model.scenario.Verdict;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.wire.Likenesses;
import org.hopscotch.model.wire.StreamItem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// States are drawn for real devices too, whose sections come from the description of a real
/// stream.
class ImportedGuestsTest {
  private static final int EACH = 5;

  @ParameterizedTest
  @ValueSource(strings = {"5.2", "7.2", "10.0", "11.1"})
  void drawnStatesOfRealDevicesArrive(String release) throws IOException {
    List<Section> sections = sections(release + "/pc-q35-5.2/base.mig.gz");
    int applied = 0;
    for (Section section : sections) {
      for (int number = 0; number < EACH; number++) {
        Guest guest = Guests.draw(Choices.unrecorded(1, number), section);
        Judgement judgement = new RoundTrip().judge(guest);
        assertThat(judgement.verdict())
            .as("%s, case %d: %s", section.name(), number, judgement.because())
            .isNotEqualTo(Verdict.VIOLATED);
        applied += judgement.verdict() == Verdict.HOLDS ? 1 : 0;
      }
    }
    assertThat(applied).isEqualTo(sections.size() * EACH).isGreaterThan(100);
  }

  private static List<Section> sections(String stream) throws IOException {
    Map<String, Section> sections = new LinkedHashMap<>();
    StreamFile.at(Repository.stream(stream))
        .read(
            Likenesses.none(),
            1 << 28,
            (_, item) -> {
              if (item instanceof StreamItem.Device device) {
                Section section = DescribedSection.of(device.body()).section();
                sections.put(section.name(), section);
              }
            });
    return new ArrayList<>(sections.values());
  }
}
