package org.hopscotch.generators.jqwik;

import java.util.stream.Stream;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;
import org.hopscotch.generators.choice.Choices;
import org.hopscotch.generators.choice.Edits;
import org.hopscotch.generators.choice.Generator;
import org.hopscotch.generators.choice.Recording;

/// A value with the choices it was drawn from; what it shrinks to is drawn from edits of them.
record ChoiceShrinkable<T>(Generator<T> generator, T value, Recording recording)
    implements Shrinkable<T> {

  static <T> ChoiceShrinkable<T> drawn(Generator<T> generator, Choices choices) {
    T value = generator.draw(choices);
    return new ChoiceShrinkable<>(generator, value, choices.recording());
  }

  /// {@return what is simpler and one edit away, drawn one by one as it is asked for}
  @Override
  public Stream<Shrinkable<T>> shrink() {
    return Edits.of(recording)
        .map(edit -> drawn(generator, Choices.recorded(edit)))
        .filter(edited -> edited.recording().compareTo(recording) < 0)
        .map(edited -> edited);
  }

  /// {@return the recording as numbers that compare as it does: how many choices, then their upper
  /// and lower halves, since jqwik takes no negative numbers}
  @Override
  public ShrinkingDistance distance() {
    long[] values = recording.values();
    long[] distance = new long[1 + 2 * values.length];
    distance[0] = values.length;
    for (int i = 0; i < values.length; i++) {
      distance[1 + 2 * i] = values[i] >>> Integer.SIZE;
      distance[2 + 2 * i] = Integer.toUnsignedLong((int) values[i]);
    }
    return ShrinkingDistance.of(distance);
  }
}
