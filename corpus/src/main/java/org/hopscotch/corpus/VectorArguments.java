package org.hopscotch.corpus;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.hopscotch.model.schema.Count;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.ScalarType;
import org.hopscotch.model.schema.Section;
import tools.jackson.databind.JsonNode;

/// The arguments of one field of a vector's schema. Each may be given by name, in an object, or by
/// position; an object with `fields` is a nested section.
final class VectorArguments {
  private final String field;
  private final String family;
  private final List<JsonNode> positional = new ArrayList<>();
  private final List<JsonNode> named = new ArrayList<>();
  private final List<JsonNode> sections = new ArrayList<>();

  VectorArguments(String field, String family, JsonNode entry) {
    this.field = field;
    this.family = family;
    for (int i = 2; i < entry.size(); i++) {
      JsonNode argument = entry.get(i);
      if (!argument.isObject()) {
        positional.add(argument);
      } else if (argument.has("fields")) {
        sections.add(argument);
      } else {
        named.add(argument);
      }
    }
  }

  /// Puts the version behind the size, for the macros that have it the other way round.
  void swapVersionAndSize() {
    if (positional.size() == 2 && positional.stream().allMatch(JsonNode::isIntegralNumber)) {
      Collections.swap(positional, 0, 1);
    }
  }

  NotationException problem(String problem) {
    return new NotationException(field, family, problem);
  }

  private Optional<JsonNode> byName(String... names) {
    for (JsonNode object : named) {
      JsonNode value = VectorSchema.first(object, names);
      if (!value.isMissingNode()) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  /// {@return the argument with one of these names, else the next one by position that fits}
  private Optional<JsonNode> take(Predicate<JsonNode> fits, String... names) {
    Optional<JsonNode> byName = byName(names);
    if (byName.isPresent()) {
      return byName;
    }
    Optional<JsonNode> next = positional.stream().filter(fits).findFirst();
    next.ifPresent(positional::remove);
    return next;
  }

  Optional<Integer> number(String... names) {
    return take(JsonNode::isIntegralNumber, names).map(JsonNode::asInt);
  }

  int requiredNumber(String... names) {
    return number(names).orElseThrow(() -> problem("needs a number for '" + names[0] + "'"));
  }

  /// {@return a number, or the name of a member, perhaps times another number}
  Count count(String... names) {
    JsonNode count =
        take(node -> node.isIntegralNumber() || node.isString(), names)
            .orElseThrow(() -> problem("needs a number or member for '" + names[0] + "'"));
    int inner = 1;
    if (count.isObject()) {
      inner = VectorSchema.first(count, "times", "multiply", "multiplier").asInt(1);
      count = VectorSchema.first(count, "member", "count", "num", "size", "field");
    }
    int times = times().orElse(inner);
    return count.isIntegralNumber()
        ? Count.of(count.asInt() * times)
        : new Count.OfMember(count.asString(), times);
  }

  /// Only the macros that multiply have the factor by position; in others a second number is a
  /// version.
  private Optional<Integer> times() {
    String[] names = {"times", "multiply", "multiplier", "factor"};
    return family.contains("MULTIPLY") ? number(names) : byName(names).map(JsonNode::asInt);
  }

  Optional<Expression> test() {
    return take(
            node -> node.isBoolean() || node.isString(), "test", "exists", "field_exists", "when")
        .map(node -> VectorSchema.expression(node, field));
  }

  /// {@return a nested section: by name or, without, the next one among the arguments}
  Optional<Section> section(String unnamed, String... names) {
    for (JsonNode object : named) {
      JsonNode value = VectorSchema.first(object, names);
      if (value.has("fields")) {
        return Optional.of(VectorSchema.section(value, unnamed));
      }
    }
    return sections.isEmpty()
        ? Optional.empty()
        : Optional.of(VectorSchema.section(sections.removeFirst(), unnamed));
  }

  Section requiredSection(String... names) {
    return section(field, names).orElseThrow(() -> problem("needs a section"));
  }

  /// {@return what an array has several of: a scalar's name, or a section}
  FieldType.Element element() {
    Optional<Section> section = section(field, "of", "vmsd", "section", "struct");
    if (section.isPresent()) {
      return new FieldType.Struct(section.get());
    }
    String name =
        take(JsonNode::isString, "of", "type", "info", "element")
            .map(JsonNode::asString)
            .orElseThrow(() -> problem("needs a type for 'of'"));
    return ScalarType.named(name)
        .or(() -> VectorField.scalar(name))
        .map(FieldType.Scalar::new)
        .orElseThrow(() -> problem("unknown type of element '" + name + "'"));
  }
}
