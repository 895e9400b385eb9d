package org.hopscotch.generators;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hopscotch.model.release.Configuration;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.History;
import org.hopscotch.model.release.Member;
import org.hopscotch.model.release.MemberType;
import org.hopscotch.model.release.Property;
import org.hopscotch.model.release.RamBlock;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.release.Surroundings;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.scenario.Stop;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.ExpressionParts;
import org.hopscotch.model.schema.Section;

/// What the expressions of a history ask of hosts, with values for each: 0, 1, and the numbers that
/// stand beside it.
///
/// @param features `host.x`, by `x`
/// @param numbers `machine.x` that no machine type sets itself, by `x`; without the vCPUs and the
///     RAM
record HostMentions(SortedMap<String, List<Long>> features, SortedMap<String, List<Long>> numbers) {
  private static final String HOST = "host.";
  private static final String MACHINE = "machine.";
  private static final List<String> ALWAYS = List.of("cpus", "ram");

  /// {@return a scenario in which every host says what an expression asks: 0 where it said nothing,
  /// which is the same}
  Scenario complete(Scenario of) {
    return new Scenario(of.history(), of.guest(), of.route().stream().map(this::complete).toList());
  }

  private Stop complete(Stop stop) {
    Map<String, Long> numbers = new LinkedHashMap<>(stop.configuration().numbers());
    numbers().keySet().forEach(name -> numbers.putIfAbsent(name, 0L));
    Map<String, Long> asked = new LinkedHashMap<>(stop.surroundings().features());
    features().keySet().forEach(name -> asked.putIfAbsent(name, 0L));
    Configuration one = stop.configuration();
    return new Stop(
        stop.release(),
        stop.machine(),
        new Configuration(numbers, one.devices(), one.globals(), one.capabilities(), one.uuid()),
        new Surroundings(asked, stop.surroundings().unknown()),
        stop.reset());
  }

  static HostMentions of(History history) {
    Set<String> options = new LinkedHashSet<>(ALWAYS);
    Asked asked = new Asked(new TreeMap<>());
    // Most types stay as they are from release to release.
    Set<DeviceType> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Release release : history.releases()) {
      release.machines().forEach(machine -> options.addAll(machine.options().keySet()));
      for (DeviceType type : release.types()) {
        if (seen.add(type) || type.parent().isPresent()) {
          asked.add(release, type);
          release.section(type).ifPresent(asked::add);
        }
      }
    }
    return new HostMentions(
        below(HOST, asked.values(), Set.of()), below(MACHINE, asked.values(), options));
  }

  private static SortedMap<String, List<Long>> below(
      String prefix, SortedMap<String, NavigableSet<Long>> values, Set<String> without) {
    SortedMap<String, List<Long>> all = new TreeMap<>();
    values.forEach((name, numbers) -> {
      if (name.startsWith(prefix) && !without.contains(name.substring(prefix.length()))) {
        all.put(name.substring(prefix.length()), new ArrayList<>(numbers));
      }
    });
    return all;
  }

  /// What was asked so far.
  ///
  /// @param values by the name that was asked for
  private record Asked(SortedMap<String, NavigableSet<Long>> values) {
    private NavigableSet<Long> of(String name) {
      return values.computeIfAbsent(name, _ -> new TreeSet<>(List.of(0L, 1L)));
    }

    void add(Section section) {
      Mentions.of(section).properties().forEach(this::of);
    }

    private void add(Expression one) {
      if (one instanceof Expression.Constant) {
        return;
      }
      for (String name : ExpressionParts.properties(one)) {
        of(name).addAll(Known.constants(one));
      }
    }

    void add(Release release, DeviceType type) {
      for (Property property : type.properties()) {
        property.automatic().ifPresent(automatic -> add(automatic.value()));
      }
      for (RamBlock block : type.ram()) {
        List.of(block.usedLength(), block.present(), block.below()).forEach(this::add);
      }
      type.realize().forEach(refuse -> add(refuse.when()));
      type.registration().instanceId().ifPresent(this::add);
      add(type.registration().below());
      add(type.registration().needed());
      add(type.registration().unmigratable());
      release.members(type).forEach(this::add);
    }

    private void add(Member member) {
      member.reset().ifPresent(this::add);
      member.implied().ifPresent(this::add);
      add(member.meaningful());
      add(member.legal());
      switch (member.type()) {
        case MemberType.Scalar _, MemberType.Nodes _ -> {}
        case MemberType.Scalars(_, Expression length) -> add(length);
        case MemberType.Bytes(Expression length) -> add(length);
        case MemberType.Struct(List<Member> inner) -> inner.forEach(this::add);
        case MemberType.Structs(List<Member> inner, Expression length, Expression present) -> {
          add(length);
          add(present);
          inner.forEach(this::add);
        }
      }
    }
  }
}
