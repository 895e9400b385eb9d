package org.hopscotch.corpus.yaml;

import java.util.List;
import java.util.Optional;
import org.hopscotch.model.release.Property;
import org.hopscotch.model.release.PropertyKind;
import org.hopscotch.model.release.PropertyKinds;
import org.hopscotch.model.schema.Expression;
import org.snakeyaml.engine.v2.nodes.Node;

/// A property of a device type as YAML, below its name:
///
/// | key | value |
/// |---|---|
/// | `kind` | DEFINE_PROP_* in lower case: `uint16`, ...; `{enum: [a, b]}`; `{array: kind}` |
/// | `default` | the value of a device that nobody gave another one |
/// | `automatic` | `{when: value, value: expression}`: what a value that means "choose" becomes |
/// | `visible` | whether the guest sees it (no) |
/// | `implied` | the value that counts for a guest from a release without the property |
///
/// Values are text in quotes, as QEMU takes them: `"on"`, `"0x10"`, `"1,2"`.
final class PropertyYaml {
  /// What a kind is taken for that cannot be read: any value is one of its.
  private static final PropertyKind ANY = new PropertyKind.Text();

  private static final String AUTOMATIC = "automatic";

  private PropertyYaml() {}

  static MapNode entries(Property property) {
    MapNode map =
        new MapNode()
            .put("kind", kind(property.kind()))
            .put("default", Nodes.quoted(property.initial()));
    property.automatic().ifPresent(automatic -> map.put(AUTOMATIC, automatic(automatic)));
    if (property.visible()) {
      map.put("visible", Nodes.flag(true));
    }
    property.implied().ifPresent(implied -> map.put("implied", Nodes.quoted(implied)));
    return map;
  }

  static Property read(String name, Entries entries) {
    PropertyKind kind = entries.require("kind", PropertyYaml::kind, ANY);
    Place.Reader<String> value = text -> value(text, name, kind);
    return new Property(
        name,
        kind,
        entries.require("default", value, sample(kind)),
        entries.find(AUTOMATIC, place -> automatic(place, name, kind)),
        entries.take("visible", Place::flag, false),
        entries.find("implied", value));
  }

  static Property read(String name, Place place) throws YamlException {
    Entries entries = place.entries();
    Property property = read(name, entries);
    entries.end();
    place.reading().remember(property, place);
    return property;
  }

  /// {@return what a property is taken for that cannot be read: it takes any value}
  static Property unreadable(String name) {
    return new Property(name, ANY, sample(ANY));
  }

  // ---- automatic values

  static Node automatic(Property.Automatic automatic) {
    return new MapNode()
        .put("when", Nodes.quoted(automatic.trigger()))
        .put("value", ExpressionYaml.node(automatic.value()))
        .flow();
  }

  private static Property.Automatic automatic(Place place, String name, PropertyKind kind)
      throws YamlException {
    Entries entries = place.entries();
    String trigger = entries.require("when", text -> value(text, name, kind), sample(kind));
    Expression value = entries.require("value", ExpressionYaml::read, Expression.FALSE);
    entries.end();
    return new Property.Automatic(trigger, value);
  }

  /// {@return an automatic value whose property is elsewhere}
  static Property.Automatic automatic(Place place) throws YamlException {
    return automatic(place, "", ANY);
  }

  // ---- values

  private static String value(Place place, String name, PropertyKind kind) throws YamlException {
    String text = place.name();
    if (kind.parse(name, text) instanceof PropertyKind.Refused(String words)) {
      throw place.problem(words);
    }
    return text;
  }

  /// {@return a value in place of one that cannot be read}
  private static String sample(PropertyKind kind) {
    return switch (kind) {
      case PropertyKind.Bool _ -> "off";
      case PropertyKind.Int _, PropertyKind.Size _, PropertyKind.PciDevfn _ -> "0";
      case PropertyKind.Enumeration(List<String> members) -> members.getFirst();
      case PropertyKind.Text _, PropertyKind.Array _ -> "";
      case PropertyKind.MacAddress _ -> "00:00:00:00:00:00";
      case PropertyKind.Uuid _ -> "auto";
    };
  }

  // ---- kinds

  private static Node kind(PropertyKind kind) {
    return switch (kind) {
      case PropertyKind.Array(PropertyKind element) ->
          new MapNode().put("array", kind(element)).flow();
      case PropertyKind.Enumeration(List<String> members) when named(kind).isEmpty() ->
          new MapNode().put("enum", Nodes.flow(members.stream().map(Nodes::text).toList())).flow();
      case PropertyKind.Bool _, PropertyKind.Int _, PropertyKind.Size _ -> name(kind);
      case PropertyKind.Enumeration _, PropertyKind.Text _, PropertyKind.MacAddress _ -> name(kind);
      case PropertyKind.PciDevfn _, PropertyKind.Uuid _ -> name(kind);
    };
  }

  private static Optional<String> named(PropertyKind kind) {
    return PropertyKinds.nameOf(kind);
  }

  private static Node name(PropertyKind kind) {
    return Nodes.text(
        named(kind).orElseThrow(() -> new IllegalArgumentException("no name for " + kind)));
  }

  private static PropertyKind kind(Place place) throws YamlException {
    if (!place.isMap()) {
      return PropertyKinds.named(place.word(PropertyKinds.names())).orElse(ANY);
    }
    Entries entries = place.entries();
    Optional<String> which = entries.which(List.of("enum", "array"));
    PropertyKind kind = ANY;
    if (which.isEmpty()) {
      entries.missing(List.of("enum", "array"));
    } else if (which.get().equals("array")) {
      kind = new PropertyKind.Array(entries.require("array", PropertyYaml::kind, ANY));
    } else {
      kind = entries.require("enum", PropertyYaml::enumeration, ANY);
    }
    entries.end();
    return kind;
  }

  private static PropertyKind enumeration(Place place) throws YamlException {
    List<String> members = place.each(Place::name);
    if (members.isEmpty()) {
      throw place.expected("a list of words");
    }
    return new PropertyKind.Enumeration(members);
  }
}
