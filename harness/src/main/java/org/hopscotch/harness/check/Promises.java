package org.hopscotch.harness.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hopscotch.corpus.Case;
import org.hopscotch.corpus.Told;
import org.hopscotch.corpus.dsl.ToldCase;
import org.hopscotch.corpus.dsl.ToldRoute;
import org.hopscotch.harness.invariant.Invariant;
import org.hopscotch.harness.invariant.Invariants;
import org.hopscotch.harness.invariant.Journey;
import org.hopscotch.harness.replay.CaseReplay;
import org.hopscotch.harness.subject.EngineSubject;
import org.hopscotch.model.scenario.InvariantId;
import org.hopscotch.model.scenario.Judgement;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.scenario.Verdict;

/// What every promise says of one scenario, for assertions.
///
/// ```java
/// Promises.check(
///     scenario(old, young).device("dev0", "timer-x").from("5.2", "pc-5.1").to("5.1", "pc-5.1"));
/// ```
public final class Promises {
  private static final Journey.Subjects ENGINE = _ -> new EngineSubject();

  private static final String ABOUT = "A scenario of a test.";

  private final CaseReplay replay;

  private Promises(CaseReplay replay) {
    this.replay = replay;
  }

  // ---- checking

  /// Judges a scenario by all promises.
  ///
  /// @throws BrokenPromises when one is broken
  public static void check(Scenario scenario) {
    of(scenario).requireKept();
  }

  /// Judges a scenario by one promise alone.
  ///
  /// @return the verdict: that it holds, or is about something else
  /// @throws BrokenPromises when it is broken
  public static Verdict check(Scenario scenario, InvariantId promise) {
    return check(scenario, promise, ENGINE);
  }

  /// Judges a scenario by one promise alone.
  ///
  /// @param subjects what stands for its releases; needed until somebody has asked for the message
  /// @return the verdict: that it holds, or is about something else
  /// @throws BrokenPromises when it is broken
  public static Verdict check(Scenario scenario, InvariantId promise, Journey.Subjects subjects) {
    Verdict verdict =
        Invariant.verdict(Invariants.of(promise).judge(new Journey(scenario, subjects)));
    if (verdict == Verdict.VIOLATED) {
      throw new BrokenPromises(
          CaseReplay.of(told(scenario), subjects), List.of(promise), List.of());
    }
    return verdict;
  }

  /// Judges a route by all promises.
  ///
  /// @throws BrokenPromises when one is broken
  /// @throws IllegalArgumentException when the route does not fit its releases
  public static void check(ToldRoute route) {
    of(route).requireKept();
  }

  /// Judges a case, and its repair, by all promises.
  ///
  /// @throws BrokenPromises when a verdict is not the expected one
  public static void check(Case one) {
    of(one).requireExpected();
  }

  /// Judges a case, and its repair, by all promises.
  ///
  /// @throws BrokenPromises when a verdict is not the expected one
  /// @throws IllegalArgumentException when its parts do not fit together
  public static void check(ToldCase told) {
    check(told.toCase());
  }

  // ---- judging only

  /// {@return what all promises say of a scenario}
  public static Promises of(Scenario scenario) {
    return of(told(scenario));
  }

  /// {@return what all promises say of a route}
  public static Promises of(ToldRoute route) {
    return of(route.about(ABOUT).toCase());
  }

  /// {@return what all promises say of a case}
  public static Promises of(Case one) {
    return of(one, ENGINE);
  }

  /// {@return what all promises say of a case}
  ///
  /// @param subjects what stands for its releases: the engine, a real QEMU, somebody's own
  public static Promises of(Case one, Journey.Subjects subjects) {
    return new Promises(CaseReplay.of(one, subjects));
  }

  private static Case told(Scenario scenario) {
    return new Case(
        Case.Kind.REGRESSION,
        ABOUT,
        List.of(),
        Optional.empty(),
        Told.likeParents(scenario.history()),
        scenario,
        Map.of(),
        Optional.empty(),
        Optional.empty());
  }

  // ---- what was judged

  /// {@return the verdict of a promise}
  public Verdict verdict(InvariantId promise) {
    return replay.asTold().verdict(promise);
  }

  /// {@return all that a promise came to: one judgement for each hop, stop or member}
  public List<Judgement> judgements(InvariantId promise) {
    return replay.asTold().judgements().getOrDefault(promise, List.of());
  }

  /// {@return the promises that are broken, in the order of {@link InvariantId}}
  public List<InvariantId> violated() {
    return Arrays.stream(InvariantId.values())
        .filter(promise -> verdict(promise) == Verdict.VIOLATED)
        .toList();
  }

  /// {@return the case with all of its verdicts, for its whole story}
  public CaseReplay replay() {
    return replay;
  }

  // ---- asserting

  /// Returns unless a promise is broken.
  ///
  /// @throws BrokenPromises when one is
  public void requireKept() {
    List<InvariantId> broken = violated();
    if (!broken.isEmpty()) {
      throw broken(broken, List.of());
    }
  }

  /// Returns unless a verdict is not the expected one.
  ///
  /// @throws BrokenPromises when one is not
  public void requireExpected() {
    List<CaseReplay.Surprise> surprises = new ArrayList<>(replay.surprises());
    if (!surprises.isEmpty()) {
      List<InvariantId> broken = new ArrayList<>(violated());
      broken.removeIf(promise ->
          surprises.stream().noneMatch(one -> !one.repaired() && one.invariant() == promise));
      throw broken(broken, surprises);
    }
  }

  private BrokenPromises broken(List<InvariantId> broken, List<CaseReplay.Surprise> surprises) {
    BrokenPromises thrown = new BrokenPromises(replay, broken, surprises);
    if (!replay.asTold().journey().subjects().equals(ENGINE)) {
      // Whoever asks for the message after the test may find these gone.
      thrown.tell();
    }
    return thrown;
  }
}
