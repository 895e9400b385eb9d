package org.hopscotch.model.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The records of live sections, by wire-format sections 7.1 and 7.5.
class LiveRecordsTest {
  private static final String START = "'QEVM' 00000003 01 00000002 03 'ram' 00000000 00000004 ";
  private static final String BLOCK = "0000000000001004 01 'b' 0000000000001000 ";
  private static final String EOS = "0000000000000010 7e 00000002 00";

  private final List<StreamItem> items = new ArrayList<>();

  @Test
  void readsPagesInAllForms() {
    read(
        START
            + BLOCK
            + "0000000000000008 01 'b' "
            + "ab".repeat(4096)
            + "0000000000001022 00 "
            + "0000000000002040 01 'b' 01 0003 010203 "
            + "0000000000003120 00000004 78da0000 "
            + "0000000000000200 "
            + EOS);
    assertThat(records())
        .satisfiesExactly(
            size -> assertThat(size).isEqualTo(new RamRecord.MemSize(0x1000)),
            block -> assertThat(block).isInstanceOf(RamRecord.Block.class),
            page -> assertThat(((RamRecord.Page) page).content()).hasSize(4096),
            zero ->
                assertThat(zero)
                    .isEqualTo(new RamRecord.Zero(new RamRecord.Place(0x1000, "b", false), 0)),
            xbzrle -> assertThat(((RamRecord.Xbzrle) xbzrle).delta()).containsExactly(1, 2, 3),
            zlib -> assertThat(((RamRecord.CompressedPage) zlib).deflated()).hasSize(4),
            flush ->
                assertThat(flush).isEqualTo(new RamRecord.Mark(RamRecord.Kind.MULTIFD_FLUSH, 0)),
            end -> assertThat(end).isEqualTo(new RamRecord.Mark(RamRecord.Kind.END_OF_SECTION, 0)));
  }

  @Test
  void readsPageSizesOfHugeBlocksWherePostcopyWasAdvised() {
    String advise = "08 0003 0010 0000000000201000 0000000000001000 ";
    read(
        START.replace("01 00000002", advise + "01 00000002")
            + "0000000000401004 01 'b' 0000000000001000 01 'h' 0000000000400000 0000000000200000 "
            + EOS);
    assertThat(records())
        .filteredOn(RamRecord.Block.class::isInstance)
        .extracting(block -> ((RamRecord.Block) block).pageSize().orElse(0))
        .containsExactly(0L, 0x200000L);
  }

  @Test
  void refusesRecordsThatNoLoaderTakes() {
    assertRefused(START + BLOCK + "0000000000000001", new Refusal.UnknownFlags(1));
    assertRefused(START + BLOCK + "000000000000000a", new Refusal.UnknownFlags(0xa));
    assertRefused(START + BLOCK + "0000000000000022 00", new Refusal.NoRamBlock(0));
    assertRefused(START + BLOCK + "0000000000000002 01 'c' 00", new Refusal.UnknownRamBlock("c"));
    assertRefused(
        START + "0000000000001004 01 'b' 0000000000002000",
        new Refusal.ImpossibleLength("b", 0x2000, 0x1000));
    assertRefused(
        START.replace("00000004 ", "00000003 ") + EOS, new Refusal.UnsupportedRamVersion(3));
    assertRefused(
        START + BLOCK + "0000000000000040 01 'b' 01 1001",
        new Refusal.ImpossibleLength("xbzrle delta", 0x1001, 0x1000));
  }

  @Test
  void readsDirtyBitmaps() {
    read(
        "'QEVM' 00000003 01 00000002 0c 'dirty-bitmap' 00000000 00000001 "
            + "1c 02 'd0' 02 'b0' 00010000 01 "
            + "40 0000000000000000 00000010 0000000000000002 ff01 "
            + "42 0000000000000010 00000010 "
            + "20 01 7e 00000002 00");
    assertThat(items)
        .filteredOn(StreamItem.DirtyBitmap.class::isInstance)
        .extracting(
            item -> ((StreamItem.DirtyBitmap) item).record().content().getClass().getSimpleName())
        .containsExactly("Start", "Bits", "Bits", "Nothing", "Nothing");
  }

  @Test
  void readsDisks() {
    read(
        "'QEVM' 00000003 01 00000002 05 'block' 00000000 00000001 "
            + "0000000000100001 01 'd' "
            + "cd".repeat(1 << 20)
            + "0000000000000009 01 'd' 0000000000006404 0000000000000002 7e 00000002 00");
    assertThat(items)
        .filteredOn(StreamItem.Block.class::isInstance)
        .extracting(item -> ((StreamItem.Block) item).record())
        .satisfiesExactly(
            block -> assertThat(((BlockRecord.Device) block).offset()).isEqualTo(1 << 20),
            zero -> assertThat(((BlockRecord.Device) zero).content()).isEmpty(),
            progress -> assertThat(progress).isEqualTo(new BlockRecord.Progress(50)),
            end -> assertThat(end).isEqualTo(new BlockRecord.EndOfSection(0)));
  }

  private List<RamRecord> records() {
    return items.stream()
        .filter(StreamItem.Ram.class::isInstance)
        .map(item -> ((StreamItem.Ram) item).record())
        .toList();
  }

  private void assertRefused(String stream, Refusal.Reason reason) {
    assertThat(decode(Hex.bytes(stream)).orElseThrow().reason()).isEqualTo(reason);
  }

  private void read(String stream) {
    byte[] bytes = Hex.bytes(stream);
    assertThat(decode(bytes)).isEmpty();
    byte[] again =
        WireOutput.toBytes(out -> {
          StreamWriter writer = new StreamWriter(out);
          items.forEach(writer::write);
        });
    assertThat(again).isEqualTo(bytes);
  }

  private Optional<Refusal> decode(byte[] bytes) {
    return StreamReader.read(
        ByteSource.of(bytes),
        new StreamReader.Options(
            _ -> {
              throw new AssertionError("no description here");
            },
            Optional::empty,
            Likenesses.none(),
            1 << 20),
        (_, item) -> items.add(item));
  }
}
