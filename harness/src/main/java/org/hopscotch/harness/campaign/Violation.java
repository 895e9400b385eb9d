package org.hopscotch.harness.campaign;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hopscotch.model.scenario.Severity;

/// A broken promise, made small.
///
/// @param number of the case it was found in
/// @param invariant the promise's id
/// @param reasonClass the class of its cause, with nothing in it that was drawn by name
/// @param severity how bad it is, where that is known
/// @param signature what makes this and another one finding
/// @param symptoms everything that shows in the minimised case, each by its signature; empty
///     where the case shows one thing only
/// @param left the kinds of thing that the minimised case still has, where cases have such
/// @param because what happened in the minimised case
/// @param origin what the minimised case is
public record Violation(
    long number,
    String invariant,
    String reasonClass,
    Optional<Severity> severity,
    String signature,
    SortedSet<String> symptoms,
    SortedSet<String> left,
    String because,
    String origin) {
  /// The reason class of what did not show again when the same case was judged again.
  static final String FLAKY = "does not repeat";

  public Violation {
    symptoms = new TreeSet<>(symptoms);
    left = new TreeSet<>(left);
  }

  /// {@return a violation of which no more is known; its signature is promise, class of cause and
  /// what is left}
  static Violation of(
      long number,
      String invariant,
      String reasonClass,
      SortedSet<String> left,
      String because,
      String origin) {
    return new Violation(
        number,
        invariant,
        reasonClass,
        Optional.empty(),
        invariant + ": " + reason(reasonClass, left),
        new TreeSet<>(),
        left,
        because,
        origin);
  }

  /// {@return class of cause and what is left}
  public String reason() {
    return reason(reasonClass, left);
  }

  private static String reason(String reasonClass, SortedSet<String> left) {
    return left.isEmpty() ? reasonClass : "%s (%s)".formatted(reasonClass, String.join(", ", left));
  }

  /// {@return whether this one is explained by another: the same happens there with less, or beside
  /// something worse}
  boolean isExplainedBy(Violation other) {
    if (other.symptoms.contains(signature)) {
      return true;
    }
    return invariant.equals(other.invariant)
        && reasonClass.equals(other.reasonClass)
        && left.containsAll(other.left);
  }
}
