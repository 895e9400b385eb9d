package org.hopscotch.reports;

import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.hopscotch.model.schema.ScalarType;
import org.hopscotch.model.wire.Body;
import org.hopscotch.model.wire.BodySize;
import org.hopscotch.model.wire.Description;
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
        body(c.body(), offset + 1);
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
        endSection();
        section(offset, h);
      }
      case StreamItem.Ram r -> live().add(r.record());
      case StreamItem.DirtyBitmap d -> live().add(d.record());
      case StreamItem.Block b -> live().add(b.record());
      case StreamItem.Device d -> {
        json.writeStringProperty("described_by", StreamText.source(d.source()));
        json.writeName("body");
        body(d.body(), offset);
      }
      case StreamItem.Unknown u -> {
        json.writeName("unknown");
        opaque(u.bytes(), u.why());
      }
      case StreamItem.Footer _ -> endSection();
      case StreamItem.Eof _ -> {
        endSection();
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

  /// Ends the document.
  ///
  /// @param refusal why the stream could not be read to its end
  public void end(Optional<Refusal> refusal) {
    endSection();
    json.writeEndArray();
    json.writeObjectPropertyStart("opaque");
    json.writeNumberProperty("bytes", share.opaqueBytes());
    json.writeNumberProperty("of", share.bytes());
    json.writeEndObject();
    json.writeBooleanProperty("complete", refusal.isEmpty());
    refusal.ifPresent(why -> {
      json.writeObjectPropertyStart("refusal");
      json.writeNumberProperty("offset", why.offset());
      json.writeStringProperty("path", why.path());
      json.writeStringProperty("reason", why.reason().getClass().getSimpleName());
      json.writeStringProperty("message", RefusalText.reason(why.reason()));
      json.writeEndObject();
    });
    json.writeEndObject();
    json.writeRaw(System.lineSeparator());
    json.flush();
  }

  private void start(long offset, String kind) {
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
    block.guestAddress().ifPresent(at -> json.writeStringProperty("guest_address", hex(at, 8)));
    json.writeEndObject();
  }

  // ---- bodies

  private void body(Body body, long offset) {
    json.writeStartObject();
    json.writeStringProperty("vmsd_name", body.layout().name());
    json.writeNumberProperty("version", body.layout().version());
    json.writeArrayPropertyStart("fields");
    long at = offset;
    for (int i = 0; i < body.values().size(); i++) {
      field(body.layout().fields().get(i), body.values().get(i), at);
      at += BodySize.of(body.values().get(i));
    }
    json.writeEndArray();
    if (!body.subsections().isEmpty()) {
      json.writeArrayPropertyStart("subsections");
      for (Body subsection : body.subsections()) {
        body(subsection, at + BodySize.frame(subsection));
        at += BodySize.ofFramed(subsection);
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private void field(Description.Field field, Body.Content value, long offset) {
    json.writeStartObject();
    json.writeStringProperty("name", field.name());
    field.index().ifPresent(index -> json.writeNumberProperty("index", index));
    json.writeStringProperty("type", field.type());
    json.writeNumberProperty("offset", offset);
    json.writeNumberProperty("size", BodySize.of(value));
    json.writeName("value");
    value(value, field.isArray(), offset);
    json.writeEndObject();
  }

  private void value(Body.Content value, boolean array, long offset) {
    switch (value) {
      case Body.Scalars s when !array && s.values().length == 1 -> scalar(s.type(), s.values()[0]);
      case Body.Scalars s -> {
        json.writeStartArray();
        for (long one : s.values()) {
          scalar(s.type(), one);
        }
        json.writeEndArray();
      }
      case Body.Bytes b -> json.writeString(HEX.formatHex(b.bytes()));
      case Body.Text t -> json.writeString(t.text());
      case Body.Struct s -> body(s.body(), offset);
      case Body.Structs s -> structs(s, offset);
      case Body.Pointers p -> pointers(p, offset);
      case Body.Markers m -> markers(m, array);
      case Body.Queue q -> queue(q, offset);
      case Body.Tree t -> tree(t, offset);
      case Body.MsixState m -> {
        json.writeStartObject();
        json.writeStringProperty("table", HEX.formatHex(m.table()));
        json.writeStringProperty("pending", HEX.formatHex(m.pending()));
        json.writeEndObject();
      }
      case Body.Opaque o -> opaque(o.bytes(), o.why());
    }
  }

  private void scalar(ScalarType type, long value) {
    if (type == ScalarType.BOOL && (value & ~1) == 0) {
      json.writeBoolean(value == 1);
    } else if (type.width() == Long.BYTES) {
      json.writeString(hex(value, Long.BYTES));
    } else {
      json.writeNumber(value);
    }
  }

  private void structs(Body.Structs structs, long offset) {
    json.writeStartArray();
    long each = structs.count() == 0 ? 0 : BodySize.of(structs) / structs.count();
    for (int i = 0; i < structs.count(); i++) {
      body(structs.get(i), offset + i * each);
    }
    json.writeEndArray();
  }

  private void pointers(Body.Pointers pointers, long offset) {
    json.writeStartArray();
    int nth = 0;
    long at = offset;
    for (boolean present : pointers.present()) {
      if (present) {
        Body.Content element = pointers.get(nth++);
        if (element instanceof Body.Structs one) {
          body(one.get(0), at);
        } else {
          value(element, false, at);
        }
        at += BodySize.of(element);
      } else {
        json.writeNull();
        at++;
      }
    }
    json.writeEndArray();
  }

  private void markers(Body.Markers markers, boolean array) {
    if (array) {
      json.writeStartArray();
    }
    for (boolean present : markers.present()) {
      if (present) {
        json.writeBoolean(true);
      } else {
        json.writeNull();
      }
    }
    if (array) {
      json.writeEndArray();
    }
  }

  private void queue(Body.Queue queue, long offset) {
    json.writeStartArray();
    long at = offset;
    for (Body element : queue.elements()) {
      body(element, at + 1);
      at += 1 + BodySize.of(element);
    }
    json.writeEndArray();
  }

  private void tree(Body.Tree tree, long offset) {
    json.writeStartArray();
    long at = offset + Integer.BYTES;
    for (Body.Node node : tree.nodes()) {
      at++;
      json.writeStartObject();
      json.writeName("key");
      switch (node.key()) {
        case Body.DirectKey direct -> {
          json.writeString(hex(direct.key(), Long.BYTES));
          at += Long.BYTES;
        }
        case Body.StructKey struct -> {
          body(struct.body(), at);
          at += BodySize.of(struct.body());
        }
      }
      json.writeName("value");
      body(node.value(), at);
      json.writeEndObject();
      at += BodySize.of(node.value());
    }
    json.writeEndArray();
  }

  private void opaque(byte[] bytes, String why) {
    json.writeStartObject();
    json.writeStringProperty("opaque", HEX.formatHex(bytes));
    json.writeStringProperty("why", why);
    json.writeEndObject();
  }

  private static String hex(long value, int width) {
    return "0x" + HEX.toHexDigits(value, 2 * width);
  }
}
