package org.hopscotch.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.ExpressionText;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.Hook;
import org.hopscotch.model.schema.Hooks;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Subsection;
import tools.jackson.databind.JsonNode;

/// Reads the schema of a vector: a list of fields (see {@link VectorField}), and objects that hold
/// `subsections` and hooks.
///
/// A section is an object with `name`, `version`, `minimum` (0 when not given) and `fields`; a
/// subsection has `needed`, an expression, as well. Subsections and hooks may stand in the
/// section's object or at the end of its list of fields.
final class VectorSchema {
  private VectorSchema() {}

  /// {@return a section}
  ///
  /// @param header has the name and versions
  /// @param unnamed the name when the header has none
  static Section section(JsonNode header, JsonNode fields, String unnamed) {
    String name = header.path("name").asString(unnamed);
    if (!fields.isArray()) {
      throw new NotationException(name, "", "a section without a list of fields");
    }
    List<Field> read = new ArrayList<>();
    List<JsonNode> extras = new ArrayList<>(List.of(header));
    for (JsonNode entry : fields) {
      if (entry.isObject()) {
        extras.add(entry);
      } else {
        read.add(VectorField.read(entry));
      }
    }
    int version = header.path("version").asInt(1);
    int minimum = first(header, "minimum", "minimum_version", "min").asInt(0);
    return new Section(name, version, minimum, read, subsections(extras), hooks(extras));
  }

  /// {@return a nested section}
  static Section section(JsonNode node, String unnamed) {
    return section(node, node.path("fields"), unnamed);
  }

  private static List<Subsection> subsections(List<JsonNode> extras) {
    List<Subsection> subsections = new ArrayList<>();
    for (JsonNode extra : extras) {
      for (JsonNode node : extra.path("subsections")) {
        Section section = section(node, "subsection " + subsections.size());
        subsections.add(
            node.has("needed")
                ? new Subsection(section, expression(node.get("needed"), section.name()))
                : new Subsection(section));
      }
    }
    return subsections;
  }

  private static Hooks hooks(List<JsonNode> extras) {
    Map<String, Hook> hooks =
        List.of("pre_save", "pre_load", "post_load", "post_save").stream()
            .collect(Collectors.toMap(name -> name, name -> hook(extras, name)));
    return new Hooks(
        hooks.get("pre_save"),
        hooks.get("pre_load"),
        hooks.get("post_load"),
        hooks.get("post_save"));
  }

  private static Hook hook(List<JsonNode> extras, String name) {
    String text =
        extras.stream()
            .map(extra -> extra.path(name))
            .filter(hook -> !hook.isMissingNode())
            .map(VectorSchema::statements)
            .collect(Collectors.joining(", "));
    try {
      return ExpressionText.parseHook(text);
    } catch (IllegalArgumentException e) {
      throw new NotationException(name, "", e.getMessage());
    }
  }

  private static String statements(JsonNode hook) {
    return hook.isArray()
        ? StreamSupport.stream(hook.spliterator(), false)
            .map(JsonNode::asString)
            .collect(Collectors.joining(", "))
        : hook.asString();
  }

  /// {@return a condition, written as a boolean, a number or text}
  static Expression expression(JsonNode node, String where) {
    try {
      return ExpressionText.parse(node.asString());
    } catch (IllegalArgumentException e) {
      throw new NotationException(where, "", e.getMessage());
    }
  }

  /// {@return the first of these properties that is there, else a missing node}
  static JsonNode first(JsonNode node, String... names) {
    for (String name : names) {
      if (node.has(name)) {
        return node.get(name);
      }
    }
    return node.path(names[0]);
  }
}
