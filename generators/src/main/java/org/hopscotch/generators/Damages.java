package org.hopscotch.generators;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

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

  /// {@return one to four damages to a stream of `length` bytes, simpler and fewer ones more often}
  public static List<Damage> draw(RandomGenerator random, int length, Landmarks landmarks) {
    int count = 1 + random.nextInt(MOST) * random.nextInt(2);
    List<Damage> damages = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      boolean anywhere = landmarks.places().isEmpty() || random.nextBoolean();
      damages.add(anywhere ? anywhere(random, length) : atLandmark(random, landmarks));
    }
    return damages;
  }

  private static Damage anywhere(RandomGenerator random, int length) {
    int offset = random.nextInt(Math.max(length, 1));
    return switch (random.nextInt(5)) {
      case 0 -> new Damage.Cut(offset);
      case 1 -> new Damage.Flip(offset, 1 << random.nextInt(Byte.SIZE));
      case 2 -> new Damage.Insert(offset, bytes(random, 1 + random.nextInt(8)));
      case 3 -> new Damage.Delete(offset, 1 + random.nextInt(16));
      default -> new Damage.Replace(offset, bytes(random, 1 + random.nextInt(8)));
    };
  }

  private static Damage atLandmark(RandomGenerator random, Landmarks landmarks) {
    Landmarks.Place place = landmarks.places().get(random.nextInt(landmarks.places().size()));
    int inside = place.offset() + random.nextInt(Math.max(place.width(), 1));
    return switch (random.nextInt(6)) {
      case 0 -> new Damage.Cut(inside);
      case 1 -> new Damage.Flip(inside, 1 << random.nextInt(Byte.SIZE));
      case 2 -> new Damage.Replace(place.offset(), value(random, place));
      case 3 -> new Damage.Delete(place.offset(), Math.max(place.width(), 1));
      case 4 -> new Damage.Insert(inside, bytes(random, 1 + random.nextInt(4)));
      default -> new Damage.Flip(inside, 1 + random.nextInt(255));
    };
  }

  /// Another value of the same kind: digits in a description, edges of the range elsewhere.
  private static byte[] value(RandomGenerator random, Landmarks.Place place) {
    if (place.kind() == Landmarks.Kind.DESCRIPTION) {
      return new byte[] {(byte) ('0' + random.nextInt(10))};
    }
    byte[] edge = EDGES[random.nextInt(EDGES.length)];
    byte[] value = new byte[Math.clamp(place.width(), 1, 8)];
    for (int i = 0; i < value.length; i++) {
      value[i] = edge[Math.max(0, edge.length - value.length + i) % edge.length];
    }
    return value;
  }

  private static byte[] bytes(RandomGenerator random, int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
