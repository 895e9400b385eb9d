package org.hopscotch.generators;

import java.util.List;
import org.hopscotch.generators.choice.Choices;

/// Draws what happens to a stream: a few damages, half of them at its landmarks.
public final class Damages {
  private static final int MOST = 4;
  private static final byte[][] EDGES = {
    {0, 0, 0, 0},
    {0, 0, 0, 1},
    {0x7f, -1, -1, -1},
    {-1, -1, -1, -1},
    {-128, 0, 0, 0},
    {0, 0, -1, -1},
    {0, 0, 1, 1}
  };

  private Damages() {}

  /// {@return one to four damages to a stream of `length` bytes}
  public static List<Damage> draw(Choices choices, int length, Landmarks landmarks) {
    return choices.list(
        "damage",
        1,
        MOST,
        _ ->
            landmarks.places().isEmpty() || choices.chance(1, 2)
                ? anywhere(choices, length)
                : atLandmark(choices, landmarks));
  }

  private static Damage anywhere(Choices choices, int length) {
    int offset = choices.below(Math.max(length, 1));
    return switch (choices.below(5)) {
      case 0 -> new Damage.Cut(offset);
      case 1 -> new Damage.Flip(offset, 1 << choices.below(Byte.SIZE));
      case 2 -> new Damage.Insert(offset, bytes(choices, 1 + choices.below(8)));
      case 3 -> new Damage.Delete(offset, 1 + choices.below(16));
      default -> new Damage.Replace(offset, bytes(choices, 1 + choices.below(8)));
    };
  }

  private static Damage atLandmark(Choices choices, Landmarks landmarks) {
    Landmarks.Place place = landmarks.places().get(choices.below(landmarks.places().size()));
    int inside = place.offset() + choices.below(Math.max(place.width(), 1));
    return switch (choices.below(6)) {
      case 0 -> new Damage.Cut(inside);
      case 1 -> new Damage.Flip(inside, 1 << choices.below(Byte.SIZE));
      case 2 -> new Damage.Replace(place.offset(), value(choices, place));
      case 3 -> new Damage.Delete(place.offset(), Math.max(place.width(), 1));
      case 4 -> new Damage.Insert(inside, bytes(choices, 1 + choices.below(4)));
      default -> new Damage.Flip(inside, 1 + choices.below(255));
    };
  }

  /// Another value of the same kind: digits in a description, edges of the range elsewhere.
  private static byte[] value(Choices choices, Landmarks.Place place) {
    if (place.kind() == Landmarks.Kind.DESCRIPTION) {
      return new byte[] {(byte) ('0' + choices.below(10))};
    }
    byte[] edge = EDGES[choices.below(EDGES.length)];
    byte[] value = new byte[Math.clamp(place.width(), 1, 8)];
    for (int i = 0; i < value.length; i++) {
      value[i] = edge[Math.max(0, edge.length - value.length + i) % edge.length];
    }
    return value;
  }

  private static byte[] bytes(Choices choices, int count) {
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      bytes[i] = (byte) choices.bits(Byte.SIZE);
    }
    return bytes;
  }
}
