package org.hopscotch.model.scenario;

import java.util.Optional;

/// A broken promise, minimised.
///
/// @param invariant the promise's id, such as `decoder-total`
/// @param reasonClass of the judgement; with `invariant` the finding's signature
/// @param severity how bad it is; empty where that is not known
/// @param because what happened
/// @param origin the case it was found in: file or seed and number, and what was done to it
/// @param file where the minimised input was saved
public record Finding(
    String invariant,
    String reasonClass,
    Optional<Severity> severity,
    String because,
    String origin,
    String file) {

  /// A finding of which nobody knows how bad it is.
  public Finding(String invariant, String reasonClass, String because, String origin, String file) {
    this(invariant, reasonClass, Optional.empty(), because, origin, file);
  }

  /// {@return what makes two findings one: they have equal signatures}
  public String signature() {
    return invariant + ": " + reasonClass;
  }
}
