package org.hopscotch.corpus.dsl;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hopscotch.corpus.BreakClass;
import org.hopscotch.corpus.Case;
import org.hopscotch.corpus.Expectation;
import org.hopscotch.model.evolution.Change;
import org.hopscotch.model.scenario.InvariantId;
import org.hopscotch.model.scenario.Severity;
import org.hopscotch.model.scenario.Verdict;

/// A case on its way: a route, with what is expected of it and what mends it.
public record ToldCase(
    ToldRoute route,
    String about,
    List<BreakClass> classes,
    Optional<String> source,
    Map<InvariantId, Expectation> expect,
    Optional<Case.Repair> repair,
    Optional<String> noRepair) {

  static ToldCase of(ToldRoute route, String about) {
    return new ToldCase(
        route, about, List.of(), Optional.empty(), Map.of(), Optional.empty(), Optional.empty());
  }

  /// {@return this filed under classes, the first before all}
  public ToldCase classes(BreakClass... all) {
    return new ToldCase(route, about, List.of(all), source, expect, repair, noRepair);
  }

  /// {@return this with where the real break is told of}
  public ToldCase source(String where) {
    return new ToldCase(route, about, classes, Optional.of(where), expect, repair, noRepair);
  }

  /// {@return this with promises that are broken, however badly, so that it is a break}
  public ToldCase violated(InvariantId... promises) {
    ToldCase more = this;
    for (InvariantId promise : promises) {
      more = more.expect(promise, Verdict.VIOLATED);
    }
    return more;
  }

  /// {@return this with a promise that is broken, so that it is a break}
  ///
  /// @param worst how bad the worst is
  public ToldCase violated(InvariantId promise, Severity worst) {
    return expect(promise, Expectation.violated(worst, Optional.empty()));
  }

  /// {@return this with a promise that is broken, so that it is a break}
  ///
  /// @param worst how bad the worst is
  /// @param reason the class of a reason, such as `section too new`
  public ToldCase violated(InvariantId promise, Severity worst, String reason) {
    return expect(promise, Expectation.violated(worst, Optional.of(reason)));
  }

  /// {@return this with promises that are kept}
  public ToldCase holds(InvariantId... promises) {
    ToldCase more = this;
    for (InvariantId promise : promises) {
      more = more.expect(promise, Verdict.HOLDS);
    }
    return more;
  }

  /// {@return this with a promise that comes to a verdict}
  public ToldCase expect(InvariantId promise, Verdict verdict) {
    return expect(promise, Expectation.of(verdict));
  }

  /// {@return this with what is expected of one promise}
  ///
  /// @throws IllegalArgumentException for a promise twice
  public ToldCase expect(InvariantId promise, Expectation expectation) {
    Map<InvariantId, Expectation> more = new EnumMap<>(InvariantId.class);
    more.putAll(expect);
    if (more.put(promise, expectation) != null) {
      throw new IllegalArgumentException("expected twice: " + promise.id());
    }
    return new ToldCase(route, about, classes, source, more, repair, noRepair);
  }

  /// {@return this with what keeps the promises after all}
  public ToldCase repair(RepairedRelease... releases) {
    return repair(Map.of(), releases);
  }

  /// {@return this with what keeps the promises after all}
  ///
  /// @param then verdicts that are expected of the repaired scenario
  public ToldCase repair(Map<InvariantId, Expectation> then, RepairedRelease... releases) {
    Map<String, List<Change>> changes = new LinkedHashMap<>();
    for (RepairedRelease release : releases) {
      if (changes.put(release.name(), release.changes()) != null) {
        throw new IllegalArgumentException("repaired twice: " + release.name());
      }
    }
    return new ToldCase(
        route,
        about,
        classes,
        source,
        expect,
        Optional.of(new Case.Repair(changes, then)),
        noRepair);
  }

  /// {@return this as a break that nothing mends}
  public ToldCase noRepair(String why) {
    return new ToldCase(route, about, classes, source, expect, repair, Optional.of(why));
  }

  /// {@return the case: a break where a promise is broken, else a regression}
  ///
  /// @throws IllegalArgumentException with all that does not fit together, such as a break that
  ///     says nothing of a repair
  public Case toCase() {
    requireFitting();
    return unchecked();
  }

  void requireFitting() {
    Releases.requireFitting(unchecked());
  }

  private Case unchecked() {
    boolean broken = expect.values().stream().anyMatch(one -> one.verdict() == Verdict.VIOLATED);
    return new Case(
        broken ? Case.Kind.BREAK : Case.Kind.REGRESSION,
        about,
        classes,
        source,
        route.told(),
        route.scenario(),
        expect,
        repair,
        noRepair);
  }
}
