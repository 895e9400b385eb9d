package org.hopscotch.generators.choice;

import java.util.Arrays;
import java.util.stream.Stream;

/// The single edits of a recording that may make it simpler: for a search that is somebody else's.
/// {@link Minimizer} asks about the same ones, but needs fewer, since it goes on from where it had
/// success.
public final class Edits {
  private Edits() {}

  /// {@return edited choices, those that take most away first, and finitely many. Only drawing from
  /// them tells whether they made something simpler: whoever goes on from one has to compare its
  /// recording first, or may go round in circles}
  public static Stream<long[]> of(Recording recording) {
    Layout layout = new Layout(recording);
    return Arrays.stream(Pass.values())
        .flatMap(pass -> of(pass, layout))
        .map(edit -> edit.of(layout.values()));
  }

  private static Stream<Edit> of(Pass pass, Layout layout) {
    Stream.Builder<Edit> edits = Stream.builder();
    pass.run(new Survey(layout, edits));
    return edits.build();
  }

  /// Refuses everything, and so sees every edit.
  private record Survey(Layout best, Stream.Builder<Edit> edits) implements Trial {
    @Override
    public boolean accepts(Edit edit) {
      edits.add(edit);
      return false;
    }

    @Override
    public boolean isThorough() {
      return true;
    }

    @Override
    public boolean isSurvey() {
      return true;
    }
  }
}
