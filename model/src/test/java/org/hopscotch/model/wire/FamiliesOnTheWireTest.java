package org.hopscotch.model.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hopscotch.model.wire.Bench.state;

import java.util.List;
import org.hopscotch.model.schema.Families;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.wire.FamilyRows.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every macro family of wire-format section 5: its bytes, and back.
class FamiliesOnTheWireTest {
  static List<Row> rows() {
    return FamilyRows.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void savesExactlyTheseBytes(Row row) {
    assertThat(Bench.saved(row.section(), row.state())).isEqualTo(row.hex());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void loadsThemBack(Row row) {
    assertThat(Bench.load(row.section(), row.hex(), row.local())).isEqualTo(row.state());
  }

  /// Truncated anywhere, the input is refused, at its end.
  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void refusesEveryPrefix(Row row) {
    int whole = row.hex().length() / 2;
    int optional = row.macro().equals("CLOCK with multiplier") ? 8 : -1;
    for (int length = 0; length < whole; length++) {
      // Without its frame's name a subsection is not seen, and bytes are left over instead.
      if (optional >= 0 && length >= optional && length < optional + 14) {
        continue;
      }
      Refusal refusal =
          Bench.refusal(row.section(), row.hex().substring(0, 2 * length), row.local());
      assertThat(refusal.reason())
          .isInstanceOfAny(Refusal.Truncated.class, Refusal.ImpossibleLength.class);
    }
  }

  /// What a description says of each field adds up to the bytes.
  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void describesAllBytes(Row row) {
    Body body = Bench.save(row.section(), row.state()).body();
    assertThat(BodySize.of(body)).isEqualTo(row.hex().length() / 2);
    for (int i = 0; i < body.values().size(); i++) {
      Description.Field entry = body.layout().fields().get(i);
      if (!entry.isArray()) {
        assertThat(entry.size()).isEqualTo(BodySize.of(body.values().get(i)));
      }
    }
  }

  @Test
  void fileDescriptorsNeedASocket() {
    Section section = Bench.section(Families.fd("m"));
    assertThat(Bench.refusal(section, "00", state("m", 0)).reason())
        .isEqualTo(new Refusal.NeedsSocket());
  }
}
