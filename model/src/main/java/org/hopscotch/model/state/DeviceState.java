package org.hopscotch.model.state;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The members of one device, or of one struct inside it, with their values. A member that is not
/// there is undefined.
///
/// @param members in the order of their first mention, which does not count for equality
public record DeviceState(Map<String, Value> members) {

  /// A state without members.
  public static final DeviceState EMPTY = new DeviceState(Map.of());

  public DeviceState {
    members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
  }

  /// {@return this state with another value for one member}
  public DeviceState with(String name, Value value) {
    Map<String, Value> changed = new LinkedHashMap<>(members);
    changed.put(name, value);
    return new DeviceState(changed);
  }

  /// {@return this state with a number for one member}
  public DeviceState with(String name, long number) {
    return with(name, Value.of(number));
  }

  /// {@return the value that a path leads to; see {@link MemberPath}}
  public Optional<Value> find(String path) {
    return MemberPath.find(members, path);
  }
}
