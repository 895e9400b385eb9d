package org.hopscotch.corpus.dsl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hopscotch.model.release.Device;
import org.hopscotch.model.release.MachineType;
import org.hopscotch.model.release.RamBlock;
import org.hopscotch.model.release.Version;

/// A machine type as a release tells it.
public record ToldMachine(MachineType machine) {

  /// {@return this with the version of the release that introduced it, whose tables apply}
  public ToldMachine version(String version) {
    return new ToldMachine(
        new MachineType(
            machine.name(),
            Optional.of(Version.of(version)),
            machine.family(),
            machine.aliases(),
            machine.deprecated(),
            machine.devices(),
            machine.ram(),
            machine.options()));
  }

  /// {@return this with more names}
  public ToldMachine alias(String... aliases) {
    List<String> all = new ArrayList<>(machine.aliases());
    all.addAll(List.of(aliases));
    return new ToldMachine(machine.withAliases(all));
  }

  /// {@return this as one that will be retired}
  public ToldMachine deprecated() {
    return with(true, machine.options());
  }

  /// {@return this with one more device built in}
  public ToldMachine device(String id, String type) {
    return device(new Device(id, type));
  }

  /// {@return this with one more device built in}
  ///
  /// @throws IllegalArgumentException for an id twice
  public ToldMachine device(Device device) {
    return new ToldMachine(
        machine.withDevices(ToldDevices.added(machine.devices(), device, machine.name())));
  }

  /// {@return this with more RAM blocks of the machine itself}
  public ToldMachine ram(RamBlock... blocks) {
    List<RamBlock> all = new ArrayList<>(machine.ram());
    all.addAll(List.of(blocks));
    return new ToldMachine(machine.withRam(all));
  }

  /// {@return this with a number that its code sets, `machine.x` to expressions}
  public ToldMachine option(String name, long value) {
    Map<String, Long> all = new LinkedHashMap<>(machine.options());
    all.put(name, value);
    return with(machine.deprecated(), all);
  }

  private ToldMachine with(boolean deprecated, Map<String, Long> options) {
    return new ToldMachine(
        new MachineType(
            machine.name(),
            machine.version(),
            machine.family(),
            machine.aliases(),
            deprecated,
            machine.devices(),
            machine.ram(),
            options));
  }
}
