package org.hopscotch.harness.subject;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hopscotch.model.migration.Host;
import org.hopscotch.model.release.Configuration;
import org.hopscotch.model.release.Device;

/// The command line that makes a QEMU the host that is asked for.
final class QemuOptions {
  private static final long DEFAULT_RAM_BYTES = 16L << 20;

  /// The path of a device on the root bus.
  private static final Pattern ON_ROOT_BUS = Pattern.compile("0000:00:(\\p{XDigit}{2}\\.[0-7])");

  /// What QEMU takes for the id of a device.
  private static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9._-]*");

  private QemuOptions() {}

  /// {@return the options for a host that does not run, has no firmware and whose clock stands
  /// still, so that it does nothing by itself}
  ///
  /// @param firmware a file of zeros, as QEMU sees it
  static List<String> of(Host host, String firmware) {
    Configuration configuration = host.configuration();
    List<String> options =
        new ArrayList<>(List.of("-S", "-display", "none", "-nodefaults", "-qmp", "stdio"));
    options.addAll(List.of("-rtc", "base=2020-01-01T00:00:00,clock=vm"));
    options.addAll(List.of("-bios", firmware, "-global", "pci-device.romfile="));
    options.addAll(List.of("-M", machine(host)));
    long ram = configuration.numbers().getOrDefault("ram", DEFAULT_RAM_BYTES);
    options.addAll(List.of("-m", ram + "B"));
    options.addAll(List.of("-smp", configuration.numbers().getOrDefault("cpus", 1L).toString()));
    configuration.uuid().ifPresent(uuid -> options.addAll(List.of("-uuid", uuid)));
    for (Configuration.Global global : configuration.globals()) {
      options.add("-global");
      options.add(
          "driver=%s,property=%s,value=%s"
              .formatted(
                  escaped(global.driver()), escaped(global.property()), escaped(global.value())));
    }
    for (Device device : configuration.devices()) {
      options.add("-device");
      options.add(device(device));
    }
    return options;
  }

  /// Numbers that are not QEMU's own options are the machine type's.
  private static String machine(Host host) {
    StringBuilder machine = new StringBuilder(escaped(host.machine()));
    host.configuration()
        .numbers()
        .forEach((name, value) -> {
          if (!name.equals("cpus") && !name.equals("ram")) {
            machine.append(',').append(name).append('=').append(value);
          }
        });
    return machine.toString();
  }

  private static String device(Device device) {
    StringBuilder option = new StringBuilder(escaped(device.type()));
    if (ID.matcher(device.id()).matches() && !device.properties().containsKey("id")) {
      option.append(",id=").append(device.id());
    }
    Optional<Matcher> place = device.path().map(ON_ROOT_BUS::matcher).filter(Matcher::matches);
    if (place.isPresent() && !device.properties().containsKey("addr")) {
      option.append(",addr=").append(place.get().group(1));
    }
    for (Map.Entry<String, String> property : device.properties().entrySet()) {
      option.append(',').append(property.getKey()).append('=').append(escaped(property.getValue()));
    }
    return option.toString();
  }

  /// A comma in a value is written twice.
  private static String escaped(String value) {
    return value.replace(",", ",,");
  }
}
