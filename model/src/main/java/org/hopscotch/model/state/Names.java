package org.hopscotch.model.state;

import java.util.Arrays;

/// The names of a struct's members, in order, which all states of it share.
final class Names {
  static final Names NONE = new Names();

  private final String[] names;

  /// Places of names plus 1, by hash; 0 where there is none. At most half full.
  private final int[] places;

  Names(String... names) {
    this.names = names;
    this.places = new int[Integer.highestOneBit(names.length * 4 + 1)];
    for (int i = 0; i < names.length; i++) {
      places[free(names[i])] = i + 1;
    }
  }

  private int free(String name) {
    int at = start(name);
    while (places[at] != 0) {
      at = at + 1 & places.length - 1;
    }
    return at;
  }

  private int start(String name) {
    int hash = name.hashCode();
    return (hash ^ hash >>> 16) & places.length - 1;
  }

  /// {@return the place of a name, -1 where there is none}
  int indexOf(String name) {
    int at = start(name);
    while (places[at] != 0) {
      if (names[places[at] - 1].equals(name)) {
        return places[at] - 1;
      }
      at = at + 1 & places.length - 1;
    }
    return -1;
  }

  int size() {
    return names.length;
  }

  String get(int index) {
    return names[index];
  }

  /// {@return these names and one more}
  Names with(String name) {
    String[] more = Arrays.copyOf(names, names.length + 1);
    more[names.length] = name;
    return new Names(more);
  }

  /// {@return whether the same names stand in the same order}
  boolean isSame(Names other) {
    return Arrays.equals(names, other.names);
  }
}
