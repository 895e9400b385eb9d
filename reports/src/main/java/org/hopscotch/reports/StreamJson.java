package org.hopscotch.reports;

import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.hopscotch.model.wire.OpaqueShare;
import org.hopscotch.model.wire.RamRecord;
import org.hopscotch.model.wire.Refusal;
import org.hopscotch.model.wire.StreamItem;
import org.hopscotch.model.wire.StreamReader;
import tools.jackson.core.JsonGenerator;

/// Writes a decoded stream as JSON while it is read. The form is described in
/// docs/decode-json.md; its `format` number changes when a reader of it would break.
public final class StreamJson implements StreamReader.Visitor {
  private static final int FORMAT = 1;
  private static final HexFormat HEX = HexFormat.of();

  private final JsonGenerator json;
  private final OpaqueShare share = new OpaqueShare();
  private Optional<LiveCounts> live = Optional.empty();
  private boolean inSection;

  /// Starts the document of the stream in `file` on `out`.
  public StreamJson(Writer out, String file) {
    json = Json.generator(out);
    json.writeStartObject();
    json.writeNumberProperty("format", FORMAT);
    json.writeStringProperty("file", file);
    json.writeArrayPropertyStart("records");
  }

  @Override
  public void item(long offset, StreamItem item) {
    share.add(item);
    switch (item) {
      case StreamItem.Header h -> {
        start(offset, "HEADER");
        json.writeNumberProperty("stream_version", h.version());
        json.writeEndObject();
      }
      case StreamItem.Configuration c -> {
        start(offset, "CONFIGURATION");
        json.writeStringProperty("machine", StreamText.machine(c));
        json.writeName("body");
        BodyJson.write(json, c.body(), offset + 1);
        json.writeEndObject();
      }
      case StreamItem.Command c -> {
        start(offset, "COMMAND");
        json.writeNumberProperty("command", c.number());
        json.writeStringProperty("name", StreamText.command(c.number()));
        json.writeStringProperty("payload", HEX.formatHex(c.payload()));
        json.writeEndObject();
      }
      case StreamItem.SectionHeader h -> {
        section(offset, h);
      }
      case StreamItem.Ram r -> live().add(r.record());
      case StreamItem.DirtyBitmap d -> live().add(d.record());
      case StreamItem.Block b -> live().add(b.record());
      case StreamItem.Device d -> {
        json.writeStringProperty("described_by", StreamText.source(d.source()));
        json.writeName("body");
        BodyJson.write(json, d.body(), offset);
      }
      case StreamItem.Unknown u -> {
        json.writeName("unknown");
        BodyJson.opaque(json, u.bytes(), u.why());
      }
      case StreamItem.Footer _ -> endSection();
      case StreamItem.Eof _ -> {
        start(offset, "EOF");
        json.writeEndObject();
      }
      case StreamItem.VmDescription d -> {
        start(offset, "VMDESCRIPTION");
        json.writeStringProperty("json", new String(d.json(), StandardCharsets.UTF_8));
        json.writeEndObject();
      }
      case StreamItem.Trailing t -> {
        start(offset, "TRAILING");
        json.writeStringProperty("bytes", HEX.formatHex(t.bytes()));
        json.writeEndObject();
      }
    }
  }

  /// Ends the document of a file that could not be read on.
  public void endUnreadable(String words) {
    endRecords();
    json.writeBooleanProperty("complete", false);
    json.writeStringProperty("error", words);
    endDocument();
  }

  /// Ends the document.
  ///
  /// @param refusal why the stream could not be read to its end
  public void end(Optional<Refusal> refusal) {
    endRecords();
    json.writeBooleanProperty("complete", refusal.isEmpty());
    refusal.ifPresent(why -> {
      json.writeObjectPropertyStart("refusal");
      json.writeNumberProperty("offset", why.offset());
      json.writeStringProperty("path", why.path());
      json.writeStringProperty("reason", why.reason().getClass().getSimpleName());
      json.writeStringProperty("message", RefusalText.reason(why.reason()));
      json.writeEndObject();
    });
    endDocument();
  }

  private void endRecords() {
    endSection();
    json.writeEndArray();
    json.writeObjectPropertyStart("opaque");
    json.writeNumberProperty("bytes", share.opaqueBytes());
    json.writeNumberProperty("of", share.bytes());
    json.writeEndObject();
  }

  private void endDocument() {
    json.writeEndObject();
    json.writeRaw(System.lineSeparator());
    json.flush();
  }

  private void start(long offset, String kind) {
    endSection();
    json.writeStartObject();
    json.writeStringProperty("kind", kind);
    json.writeNumberProperty("offset", offset);
  }

  private void section(long offset, StreamItem.SectionHeader header) {
    start(offset, header.kind().name());
    json.writeNumberProperty("section_id", header.sectionId());
    json.writeStringProperty("idstr", header.idstr());
    json.writeNumberProperty("instance_id", header.instanceId());
    json.writeNumberProperty("version_id", header.versionId());
    inSection = true;
  }

  private void endSection() {
    live.ifPresent(this::counts);
    live = Optional.empty();
    if (inSection) {
      json.writeEndObject();
      inSection = false;
    }
  }

  private LiveCounts live() {
    LiveCounts counts = live.orElseGet(LiveCounts::new);
    live = Optional.of(counts);
    return counts;
  }

  private void counts(LiveCounts counts) {
    json.writeObjectPropertyStart("live");
    if (!counts.blocks().isEmpty()) {
      json.writeArrayPropertyStart("blocks");
      counts.blocks().forEach(this::block);
      json.writeEndArray();
    }
    json.writeObjectPropertyStart("records");
    counts
        .records()
        .forEach((of, kinds) -> {
          json.writeName(of);
          Json.numbers(json, kinds);
        });
    json.writeEndObject();
    json.writeName("marks");
    Json.numbers(json, counts.marks());
    json.writeEndObject();
  }

  private void block(RamRecord.Block block) {
    json.writeStartObject();
    json.writeStringProperty("idstr", block.idstr());
    json.writeNumberProperty("used_length", block.usedLength());
    block.pageSize().ifPresent(size -> json.writeNumberProperty("page_size", size));
    block
        .guestAddress()
        .ifPresent(at -> json.writeStringProperty("guest_address", BodyJson.hex(at)));
    json.writeEndObject();
  }
}
