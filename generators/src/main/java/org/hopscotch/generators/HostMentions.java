package org.hopscotch.generators;

import java.util.ArrayList;
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
import org.hopscotch.model.release.MachineType;
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
    Set<Expression> all = new LinkedHashSet<>();
    Set<String> options = new LinkedHashSet<>(ALWAYS);
    Set<String> named = new TreeSet<>();
    for (Release release : history.releases()) {
      release.machines().stream()
          .map(MachineType::options)
          .map(Map::keySet)
          .forEach(options::addAll);
      for (DeviceType type : release.types()) {
        add(all, release, type);
        release.section(type).map(HostMentions::named).ifPresent(named::addAll);
      }
    }
    SortedMap<String, NavigableSet<Long>> values = new TreeMap<>();
    named.forEach(name -> values.put(name, new TreeSet<>(List.of(0L, 1L))));
    for (Expression one : all) {
      for (String name : ExpressionParts.properties(one)) {
        values
            .computeIfAbsent(name, _ -> new TreeSet<>(List.of(0L, 1L)))
            .addAll(Known.constants(one));
      }
    }
    return new HostMentions(below(HOST, values, Set.of()), below(MACHINE, values, options));
  }

  private static Set<String> named(Section section) {
    return Mentions.of(section).properties();
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

  private static void add(Set<Expression> all, Release release, DeviceType type) {
    for (Property property : type.properties()) {
      property.automatic().ifPresent(automatic -> all.add(automatic.value()));
    }
    for (RamBlock block : type.ram()) {
      all.addAll(List.of(block.usedLength(), block.present(), block.below()));
    }
    type.realize().forEach(refuse -> all.add(refuse.when()));
    type.registration().instanceId().ifPresent(all::add);
    all.add(type.registration().below());
    all.add(type.registration().needed());
    all.add(type.registration().unmigratable());
    release.members(type).forEach(member -> add(all, member));
  }

  private static void add(Set<Expression> all, Member member) {
    member.reset().ifPresent(all::add);
    member.implied().ifPresent(all::add);
    all.add(member.meaningful());
    all.add(member.legal());
    switch (member.type()) {
      case MemberType.Scalar _, MemberType.Nodes _ -> {}
      case MemberType.Scalars(_, Expression length) -> all.add(length);
      case MemberType.Bytes(Expression length) -> all.add(length);
      case MemberType.Struct(List<Member> inner) -> inner.forEach(one -> add(all, one));
      case MemberType.Structs(List<Member> inner, Expression length, Expression present) -> {
        all.add(length);
        all.add(present);
        inner.forEach(one -> add(all, one));
      }
    }
  }
}
