package org.hopscotch.generators.choice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// What a {@link Generator} draws from: bounded numbers, the simplest of which is 0, grouped in
/// spans. One object serves one value, and one thread.
///
/// There are four drivers. {@link #seeded} draws at random, with a bias to edges; {@link #recorded}
/// draws again what was drawn before, or an edited form of it; {@link #ofBytes} draws from a
/// fuzzer's bytes; and a jqwik property draws a seed, whose recording jqwik's shrinking edits
/// (`generators.jqwik`).
///
/// After {@value #MOST_CHOICES} choices all further ones are 0, so that a generator whose lists end
/// with a 0 ends too.
public final class Choices {
  /// How many choices of one value can be other than 0.
  public static final int MOST_CHOICES = 1 << 16;

  private static final int FIRST_CAPACITY = 128;
  private static final int MORE = 3;
  private static final int OF = 4;

  private final Source source;
  private final boolean recording;
  private final Spans spans = new Spans();
  private long[] values = new long[0];
  private int drawn;

  private Choices(Source source, boolean recording) {
    this.source = source;
    this.recording = recording;
  }

  // ---- drivers

  /// {@return the random choices of case `number` of a run, which depend on these two alone}
  public static Choices seeded(long seed, long number) {
    return new Choices(new SeededSource(mixed(seed, number)), true);
  }

  /// {@return the choices of {@link #seeded}, without remembering them: for cases of which most are
  /// never looked at again}
  public static Choices unrecorded(long seed, long number) {
    return new Choices(new SeededSource(mixed(seed, number)), false);
  }

  /// {@return random choices without any bias: numbers and lengths are uniform, and no feature is
  /// ever switched off. What the bias of {@link #seeded} is worth is measured against these
  /// (docs/sensitivity.md)}
  public static Choices uniform(long seed, long number) {
    return new Choices(new UniformSource(mixed(seed, number)), true);
  }

  /// {@return choices made before. One that is too large for its bound is taken as the largest that
  /// fits; when they run out the others are 0}
  public static Choices recorded(long... values) {
    return new Choices(new RecordedSource(values), true);
  }

  /// {@return choices out of bytes: as many for each as its bound has, so that a changed byte
  /// changes one choice and moves no other; when they run out the others are 0}
  public static Choices ofBytes(byte[] bytes) {
    return new Choices(new BytesSource(bytes), true);
  }

  /// Spreads seed and number over all 64 bits, so that neighbours have nothing in common.
  private static long mixed(long seed, long number) {
    return new SplittableRandom(seed ^ number * 0x9e3779b97f4a7c15L).nextLong();
  }

  /// {@return what was drawn so far; a span that is still open ends here}
  ///
  /// @throws IllegalStateException when it was not to be remembered
  public Recording recording() {
    if (!recording) {
      throw new IllegalStateException("not recorded");
    }
    return new Recording(Arrays.copyOf(values, drawn), spans.until(drawn));
  }

  /// {@return how many choices were made so far}
  public int made() {
    return drawn;
  }

  // ---- draws

  /// {@return one of the numbers from 0 to `bound - 1`, each as likely as the others}
  ///
  /// @throws IllegalArgumentException unless `bound` is positive
  public int below(int bound) {
    if (bound <= 0) {
      throw new IllegalArgumentException("nothing below " + bound);
    }
    return (int) (bound == 1 ? forced(0) : made(isSpent() ? 0 : source.below(bound)));
  }

  /// {@return a number of so many bits, unsigned, preferring edges: 0, the largest, powers of two}
  ///
  /// @param width 1 to 64
  public long bits(int width) {
    return biased(width == Long.SIZE ? 0 : 1L << width);
  }

  /// {@return an integer from `min` to `max`, preferring edges; the one next to 0 is the simplest,
  /// and a positive one is simpler than its negative}
  ///
  /// @throws IllegalArgumentException when there is none
  public long integer(long min, long max) {
    if (min > max) {
      throw new IllegalArgumentException("nothing from %d to %d".formatted(min, max));
    }
    if (min >= 0) {
      return min + biased(max - min + 1);
    }
    if (max <= 0) {
      return max - biased(max - min + 1);
    }
    boolean negative = chance(1, 2);
    long size = biased(Math.max(max, -(min + 1)) + 2);
    return negative
        ? Long.compareUnsigned(size, -min) > 0 ? min : -size
        : Long.compareUnsigned(size, max) > 0 ? max : size;
  }

  private long biased(long bound) {
    return bound == 1 ? forced(0) : made(isSpent() ? 0 : source.biased(bound));
  }

  /// {@return true with a probability of `numerator / denominator`; false is simpler}
  public boolean chance(int numerator, int denominator) {
    return made(!isSpent() && source.chance(numerator, denominator) ? 1 : 0) != 0;
  }

  /// {@return one of `all`, the first of which is the simplest}
  public <T> T oneOf(List<T> all) {
    return all.get(below(all.size()));
  }

  /// {@return the place of one of the lowest `count` bits of `mask`, a set one}
  ///
  /// @param mask what may be drawn; its lowest bit, the simplest, must be set
  /// @param count 1 to 63
  public int oneOf(long mask, int count) {
    return (int) made(isSpent() ? 0 : source.oneOf(mask & ((1L << count) - 1), count));
  }

  /// {@return a swarm: which of `features` features may be drawn in this case, a bit each. Often
  /// all of them, else a random half: much of what is wrong shows only where something else, which
  /// hides it, is missing. To be drawn first}
  ///
  /// @param features 1 to 63
  public long swarm(int features) {
    long all = (1L << features) - 1;
    boolean some = made(!isSpent() && source.swarms() && source.chance(MORE, OF) ? 1 : 0) != 0;
    long off = some ? made(isSpent() ? 0 : source.below(all + 1)) : 0;
    return all & ~off;
  }

  /// {@return bytes, as many as the source has left and at most `most`; no choice says how many. To
  /// be drawn last, and the only thing that {@value #MOST_CHOICES} choices do not bound}
  public byte[] rest(int most) {
    byte[] bytes = new byte[source.rest(most)];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) made(source.below(1 << Byte.SIZE));
    }
    return bytes;
  }

  // ---- structure

  /// Begins a span: the choices up to its {@link #end} make one thing.
  ///
  /// @param label what it makes, a constant
  public void begin(String label) {
    if (recording) {
      spans.begin(label, drawn);
    }
  }

  /// Ends the span begun last.
  public void end() {
    if (recording) {
      spans.end(drawn);
    }
  }

  /// {@return a value whose choices are a span}
  public <T> T span(String label, Generator<T> generator) {
    begin(label);
    T value = generator.draw(this);
    end();
    return value;
  }

  /// {@return a list of `min` to `max` elements. Each is a span, begun by a choice of 1; the end is
  /// a choice of 0, also where the list could not be longer: so that taking a span away always
  /// leaves a list}
  ///
  /// @param label what one element is
  public <T> List<T> list(String label, int min, int max, Generator<T> element) {
    List<T> all = new ArrayList<>();
    int planned = isSpent() ? min : source.length(min, max);
    while (true) {
      begin(label);
      if (!more(all.size(), min, max, planned)) {
        end();
        return all;
      }
      all.add(element.draw(this));
      end();
    }
  }

  private boolean more(int size, int min, int max, int planned) {
    if (size < min || size >= max) {
      return forced(size < min ? 1 : 0) != 0;
    }
    return planned == Source.UNPLANNED ? chance(MORE, OF) : made(size < planned ? 1 : 0) != 0;
  }

  private boolean isSpent() {
    return drawn >= MOST_CHOICES;
  }

  /// A choice that could only be made so. It is recorded like any other, so that what is drawn
  /// later keeps its place when a bound changes.
  private long forced(long value) {
    source.pass();
    return made(value);
  }

  private long made(long value) {
    if (recording) {
      if (drawn == values.length) {
        grow();
      }
      values[drawn] = value;
    }
    drawn++;
    return value;
  }

  private void grow() {
    values = Arrays.copyOf(values, Math.max(FIRST_CAPACITY, drawn * 2));
  }
}
