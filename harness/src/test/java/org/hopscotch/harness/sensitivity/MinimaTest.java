package org.hopscotch.harness.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.hopscotch.harness.minimise.Breach;
import org.hopscotch.model.scenario.InvariantId;
import org.hopscotch.model.scenario.ScenarioSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MinimaTest {
  private static final Minima KNOWN = Minima.known();

  /// What is kept is what looking for it anew comes to.
  @ParameterizedTest
  @ValueSource(strings = {"version-raised", "section-renamed", "ram-block-added", "footers-off"})
  void areWhatTheSearchComesTo(String id) throws Exception {
    Minima found = new MinimaSearch().of(List.of(Sought.named(id).orElseThrow()), 1, (_, _) -> {});
    assertThat(found.of(id)).isNotEmpty().isEqualTo(KNOWN.of(id));
  }

  @Test
  void theLeastOfABareFieldIsTwoReleasesADeviceAFieldAndAHop() {
    assertThat(KNOWN.of("field-added", new Breach(InvariantId.NEWER_TO_OLDER, "missing footer")))
        .hasValue(new ScenarioSize(2, 1, 1, 0, 1));
  }

  @Test
  void mostDefectsHaveOne() {
    long known =
        Sought.all().stream().map(Sought::id).map(KNOWN::of).filter(one -> !one.isEmpty()).count();
    assertThat(known).isGreaterThan(Sought.all().size() / 2);
    assertThat(KNOWN.of("none")).isEqualTo(Map.of());
  }
}
