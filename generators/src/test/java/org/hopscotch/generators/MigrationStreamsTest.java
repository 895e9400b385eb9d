package org.hopscotch.generators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hopscotch.corpus.DescriptionJson;
import org.hopscotch.generators.choice.Choices;
import org.hopscotch.model.wire.Body;
import org.hopscotch.model.wire.Description;
import org.hopscotch.model.wire.DescriptionParser.MalformedDescription;
import org.hopscotch.model.wire.Likenesses;
import org.hopscotch.model.wire.MigrationStream;
import org.hopscotch.model.wire.RamRecord;
import org.hopscotch.model.wire.StreamItem;
import org.hopscotch.model.wire.StreamReader;
import org.junit.jupiter.api.Test;

class MigrationStreamsTest {
  private static final int CASES = 2000;
  private static final int HELD_BYTES = 1 << 20;

  /// In how many of a thousand streams each form is, at least.
  private static final Map<String, Integer> EXPECTED =
      Map.ofEntries(
          Map.entry("Block Device", 150),
          Map.entry("Block EndOfSection", 150),
          Map.entry("Block Progress", 150),
          Map.entry("Command", 150),
          Map.entry("Configuration", 300),
          Map.entry("Device", 250),
          Map.entry("DirtyBitmap Bits", 150),
          Map.entry("DirtyBitmap Nothing", 150),
          Map.entry("DirtyBitmap Start", 100),
          Map.entry("END", 400),
          Map.entry("Eof", 1000),
          Map.entry("FULL", 300),
          Map.entry("Footer", 400),
          Map.entry("Header", 1000),
          Map.entry("PART", 300),
          Map.entry("Ram Block", 150),
          Map.entry("Ram CompressedPage", 50),
          Map.entry("Ram MappedBitmap", 8),
          Map.entry("Ram MappedPage", 8),
          Map.entry("Ram Mark", 150),
          Map.entry("Ram MemSize", 150),
          Map.entry("Ram Page", 20),
          Map.entry("Ram Xbzrle", 50),
          Map.entry("Ram Zero", 100),
          Map.entry("START", 400),
          Map.entry("Trailing", 50),
          Map.entry("Unknown", 200),
          Map.entry("VmDescription", 500),
          Map.entry("configuration/capabilities", 80),
          Map.entry("configuration/target-page-bits", 40),
          Map.entry("configuration/uuid", 40),
          Map.entry("continued", 80),
          Map.entry("early", 100),
          Map.entry("guest address", 10),
          Map.entry("live bytes", 100),
          Map.entry("named", 80),
          Map.entry("no description", 20),
          Map.entry("old style", 20),
          Map.entry("page size", 10),
          Map.entry("repeated", 10),
          Map.entry("undescribed", 20),
          Map.entry("without footers", 10));

  @Test
  void drawsHeaderAndEofFromNothing() {
    MigrationStream simplest = MigrationStreams.draw(Choices.recorded());
    assertThat(simplest.items()).containsExactly(new StreamItem.Header(3), new StreamItem.Eof());
    assertThat(read(simplest)).isEqualTo(simplest.items());
    assertThat(MigrationStreams.draw(Choices.ofBytes(new byte[0]))).isEqualTo(simplest);
  }

  /// Bodies that no description tells the end of are read as bytes where the reader cannot guess.
  @Test
  void readersTakeEveryStreamItemByItem() {
    for (int number = 0; number < CASES; number++) {
      MigrationStream drawn = MigrationStreams.draw(Choices.seeded(7, number));
      List<StreamItem> read = read(drawn);
      assertThat(read).as("case %d", number).hasSameSizeAs(drawn.items());
      for (int i = 0; i < read.size(); i++) {
        StreamItem item = drawn.items().get(i);
        boolean alike = kind(read.get(i)).equals(kind(item)) || isUnclear(item);
        if (!alike || !Arrays.equals(bytes(read.get(i)), bytes(item))) {
          fail("case %d, item %d: %s was read as %s".formatted(number, i, item, read.get(i)));
        }
      }
    }
  }

  private static boolean isUnclear(StreamItem item) {
    return item instanceof StreamItem.Device(Body body, _) && !DeviceSections.showsItsEnd(body);
  }

  @Test
  void leavesOutBytesThatCouldBeTakenForTheEnd() {
    for (int number = 0; number < CASES; number++) {
      for (StreamItem item : MigrationStreams.draw(Choices.seeded(10, number)).items()) {
        if (item instanceof StreamItem.Unknown(byte[] bytes, String why)
            && !why.startsWith("an old-style section")) {
          assertThat(bytes).doesNotContain(0x7e);
        }
        if (item instanceof StreamItem.Trailing(byte[] bytes)) {
          assertThat(bytes).isNotEmpty().doesNotContain(0x06);
        }
      }
    }
  }

  @Test
  void makesAStreamAgainFromItsRecording() {
    for (int number = 0; number < 200; number++) {
      Choices choices = Choices.seeded(8, number);
      byte[] bytes = MigrationStreams.draw(choices).toBytes();
      Choices again = Choices.recorded(choices.recording().values());
      assertThat(MigrationStreams.draw(again).toBytes()).isEqualTo(bytes);
      assertThat(again.recording()).isEqualTo(choices.recording());
    }
  }

  @Test
  void drawsEveryFormOftenEnough() {
    Map<String, Integer> streams = new TreeMap<>();
    List<Integer> sizes = new ArrayList<>();
    for (int number = 0; number < CASES; number++) {
      MigrationStream drawn = MigrationStreams.draw(Choices.seeded(9, number));
      forms(drawn).forEach(form -> streams.merge(form, 1000, Integer::sum));
      sizes.add(drawn.toBytes().length);
    }
    sizes.sort(null);
    EXPECTED.forEach((form, least) ->
        assertThat(streams.getOrDefault(form, 0) / CASES).as(form).isGreaterThanOrEqualTo(least));
    assertThat(EXPECTED).containsOnlyKeys(streams.keySet());
    assertThat(sizes.get(CASES / 2)).isLessThan(8 << 10);
  }

  private static Set<String> forms(MigrationStream stream) {
    Set<String> forms = new TreeSet<>(kinds(stream.items()));
    Set<List<Object>> devices = new HashSet<>();
    for (StreamItem item : stream.items()) {
      switch (item) {
        case StreamItem.Configuration(Body body) ->
            body.layout().subsections().forEach(subsection -> forms.add(subsection.name()));
        case StreamItem.SectionHeader header when header.kind() == StreamItem.Kind.PART ->
            forms.addAll(forms.contains("FULL") ? List.of("early") : List.of());
        case StreamItem.SectionHeader header when header.kind() == StreamItem.Kind.FULL ->
            forms.addAll(
                devices.add(List.of(header.idstr(), header.instanceId()))
                    ? List.of()
                    : List.of("repeated"));
        case StreamItem.Ram(RamRecord.Block block) -> {
          block.pageSize().ifPresent(_ -> forms.add("page size"));
          block.guestAddress().ifPresent(_ -> forms.add("guest address"));
        }
        case StreamItem.Ram(RamRecord.Zero(RamRecord.Place place, _)) ->
            forms.add(place.named() ? "named" : "continued");
        case StreamItem.Unknown(_, String why) -> forms.add(reason(why));
        case StreamItem.Device _ ->
            forms.addAll(
                stream.items().stream().anyMatch(StreamItem.Footer.class::isInstance)
                    ? List.of()
                    : List.of("without footers"));
        default -> {}
      }
    }
    return forms;
  }

  private static String reason(String why) {
    return switch (why) {
      case "an old-style section: only its size is described" -> "old style";
      case "live sections of this kind are not described" -> "live bytes";
      case "no description, and no likeness fits" -> "no description";
      case "the stream's description leaves this section out" -> "undescribed";
      default -> why;
    };
  }

  private static List<StreamItem> read(MigrationStream stream) {
    ByteArrayInputStream in = new ByteArrayInputStream(stream.toBytes());
    List<StreamItem> items = new ArrayList<>();
    StreamReader.Options options =
        new StreamReader.Options(
            DescriptionJson::parse, () -> description(stream), Likenesses.none(), HELD_BYTES);
    assertThat(StreamReader.read(in::read, options, (_, item) -> items.add(item))).isEmpty();
    return items;
  }

  private static Optional<Description> description(MigrationStream stream) {
    for (StreamItem item : stream.items()) {
      if (item instanceof StreamItem.VmDescription(byte[] json)) {
        try {
          return Optional.of(DescriptionJson.parse(json));
        } catch (MalformedDescription e) {
          throw new AssertionError(e);
        }
      }
    }
    return Optional.empty();
  }

  private static byte[] bytes(StreamItem item) {
    return new MigrationStream(List.of(item)).toBytes();
  }

  private static List<String> kinds(List<StreamItem> items) {
    return items.stream().map(MigrationStreamsTest::kind).toList();
  }

  private static String kind(StreamItem item) {
    return switch (item) {
      case StreamItem.SectionHeader header -> header.kind().name();
      case StreamItem.Ram(var record) -> "Ram " + record.getClass().getSimpleName();
      case StreamItem.Block(var record) -> "Block " + record.getClass().getSimpleName();
      case StreamItem.DirtyBitmap(var record) ->
          "DirtyBitmap " + record.content().getClass().getSimpleName();
      case StreamItem.Header _,
          StreamItem.Configuration _,
          StreamItem.Command _,
          StreamItem.Device _,
          StreamItem.Unknown _,
          StreamItem.Footer _,
          StreamItem.Eof _,
          StreamItem.VmDescription _,
          StreamItem.Trailing _ ->
          item.getClass().getSimpleName();
    };
  }
}
