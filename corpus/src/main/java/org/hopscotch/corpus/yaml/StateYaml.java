package org.hopscotch.corpus.yaml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.state.Value;
import org.snakeyaml.engine.v2.nodes.Node;

/// A device's state as YAML: members and their values, in order. Reading needs no section, since
/// every value says what it is:
///
/// | value | is |
/// |---|---|
/// | `5`, `-1`, `"0xffffffffffffffff"` | a number; hexadecimal when it needs more than 32 bits |
/// | `hex`, `hex 00ff` | bytes, none and two |
/// | `[1, 2]` | numbers |
/// | `[]`, `[null, hex 00]`, a list of maps | elements |
/// | `[numbers]`, `[elements, 1, 2]` | no numbers; elements that are all numbers |
/// | a map | a struct |
/// | `null` | a NULL pointer |
///
/// So a list that begins with a word is what the word says; else numbers, if it has some and
/// nothing else. `true` and `false` are read as 1 and 0.
public final class StateYaml {
  private static final String NUMBERS = "numbers";
  private static final String ELEMENTS = "elements";

  private StateYaml() {}

  /// {@return the YAML of a state, ending in a line break}
  public static String print(DeviceState state) {
    return Yaml.print(node(state));
  }

  /// {@return the state that a YAML text stands for}
  public static DeviceState read(String yaml) throws YamlException {
    return Yaml.read(yaml, StateYaml::read);
  }

  static Node node(DeviceState state) {
    return members(state).block();
  }

  static DeviceState read(Place place) throws YamlException {
    return new DeviceState(place.eachOf(StateYaml::value));
  }

  private static MapNode members(DeviceState state) {
    MapNode map = new MapNode();
    state.members().forEach((name, value) -> map.put(name, value(value)));
    return map;
  }

  private static Node value(Value value) {
    return switch (value) {
      case Value.Number number -> Nodes.number(number.value());
      case Value.Numbers numbers -> numbers(numbers);
      case Value.Bytes bytes -> Nodes.bytes(bytes.bytes());
      case Value.Struct(DeviceState state) -> {
        MapNode map = members(state);
        yield map.holdsCollections() ? map.block() : map.flow();
      }
      case Value.Elements elements -> elements(elements);
      case Value.Null _ -> Nodes.nothing();
    };
  }

  private static Node numbers(Value.Numbers numbers) {
    return numbers.values().length == 0
        ? Nodes.flow(List.of(Nodes.text(NUMBERS)))
        : Nodes.flow(Arrays.stream(numbers.values()).mapToObj(Nodes::number).toList());
  }

  private static Node elements(Value.Elements elements) {
    List<Node> items = new ArrayList<>();
    if (!elements.values().isEmpty()
        && elements.values().stream().allMatch(Value.Number.class::isInstance)) {
      items.add(Nodes.text(ELEMENTS));
    }
    elements.values().forEach(element -> items.add(value(element)));
    return items.stream().anyMatch(Nodes::isCollection) ? Nodes.block(items) : Nodes.flow(items);
  }

  private static Value value(Place place) throws YamlException {
    if (place.isNumber()) {
      return Value.of(place.number());
    } else if (place.isFlag()) {
      return Value.of(place.flag() ? 1 : 0);
    } else if (place.isBytes()) {
      return new Value.Bytes(place.bytes());
    } else if (place.isList()) {
      return list(place.items());
    } else if (place.isMap()) {
      return new Value.Struct(read(place));
    } else if (place.isNull()) {
      return Value.NULL;
    }
    throw place.expected("a value: a number, hex bytes, a list, a map or null");
  }

  private static Value list(List<Place> items) throws YamlException {
    String word = !items.isEmpty() && items.getFirst().isText() ? items.getFirst().text() : "";
    boolean said = word.equals(NUMBERS) || word.equals(ELEMENTS);
    List<Place> rest = said ? items.subList(1, items.size()) : items;
    boolean numbers =
        said ? word.equals(NUMBERS) : !rest.isEmpty() && rest.stream().allMatch(Place::isNumber);
    return numbers ? numbers(rest) : elements(rest);
  }

  private static Value numbers(List<Place> items) {
    long[] numbers = new long[items.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = items.get(i).read(Place::number, 0L);
    }
    return new Value.Numbers(numbers);
  }

  private static Value elements(List<Place> items) {
    return new Value.Elements(
        items.stream().map(item -> item.read(StateYaml::value, Value.NULL)).toList());
  }
}
