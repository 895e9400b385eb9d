package org.hopscotch.harness.invariant;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.hopscotch.model.release.Member;
import org.hopscotch.model.release.MemberType;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.release.Resolution;
import org.hopscotch.model.release.ResolvedDevice;
import org.hopscotch.model.scenario.Stop;
import org.hopscotch.model.schema.Bindings;
import org.hopscotch.model.schema.DeviceExpressions;
import org.hopscotch.model.schema.Evaluation;
import org.hopscotch.model.schema.ScalarType;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.state.GuestState;
import org.hopscotch.model.state.Value;

/// Whether two guests are the same: every visible, meaningful member is equal, one that a release
/// lacks counting as the value it implies.
final class SameGuest {
  private static final Pattern INDEX = Pattern.compile("\\[\\d+]");

  private final List<Difference> differences = new ArrayList<>();
  private final Map<String, Declared> inner = new HashMap<>();

  private SameGuest() {}

  /// A member that is not the same.
  ///
  /// @param path of the member in its device
  record Difference(String device, String path, Value one, Value other) {}

  /// One device on one of the two hosts.
  private record Half(Release release, DeviceState state, ResolvedDevice device) {
    List<Member> declared() {
      return release.members(device.type());
    }

    Map<String, Member> members() {
      Map<String, Member> all = new LinkedHashMap<>();
      declared().forEach(member -> all.put(member.name(), member));
      return all;
    }

    Bindings bindings() {
      return device.bindings();
    }
  }

  /// A member of a struct, and the properties of the host that declares it.
  private record Declared(Member member, Bindings bindings) {}

  /// {@return the members that differ, in the order of declaration}
  static List<Difference> differences(
      Journey journey, Stop one, GuestState left, Stop other, GuestState right) {
    return differences(
        halves(journey.resolution(one), one, left),
        halves(journey.resolution(other), other, right));
  }

  /// {@return the members that differ, in the order of declaration}
  static List<Difference> differences(Stop one, GuestState left, Stop other, GuestState right) {
    return differences(
        halves(Journey.resolved(one), one, left), halves(Journey.resolved(other), other, right));
  }

  private static List<Difference> differences(Map<String, Half> lefts, Map<String, Half> rights) {
    SameGuest comparison = new SameGuest();
    lefts.forEach((id, half) -> {
      if (rights.containsKey(id)) {
        comparison.device(id, half, rights.get(id));
      }
    });
    return comparison.differences;
  }

  private static Map<String, Half> halves(
      Optional<Resolution.Resolved> resolved, Stop stop, GuestState guest) {
    Map<String, Half> halves = new LinkedHashMap<>();
    resolved
        .map(r -> r.devices())
        .orElse(List.of())
        .forEach(device -> {
          String id = device.device().id();
          guest.device(id).ifPresent(s -> halves.put(id, new Half(stop.release(), s, device)));
        });
    return halves;
  }

  private void device(String id, Half left, Half right) {
    if (left.equals(right)) {
      // What counts is worked out of these three alone, so it is the same on both sides.
      return;
    }
    if (left.declared().equals(right.declared())) {
      for (Member member : left.declared()) {
        member(id, Optional.of(member), Optional.of(member), left, right);
      }
      return;
    }
    Map<String, Member> lefts = left.members();
    Map<String, Member> rights = right.members();
    Set<String> names = new LinkedHashSet<>(lefts.keySet());
    names.addAll(rights.keySet());
    for (String name : names) {
      Optional<Member> mine = Optional.ofNullable(lefts.get(name));
      Optional<Member> theirs = Optional.ofNullable(rights.get(name));
      member(id, mine, theirs, left, right);
    }
  }

  private void member(
      String id, Optional<Member> mine, Optional<Member> theirs, Half left, Half right) {
    Member member = mine.or(() -> theirs).orElseThrow();
    if (!member.visible()) {
      return;
    }
    Optional<Value> one = held(mine, theirs, left, right);
    Optional<Value> other = held(theirs, mine, right, left);
    if (one.isPresent() && other.isPresent() && !one.equals(other)) {
      theirs.ifPresent(declared -> note(declared.name(), declared.type(), right.bindings()));
      mine.ifPresent(declared -> note(declared.name(), declared.type(), left.bindings()));
      compare(id, member.name(), one.get(), other.get());
    }
  }

  /// Remembers what is declared of the members of structs, by their path without indices.
  private void note(String path, MemberType type, Bindings bindings) {
    List<Member> members =
        switch (type) {
          case MemberType.Struct(List<Member> inside) -> inside;
          case MemberType.Structs(List<Member> inside, _, _) -> inside;
          case MemberType.Scalar _, MemberType.Scalars _, MemberType.Bytes _ -> List.of();
          case MemberType.Nodes _ -> List.of();
        };
    for (Member member : members) {
      inner.put(path + "." + member.name(), new Declared(member, bindings));
      note(path + "." + member.name(), member.type(), bindings);
    }
  }

  /// What counts of a member on one side: its value while it is meaningful there, else what the
  /// declaration implies, which of the two has one.
  private static Optional<Value> held(
      Optional<Member> own, Optional<Member> others, Half half, Half other) {
    boolean counts =
        own.isPresent()
            && DeviceExpressions.holds(own.get().meaningful(), half.state(), half.bindings());
    if (counts) {
      return half.state().find(own.get().name()).map(value -> normalised(own.get().type(), value));
    }
    // What a member that is not here implies may ask for properties that are not here either.
    Half declaring = own.isPresent() ? half : other;
    return own.or(() -> others)
        .flatMap(Member::implied)
        .map(implied -> DeviceExpressions.value(implied, half.state(), declaring.bindings()));
  }

  private static Value normalised(MemberType type, Value value) {
    return type instanceof MemberType.Scalar(ScalarType scalar)
            && value instanceof Value.Number(long number)
        ? Value.of(Evaluation.stored(scalar, number))
        : value;
  }

  private void compare(String device, String path, Value left, Value right) {
    switch (left) {
      case Value.Struct(DeviceState mine) when right instanceof Value.Struct(DeviceState theirs) ->
          structs(device, path, mine, theirs);
      case Value.Struct(DeviceState mine) when right instanceof Value.Number ->
          structs(device, path, mine, DeviceState.EMPTY);
      case Value.Number _ when right instanceof Value.Struct(DeviceState theirs) ->
          structs(device, path, DeviceState.EMPTY, theirs);
      case Value.Elements(List<Value> mine) when right instanceof Value.Number ->
          elements(device, path, mine, Collections.nCopies(mine.size(), right));
      case Value.Number _ when right instanceof Value.Elements(var theirs) ->
          elements(device, path, Collections.nCopies(theirs.size(), left), theirs);
      case Value.Elements(List<Value> mine) when right instanceof Value.Elements(var theirs) ->
          elements(device, path, mine, theirs);
      case Value.Numbers _, Value.Bytes _, Value.Number _ -> numbers(device, path, left, right);
      case Value.Struct _, Value.Elements _, Value.Null _ -> differ(device, path, left, right);
    }
  }

  /// Member by member. What one of them has not is what it implies there.
  private void structs(String device, String path, DeviceState mine, DeviceState theirs) {
    Set<String> names = new LinkedHashSet<>(mine.members().keySet());
    names.addAll(theirs.members().keySet());
    for (String name : names) {
      Optional<Declared> declared = Optional.ofNullable(inner.get(plain(path) + "." + name));
      if (declared.map(one -> one.member().visible()).orElse(true)) {
        Optional<Value> left = counting(declared, name, mine);
        Optional<Value> right = counting(declared, name, theirs);
        if (left.isPresent() && right.isPresent()) {
          part(device, path + "." + name, left.get(), right.get());
        }
      }
    }
  }

  /// What counts of a member of a struct: its value while it is meaningful, else what is implied,
  /// if anything is; 0 where nothing is said.
  private static Optional<Value> counting(
      Optional<Declared> declared, String name, DeviceState struct) {
    Optional<Value> value = struct.find(name);
    if (declared.isEmpty()) {
      return value.or(() -> Optional.of(Value.of(0)));
    }
    Member member = declared.get().member();
    Bindings bindings = declared.get().bindings();
    return value
        .filter(_ -> DeviceExpressions.holds(member.meaningful(), struct, bindings))
        .or(() ->
            member.implied().map(implied -> DeviceExpressions.value(implied, struct, bindings)));
  }

  private static String plain(String path) {
    return INDEX.matcher(path).replaceAll("");
  }

  private void part(String device, String path, Value left, Value right) {
    if (!left.equals(right)) {
      compare(device, path, left, right);
    }
  }

  private void elements(String device, String path, List<Value> mine, List<Value> theirs) {
    if (mine.size() != theirs.size()) {
      differ(device, path, new Value.Elements(mine), new Value.Elements(theirs));
      return;
    }
    for (int i = 0; i < mine.size(); i++) {
      part(device, path + "[" + i + "]", mine.get(i), theirs.get(i));
    }
  }

  /// Numbers and arrays of them; one number stands for each element, and a shorter array goes on
  /// with zeros.
  private void numbers(String device, String path, Value left, Value right) {
    if (right instanceof Value.Struct || right instanceof Value.Elements) {
      differ(device, path, left, right);
      return;
    }
    int length = Math.max(length(left), length(right));
    for (int i = 0; i < length; i++) {
      if (at(left, i) != at(right, i)) {
        boolean plain = left instanceof Value.Number && right instanceof Value.Number;
        String element = plain ? path : path + "[" + i + "]";
        differ(device, element, Value.of(at(left, i)), Value.of(at(right, i)));
        return;
      }
    }
  }

  private static int length(Value value) {
    return switch (value) {
      case Value.Numbers(long[] numbers) -> numbers.length;
      case Value.Bytes(byte[] bytes) -> bytes.length;
      case Value.Number _ -> 1;
      case Value.Struct _, Value.Elements _, Value.Null _ -> 0;
    };
  }

  private static long at(Value value, int index) {
    return switch (value) {
      case Value.Numbers(long[] numbers) -> index < numbers.length ? numbers[index] : 0;
      case Value.Bytes(byte[] bytes) -> index < bytes.length ? bytes[index] & 0xff : 0;
      case Value.Number(long number) -> number;
      case Value.Struct _, Value.Elements _, Value.Null _ -> 0;
    };
  }

  private void differ(String device, String path, Value left, Value right) {
    differences.add(new Difference(device, path, left, right));
  }
}
