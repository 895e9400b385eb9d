package org.hopscotch.generators.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hopscotch.generators.history.Defect.Need;
import org.hopscotch.generators.history.Witness.Way;
import org.hopscotch.model.evolution.Change;
import org.hopscotch.model.release.Device;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.MachineType;
import org.hopscotch.model.release.MigrationObject;
import org.hopscotch.model.release.Property;
import org.hopscotch.model.release.PropertyKind;
import org.hopscotch.model.release.RamBlock;
import org.hopscotch.model.release.Registration;

/// Unsound steps that change what sections and RAM blocks are found by, and the stream around them.
final class IdentityDefects {
  private static final int OTHER_ID = 9;
  private static final int MORE_BYTES = 0x10000;

  static final List<Defect> ALL =
      List.of(
          Defect.ofType(
              "section-renamed", "a section under another name", IdentityDefects::renamed),
          Defect.ofType(
              "instance-id-changed",
              "a section under another instance id",
              IdentityDefects::instance),
          Defect.ofType(
              "instance-id-with-alias",
              "a section under another instance id, and the old one as its alias",
              IdentityDefects::alias),
          Defect.of(
              "device-added-to-old-machine",
              "one more device built into an older machine type",
              IdentityDefects::builtIn),
          Defect.of(
              "ram-block-renamed",
              "a RAM block under another name",
              IdentityDefects::ramRenamed,
              Need.RAM),
          Defect.of(
              "ram-block-resized",
              "a RAM block of another size",
              IdentityDefects::ramResized,
              Need.RAM),
          Defect.ofType("ram-block-added", "one more RAM block", IdentityDefects::ramAdded),
          Defect.of(
              "machine-option",
              "a machine type's own option that no row can reach",
              IdentityDefects::option),
          Defect.of(
              "footers-off", "no footers behind sections any more", IdentityDefects::footers));

  private IdentityDefects() {}

  private static Witness renamed(Target on) {
    on.change(
        new Change.RenameSection(on.name(), on.sectionName(), on.next().names().section("other")));
    return on.some(Way.ACROSS);
  }

  private static void register(Target on, Registration other) {
    on.change(new Change.SetRegistration(on.name(), other));
  }

  private static Witness instance(Target on) {
    register(on, on.type().registration().instanceId(Say.number(OTHER_ID)));
    return on.some(Way.ANY);
  }

  private static Witness alias(Target on) {
    register(on, Registration.USUAL.instanceId(Say.number(OTHER_ID)).aliasId(0));
    return on.some(Way.ANY);
  }

  private static Optional<Witness> builtIn(Growing next) {
    Optional<DeviceType> type = next.oldType();
    MachineType machine =
        next.before().machines().stream()
            .filter(one -> next.now().machine(one.name()).isPresent())
            .findFirst()
            .flatMap(one -> next.now().machine(one.name()))
            .orElseThrow();
    return type.map(one -> {
      List<Device> devices = new ArrayList<>(machine.devices());
      devices.add(new Device(next.names().next("board"), one.name()));
      next.change(new Change.SetMachine(machine.withDevices(devices)));
      return new Target(next, one).reach(Way.ANY).on(stop -> stop.machine().equals(machine.name()));
    });
  }

  private static Optional<Witness> ramRenamed(Growing next) {
    return withRam(next)
        .map(on -> {
          RamBlock old = on.type().ram().getFirst();
          return ram(
              on,
              new RamBlock(
                  next.names().next("rom"),
                  old.usedLength(),
                  old.maxLength(),
                  old.present(),
                  old.below()));
        });
  }

  private static Optional<Witness> ramResized(Growing next) {
    return withRam(next)
        .map(on -> {
          RamBlock old = on.type().ram().getFirst();
          return ram(
              on, new RamBlock(old.name(), Say.number(MORE_BYTES), 0, old.present(), old.below()));
        });
  }

  private static Optional<Target> withRam(Growing next) {
    return next.oldType().filter(type -> !type.ram().isEmpty()).map(t -> new Target(next, t));
  }

  private static Witness ram(Target on, RamBlock other) {
    List<RamBlock> blocks = new ArrayList<>(on.type().ram());
    blocks.set(0, other);
    on.change(new Change.SetRam(on.name(), blocks));
    return on.some(Way.ACROSS);
  }

  private static Witness ramAdded(Target on) {
    List<RamBlock> blocks = new ArrayList<>(on.type().ram());
    blocks.add(new RamBlock(on.next().names().next("rom"), Say.number(MORE_BYTES), 0));
    on.change(new Change.SetRam(on.name(), blocks));
    return on.some(Way.ANY);
  }

  /// Fields that a machine type's own code switches.
  private static Optional<Witness> option(Growing next) {
    return next.oldType()
        .map(type -> {
          Target on = new Target(next, type);
          String name = next.names().next("legacy");
          for (MachineType machine : next.now().machines()) {
            next.change(new Change.SetMachine(MachineSteps.with(machine, name, 0)));
          }
          Part part =
              NumberParts.scalar(next.choices(), next.names())
                  .under(Say.not(Say.property("machine." + name)));
          next.add(on.name(), on.sectionName(), part);
          return on.some(Way.ACROSS);
        });
  }

  private static Optional<Witness> footers(Growing next) {
    next.change(
        new Change.AddProperty(
            MigrationObject.NAME,
            new Property(MigrationObject.SEND_SECTION_FOOTER, new PropertyKind.Bool(), "off")));
    return Optional.of(Witness.reached(Way.ANY, next.now().name()));
  }
}
