package org.hopscotch.corpus.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hopscotch.model.release.MachineType;

/// Whether the names and aliases of a release's machine types are each of one machine type only,
/// and each version of a family as well.
final class MachineNames {
  private MachineNames() {}

  /// {@return machine types that a release takes: those aliases are gone that another one has}
  static List<MachineType> checked(List<MachineType> machines, Reading reading) {
    Set<String> names = machines.stream().map(MachineType::name).collect(Collectors.toSet());
    Map<String, String> aliases = new LinkedHashMap<>();
    List<MachineType> checked = new ArrayList<>();
    for (MachineType machine : machines) {
      List<String> kept = new ArrayList<>();
      for (String alias : machine.aliases()) {
        String other = names.contains(alias) ? alias : aliases.putIfAbsent(alias, machine.name());
        if (other == null) {
          kept.add(alias);
        } else {
          reading
              .place(alias)
              .ifPresent(place -> place.note("'%s' is machine type %s".formatted(alias, other)));
        }
      }
      MachineType one = machine.withAliases(kept);
      reading.place(machine).ifPresent(place -> reading.remember(one, place));
      checked.add(one);
    }
    noteVersions(machines, reading);
    return checked;
  }

  /// Notes two machine types of one family and version, of which none is the newest.
  static void noteVersions(List<MachineType> machines, Reading reading) {
    Map<Set<String>, MachineType> versions = new HashMap<>();
    for (MachineType machine : machines) {
      machine
          .version()
          .ifPresent(version -> {
            Set<String> key =
                new HashSet<>(List.of("family " + machine.family(), version.toString()));
            MachineType other = versions.putIfAbsent(key, machine);
            if (other != null) {
              reading
                  .place(machine)
                  .ifPresent(place ->
                      place.note(
                          "family %s has version %s already: %s"
                              .formatted(machine.family(), version, other.name())));
            }
          });
    }
  }
}
