package org.hopscotch.harness.explain;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hopscotch.harness.invariant.Journey;
import org.hopscotch.model.release.Member;
import org.hopscotch.model.release.MemberType;
import org.hopscotch.model.release.MigrationObject;
import org.hopscotch.model.release.Registration;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.release.Resolution;
import org.hopscotch.model.release.ResolvedDevice;
import org.hopscotch.model.release.ResolvedProperty;
import org.hopscotch.model.scenario.Stop;
import org.hopscotch.model.schema.DeviceExpressions;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.state.DeviceState;

/// One host of a hop, with what it does there.
record End(Stop stop, Role role) {
  private static final Pattern INDEX = Pattern.compile("\\[\\d+]");

  /// What a host does in a hop.
  enum Role {
    SENDS("sends"),
    TAKES("takes");

    private final String verb;

    Role(String verb) {
      this.verb = verb;
    }

    String verb() {
      return verb;
    }
  }

  Release release() {
    return stop.release();
  }

  List<ResolvedDevice> devices() {
    return Journey.resolved(stop).map(Resolution.Resolved::devices).orElse(List.of());
  }

  /// {@return the device of an id, or else the first whose section has a name}
  Optional<ResolvedDevice> device(String idOrIdstr) {
    return devices().stream()
        .filter(one -> one.device().id().equals(idOrIdstr))
        .findFirst()
        .or(() ->
            devices().stream().filter(one -> idOrIdstr.equals(idstr(one).orElse(""))).findFirst());
  }

  /// {@return the name of a device's section in a stream}
  Optional<String> idstr(ResolvedDevice device) {
    Optional<String> path = device.device().path().filter(_ -> isBelowPath(device));
    return section(device).map(section -> path.map(one -> one + "/").orElse("") + section.name());
  }

  private boolean isBelowPath(ResolvedDevice device) {
    return DeviceExpressions.holds(
        registration(device).below(), DeviceState.EMPTY, device.bindings());
  }

  /// {@return how a device registers its section: as the nearest type does that has one}
  Registration registration(ResolvedDevice device) {
    return release().lineage(device.type()).stream()
        .filter(one -> one.section().isPresent() || !one.registration().equals(Registration.USUAL))
        .findFirst()
        .orElse(device.type())
        .registration();
  }

  Optional<Section> section(ResolvedDevice device) {
    return release().section(device.type());
  }

  /// {@return the section of a device by its id or its section's name}
  Optional<Section> section(String idOrIdstr) {
    return device(idOrIdstr).flatMap(this::section);
  }

  /// {@return what is declared of a member at a path, where it is inside structs}
  Optional<Member> member(ResolvedDevice device, String path) {
    return member(release().members(device.type()), plain(path));
  }

  private static Optional<Member> member(List<Member> members, String path) {
    for (Member member : members) {
      if (member.name().equals(path)) {
        return Optional.of(member);
      }
      if (path.startsWith(member.name() + ".")) {
        String rest = path.substring(member.name().length() + 1);
        Optional<Member> inside =
            switch (member.type()) {
              case MemberType.Struct(List<Member> parts) -> member(parts, rest);
              case MemberType.Structs(List<Member> parts, _, _) -> member(parts, rest);
              case MemberType.Scalar _, MemberType.Scalars _, MemberType.Bytes _ ->
                  Optional.empty();
              case MemberType.Nodes _ -> Optional.empty();
            };
        if (inside.isPresent()) {
          return inside;
        }
      }
    }
    return Optional.empty();
  }

  /// {@return a path without indices}
  static String plain(String path) {
    return INDEX.matcher(path).replaceAll("");
  }

  /// {@return a property of the migration object}
  Optional<ResolvedProperty> migration(String property) {
    return device(MigrationObject.NAME).flatMap(device -> device.property(property));
  }

  /// {@return whether the migration object has a part of the stream sent and expected; a release
  /// that does not know it has it not}
  boolean migrates(String property) {
    return migration(property).map(one -> one.number() != 0).orElse(false);
  }
}
