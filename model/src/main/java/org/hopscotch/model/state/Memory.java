package org.hopscotch.model.state;

import java.util.Arrays;
import java.util.Optional;

/// A {@link DeviceState} while its members change. It costs nothing until the first of them does.
public final class Memory {
  private DeviceState state;
  private Names names;
  private Value[] values;

  /// Whether the values are another state's too.
  private boolean shared = true;

  public Memory(DeviceState state) {
    this.state = state;
    this.names = state.names();
    this.values = state.values();
  }

  /// {@return the members as they are now}
  public DeviceState state() {
    if (!shared) {
      state = new DeviceState(names, values);
      shared = true;
    }
    return state;
  }

  /// {@return the value that a path leads to; see {@link MemberPath}}
  public Optional<Value> find(String path) {
    int index = names.indexOf(path);
    return index < 0 ? state().find(path) : Optional.of(values[index]);
  }

  /// {@return whether a path leads to a value}
  public boolean has(String path) {
    return names.indexOf(path) >= 0 || state().find(path).isPresent();
  }

  /// Gives a member a value, whatever its name looks like.
  public void set(String member, Value value) {
    int index = names.indexOf(member);
    if (index < 0) {
      names = names.with(member);
      values = Arrays.copyOf(values, values.length + 1);
      index = values.length - 1;
    } else if (shared) {
      values = values.clone();
    }
    values[index] = value;
    shared = false;
  }

  /// Puts a value at a path. All but its last part must exist.
  ///
  /// @throws IllegalArgumentException when they do not
  public void put(String path, Value value) {
    if (names.indexOf(path) >= 0) {
      set(path, value);
    } else {
      MemberPath.put(this, path, value);
    }
  }
}
