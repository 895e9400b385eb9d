package org.hopscotch.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.hopscotch.model.schema.Section;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The vectors of one `vectors.json`: a list of objects with `id`, `name`, `version`, `minimum`,
/// `schema` (see {@link VectorSchema}), `state` (see {@link VectorState}), `hex` and `vmdesc`.
///
/// @param unreadable those whose notation could not be understood, which spoils no others
public record Vectors(List<Vector> vectors, List<Unreadable> unreadable) {

  public Vectors {
    vectors = List.copyOf(vectors);
    unreadable = List.copyOf(unreadable);
  }

  /// A vector that could not be read.
  ///
  /// @param field the field's name, or where else the problem is
  /// @param family the macro family of the field, empty outside fields
  public record Unreadable(String vector, String field, String family, String problem) {
    @Override
    public String toString() {
      String place = family.isEmpty() ? field : field + " (" + family + ")";
      return "vector %s, %s: %s".formatted(vector, place, problem);
    }
  }

  /// {@return the vectors in a file}
  ///
  /// @throws IOException when it cannot be read
  public static Vectors in(Path file) throws IOException {
    return read(Files.readAllBytes(file));
  }

  /// {@return the vectors of a file's content; one unreadable entry when it is no JSON list}
  public static Vectors read(byte[] json) {
    JsonNode file;
    try {
      file = JsonMapper.shared().readTree(json);
    } catch (JacksonException e) {
      return unreadable(e.getOriginalMessage());
    }
    if (!file.isArray()) {
      return unreadable("not a list of vectors");
    }
    List<Vector> vectors = new ArrayList<>();
    List<Unreadable> unreadable = new ArrayList<>();
    for (JsonNode node : file) {
      String id = node.path("id").asString("?");
      try {
        vectors.add(vector(id, node));
      } catch (NotationException e) {
        unreadable.add(new Unreadable(id, e.field(), e.family(), e.getMessage()));
      }
    }
    return new Vectors(vectors, unreadable);
  }

  private static Vectors unreadable(String problem) {
    return new Vectors(List.of(), List.of(new Unreadable("?", "the file", "", problem)));
  }

  private static Vector vector(String id, JsonNode node) {
    if (node.path("rc").asInt(0) != 0) {
      throw new NotationException("rc", "", "only saves that succeeded can be checked");
    }
    Section section = VectorSchema.section(node, node.path("schema"), id);
    try {
      return new Vector(
          id,
          section,
          VectorState.read(section, node.path("state")),
          HexFormat.of().parseHex(node.path("hex").asString("")),
          VectorDescription.read(node.path("vmdesc")));
    } catch (IllegalArgumentException e) {
      throw new NotationException("state or bytes", "", e.getMessage());
    }
  }
}
