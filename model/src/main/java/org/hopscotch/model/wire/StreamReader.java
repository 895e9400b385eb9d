package org.hopscotch.model.wire;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Reads a migration stream or device-state file (wire-format sections 1 to 8) and hands over its
/// items in order.
///
/// RAM passes through record by record. From the first device section behind it the rest is held,
/// because what describes it comes last.
public final class StreamReader {
  private static final int MIG_CMD_POSTCOPY_ADVISE = 3;
  private static final int SUPPORTED_VERSION = 3;

  private final WireInput in;
  private final Options options;
  private final Visitor visitor;
  private final Map<Long, StreamItem.SectionHeader> live = new HashMap<>();
  private final SectionEnd ends;
  private RamReader ram;
  private Optional<DeviceReader> earlyDevices = Optional.empty();
  private Optional<DeviceReader> devices = Optional.empty();
  private Optional<Boolean> footers = Optional.empty();
  private boolean liveSeen;
  private long itemOffset;

  private StreamReader(ByteSource source, Options options, Visitor visitor) {
    this.in = new WireInput(source);
    this.options = options;
    this.visitor = visitor;
    this.ends = new SectionEnd(in, live::containsKey, options.heldBytes());
    this.ram = new RamReader(in, ConfigurationReader.DEFAULT_PAGE_BITS, Set.of());
  }

  /// What reading needs beside the stream.
  ///
  /// @param parser of the description's JSON
  /// @param ahead gives the description before its place in the stream is reached, where the input
  ///     can be read twice; asked only for device sections that come before RAM
  /// @param likenesses for sections that the stream does not describe
  /// @param heldBytes the most that may be held of what follows RAM
  public record Options(
      DescriptionParser parser,
      Supplier<Optional<Description>> ahead,
      Likenesses likenesses,
      int heldBytes) {}

  /// Takes what was read.
  @FunctionalInterface
  public interface Visitor {
    /// Takes the next item.
    ///
    /// @param offset of its first byte
    void item(long offset, StreamItem item);
  }

  /// Reads all of a stream.
  ///
  /// @return why reading stopped; empty when the whole stream was read. Items handed over before a
  ///     refusal were read as they are; what follows them was not
  /// @throws java.io.UncheckedIOException when `source` does
  public static Optional<Refusal> read(ByteSource source, Options options, Visitor visitor) {
    try {
      new StreamReader(source, options, visitor).stream();
      return Optional.empty();
    } catch (RefusedException refused) {
      return Optional.of(refused.refusal());
    }
  }

  private void stream() {
    if (in.peekInteger(0, Integer.BYTES) != StreamItem.Header.MAGIC) {
      throw in.refused(new Refusal.NotAStream(in.peekInteger(0, Integer.BYTES)));
    }
    in.be32();
    long version = in.be32();
    if (version != SUPPORTED_VERSION) {
      throw in.refused(Integer.BYTES, new Refusal.UnsupportedStreamVersion(version));
    }
    hand(new StreamItem.Header(version));
    if (in.peek(0) == StreamWriter.CONFIGURATION) {
      in.skip(1);
      StreamItem.Configuration configuration = ConfigurationReader.read(in);
      ram =
          new RamReader(
              in,
              ConfigurationReader.pageBits(in, configuration),
              ConfigurationReader.capabilities(configuration));
      hand(configuration);
    }
    boolean more = true;
    while (more) {
      more = section();
    }
  }

  /// Reads one section or command; at the end the trailer.
  private boolean section() {
    in.step();
    int type = in.peek(0);
    switch (type) {
      case -1 -> throw in.refused(new Refusal.Truncated(1));
      case StreamWriter.EOF -> trailer();
      case StreamWriter.COMMAND -> command();
      default -> body(header(type));
    }
    return type != StreamWriter.EOF;
  }

  private void command() {
    in.skip(1);
    int number = in.be16();
    int length = in.be16();
    hand(new StreamItem.Command(number, in.bytes(length)));
    // Without the page sizes it announces postcopy of dirty bitmaps only.
    if (number == MIG_CMD_POSTCOPY_ADVISE && length > 0) {
      ram.postcopyAdvised();
    }
  }

  private StreamItem.SectionHeader header(int type) {
    StreamItem.Kind kind =
        switch (type) {
          case 0x01 -> StreamItem.Kind.START;
          case 0x02 -> StreamItem.Kind.PART;
          case 0x03 -> StreamItem.Kind.END;
          case 0x04 -> StreamItem.Kind.FULL;
          default -> throw in.refused(new Refusal.UnknownSectionType(type));
        };
    if (kind == StreamItem.Kind.FULL && !in.held() && !isBeforeLiveSections()) {
      hold();
    }
    in.skip(1);
    long id = in.be32();
    StreamItem.SectionHeader header;
    if (kind.hasFullHeader()) {
      String idstr = in.str8();
      if (idstr.isEmpty()) {
        throw in.refused(new Refusal.EmptyIdstr(id));
      }
      header = new StreamItem.SectionHeader(kind, id, idstr, in.be32(), in.be32());
    } else {
      StreamItem.SectionHeader start = live.get(id);
      if (start == null) {
        throw in.refused(new Refusal.UnknownSectionId(id));
      }
      header =
          new StreamItem.SectionHeader(
              kind, id, start.idstr(), start.instanceId(), start.versionId());
    }
    hand(header);
    return header;
  }

  /// Whether RAM is still to come, or more of it: then the rest cannot be held.
  private boolean isBeforeLiveSections() {
    return liveSeen ? !live.isEmpty() : ends.liveSectionsFollow();
  }

  private void body(StreamItem.SectionHeader header) {
    in.enter(header.idstr());
    switch (header.kind()) {
      case START -> {
        live.put(header.sectionId(), header);
        liveSeen = true;
      }
      case END -> live.remove(header.sectionId());
      case PART, FULL -> {}
    }
    if (header.kind() == StreamItem.Kind.FULL) {
      hand(device(header));
    } else {
      live(header);
    }
    footer(header);
    in.leave();
  }

  private StreamItem device(StreamItem.SectionHeader header) {
    if (in.held()) {
      return devices().read(header, footers);
    }
    // Sent before RAM: the body ends at a footer within reach, and what describes it, if it can be
    // had at all, has to be asked for.
    int length = lengthToFooter(header);
    return earlyDevices().readWithin(header, length);
  }

  private DeviceReader earlyDevices() {
    DeviceReader reader =
        earlyDevices.orElseGet(
            () -> new DeviceReader(in, ends, options.ahead().get(), options.likenesses()));
    earlyDevices = Optional.of(reader);
    return reader;
  }

  private DeviceReader devices() {
    DeviceReader reader =
        devices.orElseGet(() -> new DeviceReader(in, ends, description(), options.likenesses()));
    devices = Optional.of(reader);
    return reader;
  }

  /// The live sections' own formats; one of another kind is as long as its footer shows.
  private void live(StreamItem.SectionHeader header) {
    switch (header.idstr()) {
      case "ram" ->
          ram.read(
              header.versionId(),
              () -> itemOffset = in.offset(),
              record -> hand(new StreamItem.Ram(record)));
      case "dirty-bitmap" ->
          DirtyBitmapRecord.readSection(in, record -> hand(new StreamItem.DirtyBitmap(record)));
      case "block" -> BlockRecord.readSection(in, record -> hand(new StreamItem.Block(record)));
      default ->
          hand(
              new StreamItem.Unknown(
                  in.bytes(lengthToFooter(header)),
                  "live sections of this kind are not described"));
    }
  }

  private int lengthToFooter(StreamItem.SectionHeader header) {
    return ends.next(0, header.sectionId())
        .orElseThrow(() -> in.refused(new Refusal.UnboundedBody()));
  }

  /// Whether sections have footers is settled by the first one: they all have, or none.
  private void footer(StreamItem.SectionHeader header) {
    int next = in.peek(0);
    if (footers.isEmpty()) {
      footers = Optional.of(next == StreamWriter.FOOTER || !ends.isItem(0));
    }
    if (!footers.get()) {
      return;
    }
    if (next != StreamWriter.FOOTER) {
      throw in.refused(next < 0 ? new Refusal.Truncated(1) : new Refusal.MissingFooter(next));
    }
    in.skip(1);
    long id = in.be32();
    if (id != header.sectionId()) {
      throw in.refused(new Refusal.MismatchedFooter(header.sectionId(), id));
    }
    hand(new StreamItem.Footer(id));
  }

  private void trailer() {
    in.skip(1);
    hand(new StreamItem.Eof());
    hold();
    if (in.peek(0) == StreamWriter.VM_DESCRIPTION) {
      in.skip(1);
      long length = in.be32();
      byte[] json = in.bytes(length);
      if (devices.isEmpty()) {
        parse(json, in.offset() - length);
      }
      hand(new StreamItem.VmDescription(json));
    }
    if (!in.atEnd()) {
      hand(new StreamItem.Trailing(in.bytes(in.remaining())));
    }
  }

  private void hold() {
    in.holdRest(options.heldBytes());
  }

  /// The description behind what is held, if there is one; the position stays.
  private Optional<Description> description() {
    Optional<Trailer.Place> place = Trailer.find(in);
    try {
      return place.map(found -> parse(in.copy(found.start(), found.end()), found.start()));
    } catch (RefusedException malformed) {
      if (place.orElseThrow().atEnd()) {
        throw malformed;
      }
      // Device state that happens to look like the start of a description.
      return Optional.empty();
    }
  }

  private Description parse(byte[] json, long offset) {
    try {
      return options.parser().parse(json);
    } catch (DescriptionParser.MalformedDescription malformed) {
      throw in.refused(
          offset + malformed.offset(), new Refusal.MalformedDescription(malformed.getMessage()));
    }
  }

  private void hand(StreamItem item) {
    visitor.item(itemOffset, item);
    itemOffset = in.offset();
  }
}
