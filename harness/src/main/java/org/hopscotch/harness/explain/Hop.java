package org.hopscotch.harness.explain;

import java.util.List;
import java.util.Optional;
import org.hopscotch.harness.invariant.Journey;
import org.hopscotch.model.migration.Outcome;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.release.Resolution;
import org.hopscotch.model.release.ResolvedDevice;
import org.hopscotch.model.scenario.Stop;
import org.hopscotch.model.schema.Section;

/// A hop as an explanation needs it: both ends, and which of them is the newer one, where alone
/// something can be mended.
record Hop(Stop source, Stop destination, Outcome outcome, boolean sourceIsNewer) {

  static Hop of(Journey journey, int from) {
    Stop source = journey.route().get(from);
    Stop destination = journey.route().get(from + 1);
    boolean newer = journey.scenario().history().isOlder(destination.release(), source.release());
    return new Hop(source, destination, journey.visit(from + 1).outcome(), newer);
  }

  Stop newer() {
    return sourceIsNewer ? source : destination;
  }

  Stop older() {
    return sourceIsNewer ? destination : source;
  }

  boolean isWithinOneRelease() {
    return source.release().name().equals(destination.release().name());
  }

  /// {@return the compat table that reaches the machine type of this hop and no newer one}
  String table() {
    return newer()
        .release()
        .machine(newer().machine())
        .flatMap(machine -> machine.version())
        .map(version -> "hw_compat_" + version.toString().replace('.', '_'))
        .orElse("a compat table of the machine type");
  }

  /// {@return the device of an id, or whose section has a name, on one of the two hosts}
  Optional<ResolvedDevice> device(Stop stop, String idOrIdstr) {
    List<ResolvedDevice> devices =
        Journey.resolved(stop).map(Resolution.Resolved::devices).orElse(List.of());
    return devices.stream()
        .filter(one -> one.device().id().equals(idOrIdstr) || idOrIdstr.equals(idstr(stop, one)))
        .findFirst();
  }

  private static String idstr(Stop stop, ResolvedDevice device) {
    String name = section(stop, device).map(Section::name).orElse("");
    return device.device().path().map(path -> path + "/" + name).orElse(name);
  }

  static Optional<Section> section(Stop stop, ResolvedDevice device) {
    Release release = stop.release();
    return release.section(device.type());
  }
}
