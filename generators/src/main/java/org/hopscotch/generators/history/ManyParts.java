package org.hopscotch.generators.history;

import java.util.List;
import org.hopscotch.generators.choice.Choices;
import org.hopscotch.model.release.Member;
import org.hopscotch.model.schema.Count;
import org.hopscotch.model.schema.Families;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.ScalarType;

/// Parts of several numbers or bytes.
final class ManyParts {
  private static final List<ScalarType> COUNTERS =
      List.of(ScalarType.UINT8, ScalarType.UINT16, ScalarType.UINT32, ScalarType.INT32);
  private static final int LONGEST = 5;
  private static final int LONGEST_BUFFER = 16;
  private static final int MOST_TIMES = 2;
  private static final int MOST_BITS = 100;

  private ManyParts() {}

  static Part array(Choices choices, Names names) {
    ScalarType type = NumberParts.type(choices);
    int length = 1 + choices.below(LONGEST);
    String name = names.next("bank");
    return new Part(Say.scalars(name, type, length), Families.array(name, type, length));
  }

  static Part buffer(Choices choices, Names names) {
    int length = 1 + choices.below(LONGEST_BUFFER);
    String name = names.next("buf");
    return new Part(Say.bytes(name, length), Families.buffer(name, length));
  }

  /// A buffer that travels in two pieces, the second one first or last.
  static Part bufferPieces(Choices choices, Names names) {
    int length = 2 + choices.below(LONGEST_BUFFER);
    int cut = 1 + choices.below(length - 1);
    String name = names.next("buf");
    Field low = Families.buffer(name, cut);
    Field high = Families.bufferStartMiddle(name, length, cut);
    boolean turned = choices.chance(1, 2);
    return new Part(
        List.of(Say.bytes(name, length)), turned ? List.of(high, low) : List.of(low, high));
  }

  /// An array that travels in two pieces, the second one first or last.
  static Part subArrays(Choices choices, Names names) {
    ScalarType type = NumberParts.type(choices);
    int length = 2 + choices.below(LONGEST);
    int cut = 1 + choices.below(length - 1);
    String name = names.next("bank");
    Field low = Families.subArray(name, new FieldType.Scalar(type), 0, cut);
    Field high = Families.subArray(name, new FieldType.Scalar(type), cut, length - cut);
    boolean turned = choices.chance(1, 2);
    return new Part(
        List.of(Say.scalars(name, type, length)), turned ? List.of(high, low) : List.of(low, high));
  }

  static Part varray(Choices choices, Names names) {
    ScalarType counter = choices.oneOf(COUNTERS);
    ScalarType type = NumberParts.type(choices);
    int length = 1 + choices.below(LONGEST);
    String count = names.next("num");
    String name = names.next("queue");
    return new Part(
        List.of(Say.scalar(count, counter, 0), Say.scalars(name, type, length)),
        List.of(
            Families.scalar(count, counter),
            Families.varray(name, new FieldType.Scalar(type), Count.of(count))));
  }

  /// A count that is also validated.
  static Part validated(Choices choices, Names names) {
    int length = 1 + choices.below(LONGEST);
    String count = names.next("num");
    String name = names.next("queue");
    Member counter = Say.scalar(count, ScalarType.UINT32, 0);
    return new Part(
        List.of(
            Say.legal(counter, Say.atMost(count, length)),
            Say.scalars(name, ScalarType.UINT16, length)),
        List.of(
            Families.scalar(count, ScalarType.UINT32),
            Families.validate(count + " in range", Say.atMost(count, length)),
            Families.varray(name, new FieldType.Scalar(ScalarType.UINT16), Count.of(count))));
  }

  /// A buffer whose length is a count, or a few times as much.
  static Part vbuffer(Choices choices, Names names) {
    int length = MOST_TIMES * (1 + choices.below(LONGEST_BUFFER / MOST_TIMES));
    int times = 1 + choices.below(MOST_TIMES);
    String count = names.next("len");
    String name = names.next("buf");
    return new Part(
        List.of(Say.scalar(count, ScalarType.UINT32, 0), Say.bytes(name, length)),
        List.of(
            Families.scalar(count, ScalarType.UINT32),
            Families.vbuffer(name, new Count.OfMember(count, times))));
  }

  static Part bitmap(Choices choices, Names names) {
    int bits = 1 + choices.below(MOST_BITS);
    String name = names.next("map");
    return new Part(
        Say.scalars(name, ScalarType.UINT64, Math.ceilDiv(bits, Long.SIZE)),
        Families.bitmap(name, Count.of(bits)));
  }

  static Part custom(Choices choices, Names names) {
    int length = 1 + choices.below(LONGEST_BUFFER);
    String name = names.next("blob");
    return new Part(
        Say.bytes(name, length), Families.custom(name, "device's own", Count.of(length)));
  }
}
