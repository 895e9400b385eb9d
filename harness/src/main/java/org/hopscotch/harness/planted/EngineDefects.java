package org.hopscotch.harness.planted;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The catalogue of engines that are wrong.
public final class EngineDefects {
  private static final List<EngineDefect> ALL =
      Stream.of(
              TypeDefects.all(),
              ArrayDefects.all(),
              VersionDefects.all(),
              SubsectionDefects.all(),
              HookDefects.all(),
              CheckDefects.all(),
              StartDefects.all(),
              RegistrationDefects.all(),
              StreamDefects.all(),
              MemoryDefects.all(),
              CancellingDefects.all())
          .flatMap(List::stream)
          .toList();

  private EngineDefects() {}

  public static List<EngineDefect> all() {
    return ALL;
  }

  /// {@return the defect of an id}
  public static Optional<EngineDefect> named(String id) {
    return ALL.stream().filter(one -> one.id().equals(id)).findFirst();
  }
}
