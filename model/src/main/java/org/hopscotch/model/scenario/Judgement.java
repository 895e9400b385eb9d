package org.hopscotch.model.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A verdict and what it rests on.
///
/// @param because in a sentence; empty where the verdict says it all
/// @param reasonClass names the cause without anything that was drawn, so that equal causes in
///     different cases are recognised; empty unless violated
/// @param severity of what was broken; empty unless violated
/// @param address what it is about
/// @param stops the hosts it is about, in the order of the guest's way; empty where about none
public record Judgement(
    Verdict verdict,
    String because,
    String reasonClass,
    Optional<Severity> severity,
    Address address,
    List<Stop> stops) {
  private static final Judgement KEPT = new Judgement(Verdict.HOLDS, "", "");

  public Judgement {
    stops = List.copyOf(stops);
  }

  /// A judgement about nothing in particular.
  public Judgement(Verdict verdict, String because, String reasonClass) {
    this(verdict, because, reasonClass, Optional.empty(), Address.NONE, List.of());
  }

  /// {@return that the promise was kept}
  public static Judgement holds() {
    return KEPT;
  }

  /// {@return that the promise is not about this case}
  public static Judgement doesNotApply(String because) {
    return new Judgement(Verdict.DOES_NOT_APPLY, because, "");
  }

  /// {@return that the promise was broken}
  public static Judgement violated(String reasonClass, String because) {
    return new Judgement(Verdict.VIOLATED, because, reasonClass);
  }

  /// {@return that what is known does not decide it}
  public static Judgement cannotTell(String because) {
    return new Judgement(Verdict.CANNOT_TELL, because, "");
  }

  /// {@return that no promise was broken, but somebody should look}
  public static Judgement interesting(String because) {
    return new Judgement(Verdict.INTERESTING, because, "");
  }

  /// {@return this judgement with a severity}
  public Judgement as(Severity worst) {
    return new Judgement(verdict, because, reasonClass, Optional.of(worst), address, stops);
  }

  /// {@return this judgement with an address}
  public Judgement at(Address place) {
    return new Judgement(verdict, because, reasonClass, severity, place, stops);
  }

  /// {@return this judgement about hosts of a guest's way; that a promise holds is about none}
  public Judgement between(Stop... hosts) {
    return verdict == Verdict.HOLDS
        ? this
        : new Judgement(verdict, because, reasonClass, severity, address, Arrays.asList(hosts));
  }

  /// {@return judgements, or one that says why there are none}
  ///
  /// @param because what there would have to be for the promise to be about this case
  public static List<Judgement> orDoesNotApply(List<Judgement> judgements, String because) {
    return judgements.isEmpty() ? List.of(doesNotApply(because)) : judgements;
  }
}
