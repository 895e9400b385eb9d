package org.hopscotch.corpus.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hopscotch.model.release.CompatTable;
import org.hopscotch.model.release.Configuration;
import org.snakeyaml.engine.v2.nodes.Node;

/// A row of a compat table, or a `-global`, as YAML: `driver.property: "value"`. A driver with a
/// dot in its name has to be written `{driver: d, property: p, value: "v"}`. A row may have
///
/// | key | value |
/// |---|---|
/// | `optional` | whether a device without such a property is passed over (no) |
/// | `unknown` | `true` for a driver or property that no release has; without it that is an error |
final class SettingYaml {
  private static final String OPTIONAL = "optional";
  private static final String UNKNOWN = "unknown";

  private SettingYaml() {}

  static MapNode entries(CompatTable.Row row, boolean known) {
    MapNode map = setting(row.driver(), row.property(), row.value());
    if (row.optional()) {
      map.put(OPTIONAL, Nodes.flag(true));
    }
    return known ? map : map.put(UNKNOWN, Nodes.flag(true));
  }

  static Node node(Configuration.Global global, boolean known) {
    MapNode map = setting(global.driver(), global.property(), global.value());
    return (known ? map : map.put(UNKNOWN, Nodes.flag(true))).flow();
  }

  private static MapNode setting(String driver, String property, String value) {
    MapNode map = new MapNode();
    return driver.contains(".")
        ? map.put("driver", driver).put("property", property).put("value", Nodes.quoted(value))
        : map.put(driver + "." + property, Nodes.quoted(value));
  }

  static CompatTable.Row row(Place place) throws YamlException {
    Entries entries = place.entries();
    CompatTable.Row row = row(entries);
    entries.end();
    return row;
  }

  /// Takes a row out of a map that may have other keys.
  static CompatTable.Row row(Entries entries) {
    boolean optional = entries.take(OPTIONAL, Place::flag, false);
    Setting setting = setting(entries);
    CompatTable.Row row =
        new CompatTable.Row(setting.driver, setting.property, setting.value, optional);
    setting.remember(row);
    return row;
  }

  static Configuration.Global global(Place place) throws YamlException {
    Entries entries = place.entries();
    Setting setting = setting(entries);
    Configuration.Global global =
        new Configuration.Global(setting.driver, setting.property, setting.value);
    setting.remember(global);
    entries.end();
    return global;
  }

  /// @param checked where it is, when its names have to be known
  private record Setting(String driver, String property, String value, Optional<Place> checked) {
    void remember(Object thing) {
      checked.ifPresent(place -> place.reading().remember(thing, place));
    }
  }

  private static Setting setting(Entries entries) {
    boolean unknown = entries.take(UNKNOWN, Place::flag, false);
    Place map = entries.map();
    int before = map.reading().count();
    List<Map.Entry<String, Place>> dotted = new ArrayList<>(entries.takeDotted().entrySet());
    String driver;
    String property;
    String value;
    Place place = map;
    if (dotted.isEmpty()) {
      if (!entries.has("driver") && !entries.has("property")) {
        entries.missing(List.of("driver.property"));
      }
      driver = entries.take("driver", Place::name, "");
      property = entries.take("property", Place::name, "");
      value = entries.take("value", Place::name, "");
    } else {
      String key = dotted.getFirst().getKey();
      place = dotted.getFirst().getValue();
      driver = key.substring(0, key.indexOf('.'));
      property = key.substring(key.indexOf('.') + 1);
      value = place.read(Place::name, "");
    }
    boolean clear = !unknown && map.reading().count() == before;
    return new Setting(driver, property, value, clear ? Optional.of(place) : Optional.empty());
  }
}
