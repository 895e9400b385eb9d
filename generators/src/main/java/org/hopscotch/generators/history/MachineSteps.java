package org.hopscotch.generators.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hopscotch.model.evolution.Change;
import org.hopscotch.model.release.CompatTable;
import org.hopscotch.model.release.Device;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.MachineType;
import org.hopscotch.model.release.RamBlock;

/// Sound steps that change machine types.
final class MachineSteps {
  private static final int RAM_BYTES = 0x10000;

  static final List<Step> ALL =
      List.of(
          Step.pinned(
              "retired-machine",
              "an old machine type less, and no table that only it used",
              MachineSteps::retired),
          Step.pinned(
              "new-built-in",
              "one more device built into the newest machine type",
              MachineSteps::builtIn),
          Step.pinned("new-machine-ram", "RAM of the newest machine type's own", MachineSteps::ram),
          Step.pinned(
              "machine-option",
              "a field that an option of older machine types keeps at home",
              MachineSteps::option),
          Step.sound("new-alias", "another name for a machine type", MachineSteps::alias));

  private MachineSteps() {}

  private static boolean retired(Growing next) {
    List<MachineType> all = next.before().machines();
    Optional<MachineType> oldest =
        all.stream()
            .filter(machine -> next.now().machine(machine.name()).isPresent())
            .min((a, b) -> a.version().orElseThrow().compareTo(b.version().orElseThrow()));
    boolean last = next.now().machines().size() <= next.families().size() + 1;
    if (oldest.isEmpty() || last) {
      return false;
    }
    next.change(new Change.RemoveMachine(oldest.get().name()));
    next.now().tables().stream()
        .filter(table -> next.now().machines().stream().noneMatch(table::appliesTo))
        .map(CompatTable::name)
        .toList()
        .forEach(table -> next.change(new Change.RemoveTable(table)));
    return true;
  }

  private static Optional<MachineType> own(Growing next) {
    List<MachineType> own =
        next.now().machines().stream()
            .filter(machine -> next.before().machine(machine.name()).isEmpty())
            .toList();
    return own.isEmpty() ? Optional.empty() : Optional.of(next.choices().oneOf(own));
  }

  private static boolean builtIn(Growing next) {
    Optional<DeviceType> type = next.oldType();
    Optional<MachineType> machine = own(next);
    if (type.isEmpty() || machine.isEmpty() || isThere(machine.get(), type.get())) {
      return false;
    }
    List<Device> devices = new ArrayList<>(machine.get().devices());
    devices.add(new Device(next.names().next("board"), type.get().name()));
    next.change(new Change.SetMachine(machine.get().withDevices(devices)));
    return true;
  }

  /// One of each type: not all are counted.
  private static boolean isThere(MachineType machine, DeviceType type) {
    return machine.devices().stream().anyMatch(device -> device.type().equals(type.name()));
  }

  private static boolean ram(Growing next) {
    Optional<MachineType> machine = own(next);
    machine.ifPresent(one -> {
      List<RamBlock> blocks = new ArrayList<>(one.ram());
      blocks.add(new RamBlock(next.names().next("ram"), Say.number(RAM_BYTES), 0));
      next.change(new Change.SetMachine(one.withRam(blocks)));
    });
    return machine.isPresent();
  }

  private static boolean option(Growing next) {
    Optional<DeviceType> type = next.oldType();
    type.ifPresent(one -> {
      String name = next.names().next("legacy");
      for (MachineType machine : next.now().machines()) {
        boolean own = next.before().machine(machine.name()).isEmpty();
        next.change(new Change.SetMachine(with(machine, name, own ? 0 : 1)));
      }
      Part part = NumberParts.scalar(next.choices(), next.names());
      next.add(
          one.name(),
          SectionSteps.root(one).name(),
          part.under(Say.not(Say.property("machine." + name))));
    });
    return type.isPresent();
  }

  static MachineType with(MachineType machine, String option, long value) {
    Map<String, Long> options = new LinkedHashMap<>(machine.options());
    options.put(option, value);
    return new MachineType(
        machine.name(),
        machine.version(),
        machine.family(),
        machine.aliases(),
        machine.deprecated(),
        machine.devices(),
        machine.ram(),
        options);
  }

  private static boolean alias(Growing next) {
    MachineType machine = next.choices().oneOf(next.now().machines());
    List<String> aliases = new ArrayList<>(machine.aliases());
    aliases.add(next.names().next("alias"));
    next.change(new Change.SetMachine(machine.withAliases(aliases)));
    return true;
  }
}
