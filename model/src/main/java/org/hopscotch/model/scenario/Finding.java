package org.hopscotch.model.scenario;

/// A broken promise, minimised.
///
/// @param invariant the promise's id, such as `decoder-total`
/// @param reasonClass of the judgement; with `invariant` the finding's signature
/// @param because what happened
/// @param origin the case it was found in: file or seed and number, and what was done to it
/// @param file where the minimised input was saved
public record Finding(
    String invariant, String reasonClass, String because, String origin, String file) {
  /// {@return what makes two findings one: they have equal signatures}
  public String signature() {
    return invariant + ": " + reasonClass;
  }
}
