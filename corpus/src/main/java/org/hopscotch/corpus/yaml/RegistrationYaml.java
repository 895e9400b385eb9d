package org.hopscotch.corpus.yaml;

import java.util.Optional;
import java.util.OptionalInt;
import org.hopscotch.model.release.Registration;

/// How a device registers its section, as keys of its type's map; each may be left out:
///
/// | key | value |
/// |---|---|
/// | `priority` | higher ones are saved first (0) |
/// | `instance_id` | given by the device itself, an expression over properties; without it, and
/// where it is -1, counted among equal names |
/// | `alias_id` | another instance id under which the section is found |
/// | `below_path` | whether the device's path stands before the name, over properties (yes) |
/// | `needed` | whether the section is sent at all, an expression |
/// | `unmigratable` | when the guest may not leave, an expression |
/// | `early_setup` | sent before RAM pages (no) |
final class RegistrationYaml {
  private RegistrationYaml() {}

  static MapNode entries(Registration registration) {
    Registration usual = Registration.USUAL;
    MapNode map = new MapNode();
    if (registration.priority() != usual.priority()) {
      map.put("priority", registration.priority());
    }
    registration.instanceId().ifPresent(id -> map.put("instance_id", ExpressionYaml.node(id)));
    registration.aliasId().ifPresent(id -> map.put("alias_id", id));
    if (!registration.below().equals(usual.below())) {
      map.put("below_path", ExpressionYaml.node(registration.below()));
    }
    if (!registration.needed().equals(usual.needed())) {
      map.put("needed", ExpressionYaml.node(registration.needed()));
    }
    if (!registration.unmigratable().equals(usual.unmigratable())) {
      map.put("unmigratable", ExpressionYaml.node(registration.unmigratable()));
    }
    if (registration.earlySetup()) {
      map.put("early_setup", Nodes.flag(true));
    }
    return map;
  }

  static Registration read(Entries entries) {
    Registration usual = Registration.USUAL;
    return new Registration(
        entries.take("priority", Place::integer, usual.priority()),
        entries.find("instance_id", ExpressionYaml::read),
        integer(entries, "alias_id"),
        entries.take("below_path", ExpressionYaml::read, usual.below()),
        entries.take("needed", ExpressionYaml::read, usual.needed()),
        entries.take("unmigratable", ExpressionYaml::read, usual.unmigratable()),
        entries.take("early_setup", Place::flag, false));
  }

  private static OptionalInt integer(Entries entries, String key) {
    Optional<Integer> number = entries.find(key, Place::integer);
    return number.isPresent() ? OptionalInt.of(number.get()) : OptionalInt.empty();
  }
}
