package org.hopscotch.model.scenario;

/// A verdict and what it rests on.
///
/// @param because in a sentence; empty where the verdict says it all
/// @param reasonClass names the cause without anything that was drawn, so that equal causes in
///     different cases are recognised; empty unless violated
public record Judgement(Verdict verdict, String because, String reasonClass) {
  private static final Judgement KEPT = new Judgement(Verdict.HOLDS, "", "");

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
}
