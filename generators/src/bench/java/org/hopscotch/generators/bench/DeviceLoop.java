package org.hopscotch.generators.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.hopscotch.generators.bench.Device.Field;
import org.hopscotch.generators.bench.Device.Subsection;

/// The devices of {@link Devices}, the same ones for the same seed and number, as somebody would
/// write it who needs nothing else: a random source, loops, and the same bias to edges.
final class DeviceLoop {
  private final SplittableRandom random;

  private DeviceLoop(SplittableRandom random) {
    this.random = random;
  }

  static Device device(long seed, long number) {
    return new DeviceLoop(new SplittableRandom(mixed(seed, number))).device();
  }

  private static long mixed(long seed, long number) {
    return new SplittableRandom(seed ^ number * 0x9e3779b97f4a7c15L).nextLong();
  }

  private Device device() {
    long all = (1L << Device.TYPES) - 1;
    long swarm = (chance(3, 4) ? all & ~below(all + 1) : all) | 1;
    String name = name();
    int version = (int) below(Device.VERSIONS);
    boolean unmigratable = chance(1, 10);
    List<Field> fields = fields(Device.FEWEST_FIELDS, Device.MOST_FIELDS, swarm);
    List<Subsection> subsections = new ArrayList<>();
    for (int left = length(0, Device.MOST_SUBSECTIONS); left > 0; left--) {
      subsections.add(
          new Subsection(name(), chance(1, 2), fields(1, Device.MOST_FIELDS_OF_SUBSECTION, swarm)));
    }
    return new Device(name, version, unmigratable, swarm, fields, subsections);
  }

  private List<Field> fields(int min, int max, long swarm) {
    List<Field> fields = new ArrayList<>();
    for (int left = length(min, max); left > 0; left--) {
      fields.add(
          new Field(
              name(),
              type(swarm),
              (int) below(Device.VERSIONS),
              biased(1L << Device.SIZE_BITS),
              initial(),
              chance(1, 4)));
    }
    return fields;
  }

  private String name() {
    return Device.NAMES.get((int) below(Device.NAMES.size()));
  }

  private int type(long swarm) {
    long left = swarm;
    for (long skipped = below(Long.bitCount(swarm)); skipped > 0; skipped--) {
      left &= left - 1;
    }
    return Long.numberOfTrailingZeros(left);
  }

  private long initial() {
    boolean negative = chance(1, 2);
    long size = biased(Device.MOST_INITIAL + 2L);
    return negative ? Math.max(-size, Device.LEAST_INITIAL) : Math.min(size, Device.MOST_INITIAL);
  }

  private boolean chance(int numerator, int denominator) {
    return below(denominator) < numerator;
  }

  private long below(long bound) {
    return Math.unsignedMultiplyHigh(random.nextLong(), bound);
  }

  private long biased(long bound) {
    long bits = random.nextLong();
    long value =
        switch ((int) bits & 3) {
          case 0 -> below(bound);
          case 1 -> bits >>> 2 & 15;
          case 2 -> (1L << place(bound, bits)) + (bits >>> 2 & 3) - 1;
          default -> end(bound - 1, bits >>> 2);
        };
    return Long.compareUnsigned(value, bound) < 0 ? value : below(bound);
  }

  private static int place(long bound, long bits) {
    int width = Long.SIZE - Long.numberOfLeadingZeros(bound - 1);
    return (int) (((bits >>> 32) * width) >>> 32);
  }

  private static long end(long last, long bits) {
    return switch ((int) bits & 7) {
      case 0 -> 0;
      case 1 -> last;
      case 2 -> last - 1;
      case 3 -> last >>> 1;
      case 4 -> (last >>> 1) + 1;
      case 5 -> (last >>> 1) - 1;
      case 6 -> 1;
      default -> last - (bits >>> 3 & 15);
    };
  }

  private int length(int min, int max) {
    long bits = random.nextLong();
    int span = max - min;
    return switch ((int) bits & 7) {
      case 0 -> min;
      case 1 -> min + Math.min(span, 16);
      case 2 -> min + (int) Math.unsignedMultiplyHigh(bits, span + 1L);
      default -> min + Math.min(span, Long.numberOfTrailingZeros(bits >>> 3) + 1);
    };
  }
}
