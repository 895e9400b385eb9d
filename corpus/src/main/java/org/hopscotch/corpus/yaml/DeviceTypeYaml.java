package org.hopscotch.corpus.yaml;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.Property;
import org.snakeyaml.engine.v2.nodes.Node;

/// A device type as YAML, below its name. Beside how it is {@link RegistrationYaml registered} it
/// may have
///
/// | key | value |
/// |---|---|
/// | `parent` | the type that it is a kind of |
/// | `interfaces` | further types that it is |
/// | `abstract` | whether no device can be of exactly this type (no) |
/// | `properties` | by name, see {@link PropertyYaml} |
/// | `members` | by name, see {@link MemberYaml}: those that are not as the section's fields say |
/// | `ram` | by name, see {@link RamYaml} |
/// | `realize` | when it is not made: `refuse "words" when condition`, over properties |
/// | `section` | what travels, see {@link SectionYaml}; without it the parent's |
final class DeviceTypeYaml {
  private DeviceTypeYaml() {}

  static MapNode entries(DeviceType type) {
    MapNode map = new MapNode();
    type.parent().ifPresent(parent -> map.put("parent", parent));
    if (!type.interfaces().isEmpty()) {
      map.put("interfaces", Nodes.words(new TreeSet<>(type.interfaces())));
    }
    if (type.isAbstract()) {
      map.put("abstract", Nodes.flag(true));
    }
    map.putAll(RegistrationYaml.entries(type.registration()));
    if (!type.properties().isEmpty()) {
      MapNode properties = new MapNode();
      type.properties().forEach(p -> properties.put(p.name(), PropertyYaml.entries(p).fitting()));
      map.put("properties", properties.block());
    }
    if (!type.members().isEmpty()) {
      map.put("members", MemberYaml.block(type.members()));
    }
    if (!type.ram().isEmpty()) {
      map.put("ram", RamYaml.node(type.ram()));
    }
    if (!type.realize().isEmpty()) {
      map.put("realize", RealizeYaml.node(type.realize()));
    }
    type.section().ifPresent(section -> map.put("section", SectionYaml.node(section)));
    return map;
  }

  static Node node(DeviceType type) {
    return entries(type).block();
  }

  static DeviceType read(String name, Place place) throws YamlException {
    return read(name, place.entries());
  }

  /// Reads all entries that are left.
  static DeviceType read(String name, Entries entries) {
    Reading reading = entries.map().reading();
    List<Property> properties = entries.take("properties", all -> properties(name, all), List.of());
    int before = reading.count();
    DeviceType type =
        new DeviceType(
            name,
            entries.find("parent", Place::name),
            Set.copyOf(entries.take("interfaces", all -> all.each(Place::name), List.of())),
            entries.take("abstract", Place::flag, false),
            properties,
            entries.take("members", MemberYaml::readAll, List.of()),
            entries.find("section", SectionYaml::read),
            RegistrationYaml.read(entries),
            entries.take("ram", RamYaml::read, List.of()),
            entries.take("realize", RealizeYaml::read, List.of()));
    entries.end();
    if (reading.count() > before) {
      reading.doubt(name);
    }
    reading.remember(type, entries.map());
    return type;
  }

  /// {@return a type of which only the name is known}
  static DeviceType unreadable(String name) {
    return new DeviceType(name, List.of(), List.of(), SectionYaml.NOTHING);
  }

  private static List<Property> properties(String type, Place place) throws YamlException {
    if (!place.isMap()) {
      place.reading().doubt(type);
    }
    return place.eachNamed(PropertyYaml::read, PropertyYaml::unreadable);
  }
}
