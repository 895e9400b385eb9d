package org.hopscotch.harness.invariant;

import java.util.ArrayList;
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
  private final Map<String, Member> inner = new HashMap<>();
  private Bindings bindings = Bindings.NONE;

  private SameGuest() {}

  /// A member that is not the same.
  ///
  /// @param path of the member in its device
  record Difference(String device, String path, Value one, Value other) {}

  /// One device on one of the two hosts.
  private record Half(Release release, ResolvedDevice device, DeviceState state) {
    Map<String, Member> members() {
      Map<String, Member> all = new LinkedHashMap<>();
      release.members(device.type()).forEach(member -> all.put(member.name(), member));
      return all;
    }

    Bindings bindings() {
      return device.bindings();
    }
  }

  /// {@return the members that differ, in the order of declaration}
  static List<Difference> differences(Stop one, GuestState left, Stop other, GuestState right) {
    SameGuest comparison = new SameGuest();
    Map<String, Half> rights = halves(other, right);
    halves(one, left)
        .forEach((id, half) -> {
          if (rights.containsKey(id)) {
            comparison.device(id, half, rights.get(id));
          }
        });
    return comparison.differences;
  }

  private static Map<String, Half> halves(Stop stop, GuestState guest) {
    Map<String, Half> halves = new LinkedHashMap<>();
    Journey.resolved(stop)
        .map(r -> r.devices())
        .orElse(List.of())
        .forEach(device -> {
          String id = device.device().id();
          guest.device(id).ifPresent(s -> halves.put(id, new Half(stop.release(), device, s)));
        });
    return halves;
  }

  private void device(String id, Half left, Half right) {
    Map<String, Member> lefts = left.members();
    Map<String, Member> rights = right.members();
    Set<String> names = new LinkedHashSet<>(lefts.keySet());
    names.addAll(rights.keySet());
    for (String name : names) {
      Optional<Member> mine = Optional.ofNullable(lefts.get(name));
      Optional<Member> theirs = Optional.ofNullable(rights.get(name));
      if (mine.or(() -> theirs).filter(Member::visible).isPresent()) {
        bindings = left.bindings();
        mine.or(() -> theirs).ifPresent(one -> note(one.name(), one.type()));
        member(id, name, held(mine, theirs, left, right), held(theirs, mine, right, left));
      }
    }
  }

  /// Remembers what is declared of the members of structs, by their path without indices.
  private void note(String path, MemberType type) {
    List<Member> members =
        switch (type) {
          case MemberType.Struct(List<Member> inside) -> inside;
          case MemberType.Structs(List<Member> inside, _, _) -> inside;
          case MemberType.Scalar _, MemberType.Scalars _, MemberType.Bytes _ -> List.of();
          case MemberType.Nodes _ -> List.of();
        };
    for (Member member : members) {
      inner.put(path + "." + member.name(), member);
      note(path + "." + member.name(), member.type());
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

  private void member(String device, String path, Optional<Value> left, Optional<Value> right) {
    if (left.isEmpty() || right.isEmpty() || left.equals(right)) {
      return;
    }
    compare(device, path, left.get(), right.get());
  }

  private void compare(String device, String path, Value left, Value right) {
    switch (left) {
      case Value.Struct(DeviceState mine)
          when right instanceof Value.Struct(DeviceState theirs) -> {
        Set<String> names = new LinkedHashSet<>(mine.members().keySet());
        names.addAll(theirs.members().keySet());
        for (String name : names) {
          Optional<Member> declared = Optional.ofNullable(inner.get(plain(path) + "." + name));
          if (declared.map(Member::visible).orElse(true)) {
            part(
                device,
                path + "." + name,
                counting(declared, name, mine),
                counting(declared, name, theirs));
          }
        }
      }
      case Value.Elements(List<Value> mine) when right instanceof Value.Elements(var theirs) ->
          elements(device, path, mine, theirs);
      case Value.Numbers _, Value.Bytes _, Value.Number _ -> numbers(device, path, left, right);
      case Value.Struct _, Value.Elements _, Value.Null _ -> differ(device, path, left, right);
    }
  }

  /// What counts of a member of a struct: its value while it is meaningful, else what is implied;
  /// 0 where nothing is said.
  private Value counting(Optional<Member> declared, String name, DeviceState struct) {
    boolean counts =
        declared
            .map(member -> DeviceExpressions.holds(member.meaningful(), struct, bindings))
            .orElse(true);
    Optional<Value> value = counts ? struct.find(name) : Optional.empty();
    return value
        .or(() ->
            declared
                .flatMap(Member::implied)
                .map(implied -> DeviceExpressions.value(implied, struct, bindings)))
        .orElse(Value.of(0));
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
