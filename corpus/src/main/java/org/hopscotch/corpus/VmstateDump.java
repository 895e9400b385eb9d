package org.hopscotch.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What `-dump-vmstate` tells: the sections of all device classes of a release, as they are
/// declared, whether a stream has them or not (wire-format section 10.2).
///
/// @param sections by the name of their VMStateDescription; of several of one name the first
public record VmstateDump(Map<String, Section> sections) {
  private static final JsonMapper JSON = new JsonMapper();

  /// A dump that tells nothing.
  public static final VmstateDump NONE = new VmstateDump(Map.of());

  /// One VMStateDescription.
  public record Section(
      String name,
      int versionId,
      int minimumVersionId,
      List<Field> fields,
      List<Section> subsections) {
    public Section {
      fields = List.copyOf(fields);
      subsections = List.copyOf(subsections);
    }
  }

  /// One VMStateField.
  ///
  /// @param tested whether a test function decides if it exists
  /// @param count of the elements of a fixed array, which releases from 10.0 on tell
  /// @param size of one element in C, in bytes
  public record Field(
      String name, int versionId, boolean tested, int count, int size, Optional<Section> nested) {}

  /// {@return the dump that a file holds}
  ///
  /// @throws IOException when it cannot be read, or is no such dump
  public static VmstateDump read(InputStream in) throws IOException {
    JsonNode root = tree(in);
    if (!root.has("vmschkmachine")) {
      throw new IOException("not written by -dump-vmstate: it has no \"vmschkmachine\"");
    }
    Map<String, Section> sections = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> type : root.properties()) {
      JsonNode description = type.getValue().path("Description");
      if (description.isObject()) {
        Section section = section(description);
        sections.putIfAbsent(section.name(), section);
      }
    }
    return new VmstateDump(sections);
  }

  private static JsonNode tree(InputStream in) throws IOException {
    try {
      return JSON.readTree(in);
    } catch (JacksonException e) {
      throw new IOException("not JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static Section section(JsonNode node) {
    List<Field> fields = new ArrayList<>();
    node.path("Fields").forEach(field -> fields.add(field(field)));
    List<Section> subsections = new ArrayList<>();
    node.path("Subsections").forEach(subsection -> subsections.add(section(subsection)));
    return new Section(
        node.path("name").asString(),
        node.path("version_id").asInt(),
        node.path("minimum_version_id").asInt(),
        fields,
        subsections);
  }

  private static Field field(JsonNode node) {
    JsonNode nested = node.path("Description");
    return new Field(
        node.path("field").asString(),
        node.path("version_id").asInt(),
        node.path("field_exists").asBoolean(),
        node.path("num").asInt(1),
        node.path("size").asInt(),
        nested.isObject() ? Optional.of(section(nested)) : Optional.empty());
  }
}
