package org.hopscotch.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.hopscotch.model.wire.Description;
import tools.jackson.databind.JsonNode;

/// Reads the description of a vector (wire-format section 10.1).
final class VectorDescription {
  private VectorDescription() {}

  static Description.Vmsd read(JsonNode vmsd) {
    List<Description.Field> fields = new ArrayList<>();
    vmsd.path("fields").forEach(field -> fields.add(field(field)));
    List<Description.Vmsd> subsections = new ArrayList<>();
    vmsd.path("subsections").forEach(subsection -> subsections.add(read(subsection)));
    return new Description.Vmsd(
        vmsd.path("vmsd_name").asString(""), vmsd.path("version").asInt(0), fields, subsections);
  }

  private static Description.Field field(JsonNode field) {
    JsonNode inner = field.has("struct") ? field.get("struct") : field;
    return new Description.Field(
        field.path("name").asString(""),
        field.path("type").asString(""),
        field.path("array_len").asLong(1),
        field.has("index") ? OptionalInt.of(field.get("index").asInt()) : OptionalInt.empty(),
        field.path("size").asLong(0),
        inner.has("vmsd_name") ? List.of(read(inner)) : List.of());
  }
}
