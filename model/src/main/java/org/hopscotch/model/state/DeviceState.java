package org.hopscotch.model.state;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The members of one device, or of one struct inside it, with their values. A member that is not
/// there is undefined. Their order is that of their first mention, which does not count for
/// equality.
///
/// A state is a row of values below names that it shares with the states that it is made of and
/// that are made of it: a save or load makes many, which differ in their values alone.
public final class DeviceState {

  /// A state without members.
  public static final DeviceState EMPTY = new DeviceState(Names.NONE);

  private final Names names;
  private final Value[] values;

  DeviceState(Names names, Value... values) {
    this.names = names;
    this.values = values;
  }

  /// A state of these members.
  public DeviceState(Map<String, Value> members) {
    String[] all = new String[members.size()];
    Value[] held = new Value[all.length];
    int i = 0;
    for (Map.Entry<String, Value> member : members.entrySet()) {
      all[i] = member.getKey();
      held[i++] = member.getValue();
    }
    this.names = new Names(all);
    this.values = held;
  }

  /// {@return the members by name, which nobody can change}
  public Map<String, Value> members() {
    return new Members();
  }

  /// {@return this state with another value for one member}
  public DeviceState with(String name, Value value) {
    int index = names.indexOf(name);
    if (index < 0) {
      Value[] more = Arrays.copyOf(values, values.length + 1);
      more[values.length] = value;
      return new DeviceState(names.with(name), more);
    }
    Value[] changed = values.clone();
    changed[index] = value;
    return new DeviceState(names, changed);
  }

  /// {@return this state with a number for one member}
  public DeviceState with(String name, long number) {
    return with(name, Value.of(number));
  }

  /// {@return the value that a path leads to; see {@link MemberPath}}
  public Optional<Value> find(String path) {
    int index = names.indexOf(path);
    return index < 0 ? MemberPath.find(members(), path) : Optional.of(values[index]);
  }

  Names names() {
    return names;
  }

  /// Shared: whoever changes one copies it.
  Value[] values() {
    return values;
  }

  @Override
  public boolean equals(Object other) {
    if (this == other) {
      return true;
    }
    if (!(other instanceof DeviceState state) || values.length != state.values.length) {
      return false;
    }
    return names.isSame(state.names)
        ? Arrays.equals(values, state.values)
        : members().equals(state.members());
  }

  @Override
  public int hashCode() {
    return members().hashCode();
  }

  @Override
  public String toString() {
    return "DeviceState[members=" + members() + "]";
  }

  private final class Members extends AbstractMap<String, Value> {
    @Override
    public Value get(Object key) {
      int index = key instanceof String name ? names.indexOf(name) : -1;
      return index < 0 ? null : values[index];
    }

    @Override
    public boolean containsKey(Object key) {
      return key instanceof String name && names.indexOf(name) >= 0;
    }

    @Override
    public int size() {
      return values.length;
    }

    @Override
    public Set<Entry<String, Value>> entrySet() {
      return new AbstractSet<>() {
        @Override
        public int size() {
          return values.length;
        }

        @Override
        public Iterator<Entry<String, Value>> iterator() {
          return new Entries();
        }
      };
    }
  }

  private final class Entries implements Iterator<Map.Entry<String, Value>> {
    private int next;

    @Override
    public boolean hasNext() {
      return next < values.length;
    }

    @Override
    public Map.Entry<String, Value> next() {
      if (!hasNext()) {
        throw new java.util.NoSuchElementException();
      }
      int index = next++;
      return Map.entry(names.get(index), values[index]);
    }
  }
}
