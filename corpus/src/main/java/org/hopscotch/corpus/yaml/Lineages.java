package org.hopscotch.corpus.yaml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hopscotch.model.release.DeviceType;

/// Whether the parents of device types are there, and lead to a type without parent.
final class Lineages {
  private final Map<String, DeviceType> types = new LinkedHashMap<>();
  private final Reading reading;

  private Lineages(List<DeviceType> types, Reading reading) {
    types.forEach(type -> this.types.put(type.name(), type));
    this.reading = reading;
  }

  /// {@return types that a release takes: the parents are gone of which something is wrong}
  static List<DeviceType> checked(List<DeviceType> types, Reading reading) {
    Lineages lineages = new Lineages(types, reading);
    List<DeviceType> checked = new ArrayList<>();
    for (DeviceType type : types) {
      checked.add(lineages.isSound(type) ? type : lineages.orphan(type));
    }
    return checked;
  }

  private DeviceType orphan(DeviceType type) {
    DeviceType orphan =
        new DeviceType(
            type.name(),
            Optional.empty(),
            type.interfaces(),
            type.isAbstract(),
            type.properties(),
            type.members(),
            type.section(),
            type.registration(),
            type.ram(),
            type.realize());
    reading.doubt(type.name());
    reading.place(type).ifPresent(place -> reading.remember(orphan, place));
    types.put(type.name(), orphan);
    return orphan;
  }

  private boolean isSound(DeviceType type) {
    Optional<String> parent = type.parent();
    if (parent.isEmpty()) {
      return true;
    }
    Optional<Place> place = reading.place(parent.get());
    if (!types.containsKey(parent.get())) {
      String hint = Spelling.hint(parent.get(), types.keySet());
      place.ifPresent(p -> p.note("no device type '%s'%s".formatted(parent.get(), hint)));
      return false;
    }
    Set<String> passed = new HashSet<>();
    for (Optional<String> next = parent; next.isPresent(); next = parentOf(next.get())) {
      if (next.get().equals(type.name())) {
        place.ifPresent(p -> p.note("device type '%s' below itself".formatted(type.name())));
        return false;
      }
      if (!passed.add(next.get())) {
        return true;
      }
    }
    return true;
  }

  private Optional<String> parentOf(String type) {
    return Optional.ofNullable(types.get(type)).flatMap(DeviceType::parent);
  }
}
