package org.hopscotch.model.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Whole streams, written by hand from wire-format sections 1 and 2.
class StreamReaderTest {
  private static final String HEADER = "'QEVM' 00000003 ";
  private static final String CONFIGURATION = "07 00000002 'pc' ";
  private static final String TIMER =
      "04 00000007 05 'timer' 00000000 00000002 0000000000000005 7e 00000007 ";

  private final List<StreamItem> items = new ArrayList<>();

  @Test
  void readsTheSmallestStreamThatARealLoaderAccepts() {
    assertThat(read(HEADER + CONFIGURATION + "00")).isEmpty();
    assertThat(items).hasSize(3);
    assertThat(((StreamItem.Configuration) items.get(1)).machine()).isEqualTo("pc");
  }

  @Test
  void readsADeviceByTheStreamsOwnDescription() {
    assertThat(read(HEADER + TIMER + "00 " + described("timer", 2, "ticks", "int64", 8))).isEmpty();
    StreamItem.Device device = (StreamItem.Device) items.get(2);
    assertThat(device.source()).isEqualTo(StreamItem.Source.DESCRIBED);
    assertThat(device.body().values())
        .satisfiesExactly(ticks -> assertThat(((Body.Scalars) ticks).values()).containsExactly(5));
  }

  @Test
  void keepsASectionThatDoesNotLieAsDescribedOpaque() {
    assertThat(read(HEADER + TIMER + "00 " + described("timer", 2, "ticks", "int32", 4))).isEmpty();
    assertThat(items.get(2))
        .isInstanceOfSatisfying(
            StreamItem.Unknown.class, unknown -> assertThat(unknown.bytes()).hasSize(8));
  }

  @Test
  void findsTheEndOfAnUndescribedSectionByItsFooter() {
    assertThat(read(HEADER + TIMER + TIMER.replace("00000007", "00000008") + "00")).isEmpty();
    assertThat(items).filteredOn(StreamItem.Unknown.class::isInstance).hasSize(2);
  }

  @Test
  void isNotMisledByDataThatLooksLikeAFooter() {
    // The same id behind 7e, but nothing that may follow a footer behind it.
    String body = "7e 00000007 ffffffff";
    String section = "04 00000007 01 'x' 00000000 00000001 " + body + " 7e 00000007 ";
    assertThat(read(HEADER + section + "00")).isEmpty();
    assertThat(((StreamItem.Unknown) items.get(2)).bytes()).hasSize(9);
  }

  @Test
  void readsADescriptionWhoseLengthHasTheByteOfABrace() {
    String name = "n".repeat(0x7b - described("timer", 2, "", "int64", 8).length() / 2 + 5 + 0x100);
    String description = described("timer", 2, name, "int64", 8);
    assertThat(description).startsWith("06 0000017b".replace(" ", ""));
    assertThat(read(HEADER + TIMER + "00 " + description)).isEmpty();
    assertThat(items.get(2)).isInstanceOf(StreamItem.Device.class);
  }

  @Test
  void keepsWhatLiesBehindTheEnd() {
    String description = described("timer", 2, "ticks", "int64", 8);
    assertThat(read(HEADER + TIMER + "00 " + description + "abcdef")).isEmpty();
    assertThat(items.get(2)).isInstanceOf(StreamItem.Device.class);
    assertThat(((StreamItem.Trailing) items.getLast()).bytes()).hasSize(3);
  }

  @Test
  void readsCommandsBetweenSections() {
    assertThat(read(HEADER + "08 000b 0000 08 0002 0004 00000001 00")).isEmpty();
    assertThat(((StreamItem.Command) items.get(2)).payload()).containsExactly(0, 0, 0, 1);
  }

  @Test
  void readsStreamsWithoutFooters() {
    String ram = "01 00000002 03 'ram' 00000000 00000004 0000000000000004 0000000000000010 ";
    assertThat(read(HEADER + ram + "03 00000002 0000000000000010 00")).isEmpty();
    assertThat(items).noneMatch(StreamItem.Footer.class::isInstance);
  }

  @Test
  void doesNotTakeACutStreamWithoutFootersForAWholeOne() {
    String ram = "01 00000002 03 'ram' 00000000 00000004 0000000000000010 ";
    String end = "03 00000002 0000000000000010 ";
    String device = "04 00000007 01 'x' 00000000 00000001 ";
    assertThat(read(HEADER + ram + end + device + "0102 00")).isEmpty();
    assertThat(items).anyMatch(StreamItem.Eof.class::isInstance);
    assertThat(read(HEADER + ram + end + device + "0102").orElseThrow().reason())
        .isEqualTo(new Refusal.UnboundedBody());
    assertThat(read(HEADER + ram + end + device)).isPresent();
  }

  @Test
  void refusesWhatIsNoStream() {
    assertRefused("'QEVN' 00000003", 0, new Refusal.NotAStream(0x5145564eL));
    assertRefused("'QEVM' 00000002", 4, new Refusal.UnsupportedStreamVersion(2));
    assertRefused("'QE'", 2, new Refusal.Truncated(2));
  }

  @Test
  void refusesASectionTypeThatCannotStandThere() {
    assertRefused(HEADER + "05", 8, new Refusal.UnknownSectionType(5));
    assertRefused(HEADER + CONFIGURATION + "07", 15, new Refusal.UnknownSectionType(7));
    assertRefused(HEADER + "02 00000009", 13, new Refusal.UnknownSectionId(9));
    assertRefused(HEADER + "04 00000009 00", 14, new Refusal.EmptyIdstr(9));
  }

  @Test
  void refusesAStreamThatEndsBeforeItsEnd() {
    assertRefused(HEADER, 8, new Refusal.Truncated(1));
    assertRefused(HEADER + "00 06 00000010 '{}'", 16, new Refusal.Truncated(14));
  }

  @Test
  void refusesAFooterOfAnotherSection() {
    String ram = "01 00000002 03 'ram' 00000000 00000004 0000000000000010 7e 00000003";
    Refusal refusal = read(HEADER + ram).orElseThrow();
    assertThat(refusal.reason()).isEqualTo(new Refusal.MismatchedFooter(2, 3));
    assertThat(refusal.path()).isEqualTo("ram");
  }

  @Test
  void refusesMoreDeviceStateThanMayBeHeld() {
    String large = "04 00000007 01 'x' 00000000 00000001 " + "00".repeat(300_000);
    assertThat(read(HEADER + large, 100_000).orElseThrow().reason())
        .isEqualTo(new Refusal.TooLarge(100_000));
  }

  @Test
  void doesNotBelieveLengths() {
    assertThat(read(HEADER + "07 ffffffff 'pc'").orElseThrow().reason())
        .isEqualTo(new Refusal.ImpossibleLength("machine type name", 0xffffffffL, 4096));
    assertThat(read(HEADER + "00 06 7fffffff '{}'").orElseThrow().reason())
        .isInstanceOf(Refusal.Truncated.class);
  }

  private void assertRefused(String stream, long offset, Refusal.Reason reason) {
    assertThat(read(stream)).contains(new Refusal(offset, "", reason));
  }

  private Optional<Refusal> read(String stream) {
    return read(stream, 1 << 20);
  }

  private Optional<Refusal> read(String stream, int heldBytes) {
    byte[] bytes = Hex.bytes(stream);
    items.clear();
    Optional<Refusal> refusal =
        StreamReader.read(
            ByteSource.of(bytes),
            new StreamReader.Options(
                StreamReaderTest::parse, Optional::empty, Likenesses.none(), heldBytes),
            (_, item) -> items.add(item));
    if (refusal.isEmpty()) {
      byte[] again =
          WireOutput.toBytes(out -> {
            StreamWriter writer = new StreamWriter(out);
            items.forEach(writer::write);
          });
      assertThat(Hex.text(again)).isEqualTo(Hex.text(bytes));
    }
    return refusal;
  }

  /// A trailer whose text the stand-in parser below understands: name, version, field, type, size.
  private static String described(
      String section, int version, String field, String type, int size) {
    String text = "{" + String.join(",", section, "" + version, field, type, "" + size) + "}";
    return Hex.text(
        WireOutput.toBytes(out -> {
          out.u8(6);
          out.be32(text.length());
          out.bytes(text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        }));
  }

  private static Description parse(byte[] text) {
    String[] parts =
        new String(text, 1, text.length - 2, java.nio.charset.StandardCharsets.ISO_8859_1)
            .split(",", -1);
    if (parts.length != 5) {
      return new Description(Optional.empty(), java.util.OptionalInt.empty(), List.of());
    }
    Description.Field field = new Description.Field(parts[2], parts[3], Integer.parseInt(parts[4]));
    return new Description(
        Optional.empty(),
        java.util.OptionalInt.empty(),
        List.of(
            new Description.Section(
                parts[0],
                0,
                new Description.Vmsd(
                    parts[0], Integer.parseInt(parts[1]), List.of(field), List.of()))));
  }
}
