package org.hopscotch.harness.sensitivity;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hopscotch.generators.choice.Generator;
import org.hopscotch.generators.history.Defects;
import org.hopscotch.harness.planted.EngineDefects;

/// A planted defect, drawn into cases that could show it.
public sealed interface Sought extends Generator<PlantedCase> permits UnsoundStep, WrongEngine {
  /// By which reports and options name it.
  String id();

  /// What is wrong, for people.
  String line();

  Catalogue catalogue();

  /// Where planted defects are listed.
  enum Catalogue {
    /// Unsound steps, in histories that are sound otherwise.
    HISTORIES("histories"),
    /// Engines that are wrong.
    ENGINES("engines");

    private final String id;

    Catalogue(String id) {
      this.id = id;
    }

    /// {@return its name on the command line}
    public String id() {
      return id;
    }
  }

  /// {@return every planted defect, catalogue by catalogue}
  static List<Sought> all() {
    return Stream.concat(
            Defects.all().stream().<Sought>map(UnsoundStep::new),
            EngineDefects.all().stream().map(WrongEngine::new))
        .toList();
  }

  /// {@return the defect of an id}
  static Optional<Sought> named(String id) {
    return all().stream().filter(one -> one.id().equals(id)).findFirst();
  }
}
