package org.hopscotch.reports;

import java.io.PrintWriter;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hopscotch.model.wire.Body;
import org.hopscotch.model.wire.OpaqueShare;
import org.hopscotch.model.wire.RamRecord;
import org.hopscotch.model.wire.Refusal;
import org.hopscotch.model.wire.StreamItem;
import org.hopscotch.model.wire.StreamReader;

/// Prints a decoded stream for people, while it is read: a line a section, below it a line a field
/// with offset, name, type and value. Long values are cut, equal neighbours in arrays are told
/// once; {@link StreamJson} has all.
public final class StreamText implements StreamReader.Visitor {
  private static final HexFormat HEX = HexFormat.of();

  private static final int KIND_WIDTH = 7;
  private static final String BELOW = " ".repeat(14);

  private final PrintWriter out;
  private final BodyText body;
  private final OpaqueShare share = new OpaqueShare();
  private Optional<LiveCounts> live = Optional.empty();

  public StreamText(PrintWriter out) {
    this.out = out;
    this.body = new BodyText(out);
  }

  @Override
  public void item(long offset, StreamItem item) {
    share.add(item);
    switch (item) {
      case StreamItem.Header h -> body.line(offset, 0, "stream version " + h.version());
      case StreamItem.Configuration c -> {
        body.line(offset, 0, "CONFIGURATION  machine " + machine(c));
        for (Body subsection : c.body().subsections()) {
          body.line(offset, 1, RefusalText.printable(subsection.layout().name()));
          body.fields(subsection, offset + 1, 2);
        }
      }
      case StreamItem.Command c ->
          body.line(
              offset,
              0,
              "COMMAND  %d %s  %s"
                  .formatted(c.number(), command(c.number()), HEX.formatHex(c.payload())));
      case StreamItem.SectionHeader h -> body.line(offset, 0, header(h));
      case StreamItem.Ram r -> live().add(r.record());
      case StreamItem.DirtyBitmap d -> live().add(d.record());
      case StreamItem.Block b -> live().add(b.record());
      case StreamItem.Device d -> {
        if (d.source() == StreamItem.Source.ALIKE) {
          out.println(BELOW + "described by another stream");
        }
        body.fields(d.body(), offset, 1);
      }
      case StreamItem.Unknown u -> body.line(offset, 1, BodyText.opaque(u.bytes(), u.why()));
      case StreamItem.Footer _ -> endLive();
      case StreamItem.Eof _ -> {
        endLive();
        body.line(offset, 0, "EOF");
      }
      case StreamItem.VmDescription d ->
          body.line(offset, 0, "VMDESCRIPTION  " + d.json().length + " bytes");
      case StreamItem.Trailing t ->
          body.line(offset, 0, "behind the end: " + ValueText.bytes(t.bytes()));
    }
  }

  /// Prints what share of the device bytes is opaque, or where reading stopped.
  ///
  /// @param refusal why the stream could not be read to its end
  public void end(Optional<Refusal> refusal) {
    endLive();
    refusal.ifPresent(why -> out.println("NOT READ TO ITS END: " + RefusalText.of(why)));
    out.println(share(share) + " of the device bytes opaque");
    out.flush();
  }

  /// {@return `12.3 % (45 of 366)`}
  public static String share(OpaqueShare share) {
    long tenths = Math.round(1000 * share.share());
    String percent = tenths / 10 + "." + tenths % 10;
    return percent + " % (" + share.opaqueBytes() + " of " + share.bytes() + ")";
  }

  private static String header(StreamItem.SectionHeader header) {
    String kind = header.kind().name();
    return kind
        + " ".repeat(KIND_WIDTH - kind.length())
        + RefusalText.printable(header.idstr())
        + "  instance "
        + header.instanceId()
        + "  version "
        + header.versionId()
        + "  id "
        + header.sectionId();
  }

  static String machine(StreamItem.Configuration configuration) {
    return RefusalText.printable(configuration.machine());
  }

  /// {@return the command's name in wire-format section 7.3}
  static String command(int number) {
    List<String> names =
        List.of(
            "INVALID",
            "OPEN_RETURN_PATH",
            "PING",
            "POSTCOPY_ADVISE",
            "POSTCOPY_LISTEN",
            "POSTCOPY_RUN",
            "POSTCOPY_RAM_DISCARD",
            "PACKAGED",
            "ENABLE_COLO",
            "POSTCOPY_RESUME",
            "RECV_BITMAP",
            "SWITCHOVER_START");
    return number < names.size() ? names.get(number) : "unknown";
  }

  static String source(StreamItem.Source source) {
    return switch (source) {
      case DESCRIBED -> "stream";
      case ALIKE -> "likeness";
    };
  }

  private LiveCounts live() {
    LiveCounts counts = live.orElseGet(LiveCounts::new);
    live = Optional.of(counts);
    return counts;
  }

  private void endLive() {
    live.ifPresent(counts -> {
      for (RamRecord.Block block : counts.blocks()) {
        String name = RefusalText.printable(block.idstr());
        out.println(BELOW + "block " + name + "  " + block.usedLength() + " bytes");
      }
      counts
          .records()
          .forEach((of, kinds) ->
              out.println(BELOW + RefusalText.printable(of) + ": " + counted(kinds)));
    });
    live = Optional.empty();
  }

  private static String counted(Map<String, Long> kinds) {
    return kinds.entrySet().stream()
        .map(kind -> kind.getValue() + " " + kind.getKey())
        .collect(Collectors.joining(", "));
  }
}
