package org.hopscotch.corpus.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hopscotch.corpus.Told;
import org.hopscotch.model.evolution.Change;
import org.hopscotch.model.release.CompatTable;
import org.hopscotch.model.release.Configuration;
import org.hopscotch.model.release.Device;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.MachineType;
import org.hopscotch.model.release.MigrationObject;
import org.hopscotch.model.release.Release;

/// Whether there is what devices, compat rows and globals name, and machines can be built.
final class DeviceChecks {
  private final Reading reading;
  private final Names names;

  DeviceChecks(Reading reading, Names names) {
    this.reading = reading;
    this.names = names;
  }

  /// Looks at all that was read.
  void settings() {
    for (CompatTable.Row row : reading.remembered(CompatTable.Row.class)) {
      Place place = reading.place(row).orElseThrow();
      setting(place, place, row.driver(), row.property(), row.value());
    }
    for (Configuration.Global global : reading.remembered(Configuration.Global.class)) {
      Place place = reading.place(global).orElseThrow();
      setting(place, place, global.driver(), global.property(), global.value());
    }
    reading.remembered(Device.class).forEach(this::device);
  }

  private void device(Device device) {
    Place place = reading.place(device).orElseThrow();
    if (device.type().isEmpty()) {
      return;
    }
    if (device.id().equals(MigrationObject.NAME)) {
      place.note("'%s' is an object that every machine has".formatted(MigrationObject.NAME));
    }
    if (!names.types().contains(device.type())) {
      if (!reading.isDoubtful(device.type())) {
        String hint = Spelling.hint(device.type(), names.types());
        reading
            .place(device.type())
            .orElse(place)
            .note("no release has a device type '%s'%s".formatted(device.type(), hint));
      }
      return;
    }
    if (names.isAlwaysAbstract(device.type()) && !reading.isDoubtful(device.type())) {
      reading
          .place(device.type())
          .orElse(place)
          .note("'%s' is abstract: no device".formatted(device.type()));
    }
    device
        .properties()
        .forEach((name, value) ->
            setting(
                reading.place(value).orElse(place),
                reading.place(value).orElse(place),
                device.type(),
                name,
                value));
  }

  private void setting(Place at, Place value, String driver, String property, String text) {
    if (!names.drivers().contains(driver)) {
      if (!reading.isDoubtful(driver)) {
        String hint = Spelling.hint(driver, names.drivers());
        at.note("no release has a device type '%s'%s".formatted(driver, hint));
      }
      return;
    }
    Set<String> properties = names.properties(driver);
    if (properties.contains(property)) {
      names.refusal(driver, property, text).ifPresent(value::note);
    } else if (!reading.isDoubtful(names.relatives(driver))) {
      String hint = Spelling.hint(property, properties);
      at.note("no release has a property '%s' of %s%s".formatted(property, driver, hint));
    }
  }

  // ---- machines

  /// Looks at the machine types that a release tells of.
  void machines(Told told, Release release) {
    List<MachineType> machines =
        switch (told) {
          case Told.Whole(Release whole) -> whole.machines();
          case Told.Like like -> changed(like.changes());
        };
    for (MachineType machine : machines) {
      machine.devices().forEach(device -> builtIn(device, release));
      distinct(machine.devices(), release, "machine type " + machine.name());
    }
    if (told instanceof Told.Like) {
      MachineNames.noteVersions(release.machines(), reading);
    }
  }

  /// {@return the machine types that changes tell of}
  static List<MachineType> changed(List<Change> changes) {
    List<MachineType> machines = new ArrayList<>();
    for (Change change : changes) {
      if (change instanceof Change.AddMachine(MachineType machine)) {
        machines.add(machine);
      } else if (change instanceof Change.SetMachine(MachineType machine)) {
        machines.add(machine);
      }
    }
    return machines;
  }

  private void builtIn(Device device, Release release) {
    Optional<DeviceType> type = release.type(device.type());
    boolean known = names.types().contains(device.type());
    Optional<Place> place = reading.place(device.type());
    if (known && type.isEmpty() && !reading.isDoubtful(device.type())) {
      place.ifPresent(at -> at.note("no device type '%s' in %s".formatted(device.type(), release)));
    }
    if (type.filter(DeviceType::isAbstract).isPresent() && !reading.isDoubtful(device.type())) {
      place.ifPresent(at -> at.note("'%s' is abstract: no device".formatted(device.type())));
    }
  }

  /// Notes two devices of one id, or of one path and section.
  void distinct(List<Device> devices, Release release, String where) {
    Set<String> ids = new HashSet<>();
    Map<List<String>, String> sections = new HashMap<>();
    for (Device device : devices) {
      Optional<Place> place = reading.place(device);
      if (!ids.add(device.id())) {
        place.ifPresent(at -> at.note("two devices '%s' on %s".formatted(device.id(), where)));
      }
      Optional<String> section =
          release.type(device.type()).flatMap(release::section).map(one -> one.name());
      if (device.path().isPresent() && section.isPresent()) {
        String other =
            sections.putIfAbsent(List.of(device.path().get(), section.get()), device.id());
        if (other != null && !other.equals(device.id())) {
          place.ifPresent(at ->
              at.note(
                  "path '%s' and section '%s' are those of '%s' on %s"
                      .formatted(device.path().get(), section.get(), other, where)));
        }
      }
    }
  }
}
