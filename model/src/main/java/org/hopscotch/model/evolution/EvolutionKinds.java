package org.hopscotch.model.evolution;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.hopscotch.model.release.CompatTable;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.History;
import org.hopscotch.model.release.MachineType;
import org.hopscotch.model.release.Member;
import org.hopscotch.model.release.Property;
import org.hopscotch.model.release.RamBlock;
import org.hopscotch.model.release.Registration;
import org.hopscotch.model.release.Release;

/// In which ways releases differ from their parents, without any of their names and numbers: for
/// counting what was drawn, and for saying of a finding what is left of it. The words are such as
/// `field added`, `minimum raised`, `row removed`. That each release has a machine type of its own
/// is no difference.
public final class EvolutionKinds {
  private final SortedSet<String> kinds;

  private EvolutionKinds(SortedSet<String> kinds) {
    this.kinds = kinds;
  }

  /// {@return the kinds of difference between each release of a history and its parent}
  public static SortedSet<String> of(History history) {
    SortedSet<String> kinds = new TreeSet<>();
    for (Release release : history.releases()) {
      release
          .parent()
          .flatMap(history::release)
          .ifPresent(parent -> new EvolutionKinds(kinds).releases(parent, release));
    }
    return kinds;
  }

  /// {@return the kinds of difference between two releases}
  public static SortedSet<String> between(Release older, Release newer) {
    SortedSet<String> kinds = new TreeSet<>();
    new EvolutionKinds(kinds).releases(older, newer);
    return kinds;
  }

  private void releases(Release older, Release newer) {
    named("device type", older.types(), newer.types(), DeviceType::name, this::types);
    changed("loader", older.family(), newer.family());
    rows(older, newer);
    machines(older, newer);
  }

  private void machines(Release older, Release newer) {
    for (MachineType before : older.machines()) {
      Optional<MachineType> now =
          newer.machines().stream().filter(one -> one.name().equals(before.name())).findFirst();
      if (now.isEmpty()) {
        kinds.add("machine type removed");
      } else {
        now.ifPresent(after -> machines(before, after));
      }
    }
  }

  private void machines(MachineType older, MachineType newer) {
    changed("built-in device", older.devices(), newer.devices());
    changed("machine option", older.options(), newer.options());
    blocks(older.ram(), newer.ram());
  }

  // ---- compat tables

  private void rows(Release older, Release newer) {
    List<Reach> before = reaches(older);
    List<Reach> after = reaches(newer);
    for (Reach row : after) {
      if (!before.contains(row)) {
        boolean same = before.stream().anyMatch(row::isAbout);
        kinds.add(same ? "row changed" : "row added");
      }
    }
    for (Reach row : before) {
      if (after.stream().noneMatch(row::isAbout)) {
        kinds.add("row removed");
      }
    }
  }

  private static List<Reach> reaches(Release release) {
    return release.tables().stream()
        .flatMap(table -> table.rows().stream().map(row -> Reach.of(table, row)))
        .toList();
  }

  /// A row, and which machine types get it.
  private record Reach(String machines, CompatTable.Row row) {
    static Reach of(CompatTable table, CompatTable.Row row) {
      return new Reach(table.version() + " " + table.family(), row);
    }

    boolean isAbout(Reach other) {
      return machines.equals(other.machines)
          && row.driver().equals(other.row.driver())
          && row.property().equals(other.row.property());
    }
  }

  // ---- device types

  private void types(DeviceType older, DeviceType newer) {
    changed("parent type", older.parent(), newer.parent());
    changed("interface", older.interfaces(), newer.interfaces());
    changed("realize", older.realize(), newer.realize());
    named("property", older.properties(), newer.properties(), Property::name, this::properties);
    named("member", older.members(), newer.members(), Member::name, this::members);
    registrations(older.registration(), newer.registration());
    blocks(older.ram(), newer.ram());
    if (older.section().isPresent() && newer.section().isPresent()) {
      new SectionKinds(kinds).sections(older.section().get(), newer.section().get());
    } else if (older.section().isPresent() || newer.section().isPresent()) {
      kinds.add(newer.section().isPresent() ? "section added" : "section removed");
    }
  }

  private void properties(Property older, Property newer) {
    changed("default", older.initial(), newer.initial());
    changed("automatic value", older.automatic(), newer.automatic());
    changed("property kind", older.kind(), newer.kind());
    changed("property visibility", older.visible(), newer.visible());
    changed("property implied", older.implied(), newer.implied());
  }

  private void members(Member older, Member newer) {
    changed("member type", older.type(), newer.type());
    changed("reset", older.reset(), newer.reset());
    changed("implied value", older.implied(), newer.implied());
    changed("visibility", older.visible(), newer.visible());
    changed("meaning", older.meaningful(), newer.meaningful());
    changed("legal values", older.legal(), newer.legal());
  }

  private void registrations(Registration older, Registration newer) {
    changed("priority", older.priority(), newer.priority());
    changed("instance id", older.instanceId(), newer.instanceId());
    changed("alias id", older.aliasId(), newer.aliasId());
    changed("section path", older.below(), newer.below());
    changed("section condition", older.needed(), newer.needed());
    changed("unmigratable", older.unmigratable(), newer.unmigratable());
    changed("early setup", older.earlySetup(), newer.earlySetup());
  }

  private void blocks(List<RamBlock> older, List<RamBlock> newer) {
    boolean sameNames =
        older.stream()
            .map(RamBlock::name)
            .toList()
            .equals(newer.stream().map(RamBlock::name).toList());
    if (!sameNames && older.size() == newer.size()) {
      kinds.add("RAM block renamed");
    } else if (sameNames) {
      changed("RAM block", older, newer);
    } else {
      kinds.add(newer.size() > older.size() ? "RAM block added" : "RAM block removed");
    }
  }

  // ---- whatever it is

  private void changed(String what, Object older, Object newer) {
    if (!older.equals(newer)) {
      kinds.add(what + " changed");
    }
  }

  private <T> void named(
      String what, List<T> older, List<T> newer, Function<T, String> name, BiConsumer<T, T> both) {
    for (T one : newer) {
      Optional<T> before =
          older.stream().filter(other -> name.apply(other).equals(name.apply(one))).findFirst();
      if (before.isEmpty()) {
        kinds.add(what + " added");
      } else {
        both.accept(before.get(), one);
      }
    }
    for (T one : older) {
      if (newer.stream().noneMatch(other -> name.apply(other).equals(name.apply(one)))) {
        kinds.add(what + " removed");
      }
    }
  }
}
