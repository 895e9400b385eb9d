package org.hopscotch.generators.bench;

import java.util.List;

/// What the benchmarks make: a tree of records, as large as a device of a generated history and
/// with numbers of the same kinds, though it means nothing.
///
/// @param swarm which of {@value #TYPES} types its fields may have, a bit each
record Device(
    String name,
    int version,
    boolean unmigratable,
    long swarm,
    List<Field> fields,
    List<Subsection> subsections) {
  static final List<String> NAMES =
      List.of(
          "pc", "q35", "ide", "ahci", "pckbd", "mc146818rtc", "hpet", "i8259", "i8254", "serial");
  static final int TYPES = 17;
  static final int VERSIONS = 5;
  static final int LEAST_INITIAL = -300;
  static final int MOST_INITIAL = 70_000;
  static final int SIZE_BITS = 32;
  static final int FEWEST_FIELDS = 4;
  static final int MOST_FIELDS = 16;
  static final int MOST_SUBSECTIONS = 8;
  static final int MOST_FIELDS_OF_SUBSECTION = 12;

  /// Six leaves.
  ///
  /// @param size unsigned, of {@value #SIZE_BITS} bits
  record Field(String name, int type, int version, long size, long initial, boolean tested) {}

  /// Two leaves and its fields.
  record Subsection(String name, boolean needed, List<Field> fields) {}

  /// {@return how many names, numbers and flags it has}
  int leaves() {
    int inFields = fields.size() * 6;
    for (Subsection subsection : subsections) {
      inFields += 2 + subsection.fields().size() * 6;
    }
    return 4 + inFields;
  }
}
