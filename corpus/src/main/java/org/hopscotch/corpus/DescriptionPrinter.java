package org.hopscotch.corpus;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.hopscotch.model.wire.Description;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.util.MinimalPrettyPrinter;

/// Writes the JSON of a VMDESCRIPTION (wire-format section 10.1), in QEMU's order of keys; what
/// {@link DescriptionJson} reads.
final class DescriptionPrinter {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
  private static final ObjectWriteContext SPACED = new Spaced();

  private final JsonGenerator json;

  private DescriptionPrinter(JsonGenerator json) {
    this.json = json;
  }

  static byte[] print(Description description) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try (JsonGenerator json = FACTORY.createGenerator(SPACED, text, JsonEncoding.UTF8)) {
      new DescriptionPrinter(json).top(description);
    }
    return text.toByteArray();
  }

  private void top(Description description) {
    json.writeStartObject();
    if (description.configuration().isPresent()) {
      json.writeObjectPropertyStart("configuration");
      members(description.configuration().get());
      json.writeEndObject();
    }
    description.pageSize().ifPresent(bytes -> json.writeNumberProperty("page_size", bytes));
    json.writeArrayPropertyStart("devices");
    description.sections().forEach(this::section);
    json.writeEndArray();
    json.writeEndObject();
  }

  private void section(Description.Section section) {
    json.writeStartObject();
    json.writeStringProperty("name", section.idstr());
    json.writeNumberProperty("instance_id", section.instanceId());
    switch (section.layout()) {
      case Description.OldStyle old -> oldStyle(old);
      case Description.Vmsd vmsd -> members(vmsd);
    }
    json.writeEndObject();
  }

  private void oldStyle(Description.OldStyle old) {
    json.writeNumberProperty("size", old.size());
    json.writeArrayPropertyStart("fields");
    json.writeStartObject();
    json.writeStringProperty("name", "data");
    json.writeNumberProperty("size", old.size());
    json.writeStringProperty("type", "buffer");
    json.writeEndObject();
    json.writeEndArray();
  }

  /// The members of a VMSD, into the object that is open.
  private void members(Description.Vmsd vmsd) {
    json.writeStringProperty("vmsd_name", vmsd.name());
    json.writeNumberProperty("version", vmsd.version());
    json.writeArrayPropertyStart("fields");
    vmsd.fields().forEach(this::field);
    json.writeEndArray();
    if (!vmsd.subsections().isEmpty()) {
      json.writeArrayPropertyStart("subsections");
      for (Description.Vmsd subsection : vmsd.subsections()) {
        json.writeStartObject();
        members(subsection);
        json.writeEndObject();
      }
      json.writeEndArray();
    }
  }

  private void field(Description.Field field) {
    json.writeStartObject();
    json.writeStringProperty("name", field.name());
    if (field.isArray()) {
      json.writeNumberProperty("array_len", field.count());
    }
    field.index().ifPresent(index -> json.writeNumberProperty("index", index));
    json.writeStringProperty("type", field.type());
    if (field.type().equals("struct")) {
      json.writeObjectPropertyStart("struct");
      nested(field.nested());
      json.writeEndObject();
    } else {
      nested(field.nested());
    }
    json.writeNumberProperty("size", field.size());
    json.writeEndObject();
  }

  /// Of a list each element's members, with the same keys again.
  private void nested(List<Description.Vmsd> vmsds) {
    vmsds.forEach(this::members);
  }

  /// One blank behind each colon and comma.
  private static final class Spaced extends ObjectWriteContext.Base {
    private static final PrettyPrinter BLANKS =
        new MinimalPrettyPrinter() {
          private static final long serialVersionUID = 1L;

          @Override
          public void writeObjectNameValueSeparator(JsonGenerator json) {
            json.writeRaw(": ");
          }

          @Override
          public void writeObjectEntrySeparator(JsonGenerator json) {
            json.writeRaw(", ");
          }

          @Override
          public void writeArrayValueSeparator(JsonGenerator json) {
            json.writeRaw(", ");
          }
        };

    @Override
    public PrettyPrinter getPrettyPrinter() {
      return BLANKS;
    }

    @Override
    public boolean hasPrettyPrinter() {
      return true;
    }
  }
}
