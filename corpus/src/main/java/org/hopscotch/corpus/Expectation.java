package org.hopscotch.corpus;

import java.util.List;
import java.util.Optional;
import org.hopscotch.model.scenario.Judgement;
import org.hopscotch.model.scenario.Severity;
import org.hopscotch.model.scenario.Verdict;

/// What one invariant is expected to say of a case.
///
/// @param severity how bad the worst is that was violated; empty for any
/// @param reason the reason class of something that was violated; empty for any
public record Expectation(Verdict verdict, Optional<Severity> severity, Optional<String> reason) {

  /// @throws IllegalArgumentException for a severity of what is not violated, or a reason without
  ///     severity
  public Expectation {
    if (severity.isPresent() ? verdict != Verdict.VIOLATED : reason.isPresent()) {
      throw new IllegalArgumentException("only what is violated has a severity, then a reason");
    }
  }

  /// {@return any way to come to a verdict}
  public static Expectation of(Verdict verdict) {
    return new Expectation(verdict, Optional.empty(), Optional.empty());
  }

  /// {@return that the worst of what is violated is as bad as this}
  public static Expectation violated(Severity severity, Optional<String> reason) {
    return new Expectation(Verdict.VIOLATED, Optional.of(severity), reason);
  }

  /// {@return exactly what the worst of an invariant's violated judgements says}
  ///
  /// @param judgements of which one is violated
  public static Expectation ofWorst(List<Judgement> judgements) {
    Judgement worst = worst(judgements).orElseThrow();
    return worst
        .severity()
        .map(severity -> violated(severity, Optional.of(worst.reasonClass())))
        .orElseGet(() -> of(Verdict.VIOLATED));
  }

  /// {@return the worst of the violated judgements, of equal ones the first}
  public static Optional<Judgement> worst(List<Judgement> judgements) {
    Judgement worst = null;
    for (Judgement one : judgements) {
      if (one.verdict() == Verdict.VIOLATED && (worst == null || rank(one) > rank(worst))) {
        worst = one;
      }
    }
    return Optional.ofNullable(worst);
  }

  private static int rank(Judgement judgement) {
    return judgement.severity().map(Severity::ordinal).orElse(-1);
  }
}
