package org.hopscotch.harness.invariant;

import java.util.Arrays;

/// Names what our own code threw, by its kind and the place that threw it: equal faults have equal
/// names, whatever was drawn.
final class Thrown {
  private Thrown() {}

  /// {@return the exception's class and the first method of this project on its stack}
  static String name(Throwable thrown) {
    String place =
        Arrays.stream(thrown.getStackTrace())
            .filter(frame -> frame.getClassName().startsWith("org.hopscotch."))
            .findFirst()
            .map(frame -> frame.getClassName() + "." + frame.getMethodName())
            .orElse("?");
    return thrown.getClass().getSimpleName() + " in " + place;
  }
}
