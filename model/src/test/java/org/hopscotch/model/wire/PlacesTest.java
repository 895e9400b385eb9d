package org.hopscotch.model.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacesTest {
  /// One byte, two structs of three, then a subsection of two behind a frame of 7 bytes.
  private static final Body BODY =
      BodyReader.described(
              WireInput.of(Hex.bytes("0a 0001 02 0003 04 05 01 's' 00000001 0102")),
              NullChoices.none())
          .read(layout());

  @ParameterizedTest
  @CsvSource({
    "0, a",
    "1, p[0]/x",
    "2, p[0]/x",
    "3, p[0]/y",
    "4, p[1]/x",
    "6, p[1]/y",
    "7, s",
    "13, s",
    "14, s/n[0]",
    "15, s/n[1]"
  })
  void namesTheFieldThatAByteBelongsTo(int at, String path) {
    assertThat(Places.path(BODY, at)).isEqualTo(path);
  }

  private static Description.Vmsd layout() {
    Description.Vmsd pair =
        new Description.Vmsd(
            "pair",
            1,
            List.of(
                new Description.Field("x", "uint16", 2), new Description.Field("y", "uint8", 1)),
            List.of());
    Description.Vmsd subsection =
        new Description.Vmsd(
            "s", 1, List.of(new Description.Field("n", "uint8", 1).times(2)), List.of());
    return new Description.Vmsd(
        "v",
        1,
        List.of(
            new Description.Field("a", "uint8", 1), new Description.Field("p", 3, pair).times(2)),
        List.of(subsection));
  }
}
