package org.hopscotch.generators.history;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The catalogue of unsound steps: what has gone wrong in real releases, a step for each way.
public final class Defects {
  private static final List<Defect> ALL =
      Stream.of(
              FieldDefects.ALL,
              SubsectionDefects.ALL,
              HookDefects.ALL,
              PropertyDefects.ALL,
              IdentityDefects.ALL)
          .flatMap(List::stream)
          .toList();

  private Defects() {}

  public static List<Defect> all() {
    return ALL;
  }

  /// {@return the defect of an id}
  public static Optional<Defect> named(String id) {
    return ALL.stream().filter(defect -> defect.id().equals(id)).findFirst();
  }
}
