package org.hopscotch.generators;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.hopscotch.generators.choice.Choices;
import org.junit.jupiter.api.Test;

class DamagesTest {
  private static final byte[] STREAM =
      HexFormat.of()
          .parseHex(
              "5145564d00000003"
                  + "07000000027063"
                  + "0400000007017800000000000000010a0b0c0d7e00000007"
                  + "00"
                  + "06000000027b7d");
  private static final Landmarks LANDMARKS = Landmarks.of(STREAM);

  @Test
  void knowsTheLandmarksOfAStream() {
    assertThat(LANDMARKS.places())
        .contains(
            new Landmarks.Place(Landmarks.Kind.LENGTH, 9, 4),
            new Landmarks.Place(Landmarks.Kind.TYPE, 15, 1),
            new Landmarks.Place(Landmarks.Kind.NAME, 21, 1),
            new Landmarks.Place(Landmarks.Kind.VERSION, 26, 4),
            new Landmarks.Place(Landmarks.Kind.TYPE, 34, 1),
            new Landmarks.Place(Landmarks.Kind.LENGTH, 41, 4));
  }

  @Test
  void drawsEveryKindOftenAndHalfOfThemAtLandmarks() {
    Map<String, Integer> kinds = new HashMap<>();
    for (int seed = 0; seed < 2000; seed++) {
      Damages.draw(Choices.unrecorded(seed, 0), STREAM.length, LANDMARKS)
          .forEach(damage -> kinds.merge(damage.kind(), 1, Integer::sum));
    }
    assertThat(kinds).containsOnlyKeys("cut", "flip", "insert", "delete", "replace");
    assertThat(kinds.values()).allSatisfy(count -> assertThat(count).isGreaterThan(300));
  }

  @Test
  void drawsTheSameFromTheSameSeed() {
    assertThat(words(42)).isEqualTo(words(42)).isNotEqualTo(words(43));
  }

  private static List<String> words(long seed) {
    return Damages.draw(Choices.unrecorded(seed, 0), STREAM.length, LANDMARKS).stream()
        .map(Damage::words)
        .toList();
  }
}
