package org.hopscotch.reports;

import java.util.HexFormat;
import org.hopscotch.model.schema.ScalarType;
import org.hopscotch.model.wire.Body;
import org.hopscotch.model.wire.BodySize;
import org.hopscotch.model.wire.Description;
import tools.jackson.core.JsonGenerator;

/// Writes the typed content of a section as JSON: a body as an object with its fields, each with
/// offset, size and value.
final class BodyJson {
  private static final HexFormat HEX = HexFormat.of();

  private final JsonGenerator json;

  private BodyJson(JsonGenerator json) {
    this.json = json;
  }

  /// Writes the body that starts at `offset` of the stream.
  static void write(JsonGenerator json, Body body, long offset) {
    new BodyJson(json).body(body, offset);
  }

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
      case Body.Opaque o -> opaque(json, o.bytes(), o.why());
    }
  }

  private void scalar(ScalarType type, long value) {
    if (type == ScalarType.BOOL && (value & ~1) == 0) {
      json.writeBoolean(value == 1);
    } else if (type.width() == Long.BYTES) {
      json.writeString(hex(value));
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
          json.writeString(hex(direct.key()));
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

  /// Writes bytes that nothing describes.
  static void opaque(JsonGenerator json, byte[] bytes, String why) {
    json.writeStartObject();
    json.writeStringProperty("opaque", HEX.formatHex(bytes));
    json.writeStringProperty("why", why);
    json.writeEndObject();
  }

  /// {@return 64 bits as sixteen hex digits behind `0x`}
  static String hex(long value) {
    return "0x" + HEX.toHexDigits(value);
  }
}
