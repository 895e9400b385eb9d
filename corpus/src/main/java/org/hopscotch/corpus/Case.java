package org.hopscotch.corpus;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hopscotch.model.evolution.Change;
import org.hopscotch.model.scenario.InvariantId;
import org.hopscotch.model.scenario.Scenario;

/// A scenario that is kept, with the verdicts that are expected of it.
///
/// @param about what happens here and why, for people
/// @param classes of a break, the one that it is filed under first
/// @param source where a real break is told of: a file, commit, report or run
/// @param told how the scenario's history is told
/// @param expect verdicts by invariant; those not named are not violated
/// @param repair what keeps the promises after all, in newer releases only
/// @param noRepair why there is none; empty where there is one, or nothing to repair
public record Case(
    Kind kind,
    String about,
    List<BreakClass> classes,
    Optional<String> source,
    List<Told> told,
    Scenario scenario,
    Map<InvariantId, Expectation> expect,
    Optional<Repair> repair,
    Optional<String> noRepair) {

  /// What a case says.
  public enum Kind {
    /// A truth about a history: it breaks its promises for ever.
    BREAK("break"),
    /// The promises hold, or this project's own code is broken.
    REGRESSION("regression");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /// {@return the kind as cases write it}
    public String word() {
      return word;
    }
  }

  /// Changes to releases, after which a case is judged once more.
  ///
  /// @param changes by release
  /// @param expect verdicts as in {@link Case#expect}
  public record Repair(Map<String, List<Change>> changes, Map<InvariantId, Expectation> expect) {
    public Repair {
      changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes));
      expect = Collections.unmodifiableMap(new LinkedHashMap<>(expect));
    }
  }

  public Case {
    classes = List.copyOf(classes);
    told = List.copyOf(told);
    expect = Collections.unmodifiableMap(new LinkedHashMap<>(expect));
  }
}
