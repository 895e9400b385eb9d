package org.hopscotch.generators;

import org.hopscotch.generators.choice.Choices;
import org.hopscotch.model.schema.ScalarType;

/// Draws numbers of a type. What a type holds is said here once more, in bits, so that a codec
/// whose own widths are wrong is given values that do not fit it.
final class Scalars {
  private Scalars() {}

  /// {@return a value that a member of the type can have}
  static long draw(Choices choices, ScalarType type) {
    return switch (type) {
      case BOOL -> choices.chance(1, 2) ? 1 : 0;
      case INT32_POSITIVE_LE -> choices.integer(0, Integer.MAX_VALUE);
      case INT8, INT16, INT32, INT64, INT32_EQUAL -> {
        long most = -1L >>> (Long.SIZE + 1 - bits(type));
        yield choices.integer(-most - 1, most);
      }
      case UINT8, UINT16, UINT32, UINT64, TIMER, CPU_DOUBLE, FLOAT64 -> choices.bits(bits(type));
      case UINT8_EQUAL, UINT16_EQUAL, UINT32_EQUAL, UINT64_EQUAL -> choices.bits(bits(type));
    };
  }

  /// {@return what a member of the type holds after `value` was assigned to it}
  static long cut(ScalarType type, long value) {
    int unused = Long.SIZE - bits(type);
    return switch (type) {
      case BOOL -> value == 0 ? 0 : 1;
      case INT8, INT16, INT32, INT64, INT32_EQUAL -> value << unused >> unused;
      case INT32_POSITIVE_LE -> value & Integer.MAX_VALUE;
      case UINT8, UINT16, UINT32, UINT64, TIMER, CPU_DOUBLE, FLOAT64 -> value << unused >>> unused;
      case UINT8_EQUAL, UINT16_EQUAL, UINT32_EQUAL, UINT64_EQUAL -> value << unused >>> unused;
    };
  }

  private static int bits(ScalarType type) {
    return switch (type) {
      case BOOL -> 1;
      case INT8, UINT8, UINT8_EQUAL -> 8;
      case INT16, UINT16, UINT16_EQUAL -> 16;
      case INT32, UINT32, INT32_EQUAL, UINT32_EQUAL, INT32_POSITIVE_LE -> 32;
      case INT64, UINT64, UINT64_EQUAL, TIMER, CPU_DOUBLE, FLOAT64 -> 64;
    };
  }
}
