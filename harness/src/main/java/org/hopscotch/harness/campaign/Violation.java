package org.hopscotch.harness.campaign;

import java.util.SortedSet;
import java.util.TreeSet;

/// A broken promise, made small.
///
/// @param number of the case it was found in
/// @param invariant the promise's id
/// @param reasonClass the class of its cause, with nothing in it that was drawn by name
/// @param left the kinds of thing that the minimised case still has, where cases have such
/// @param because what happened in the minimised case
/// @param origin what the minimised case is
/// @param extension of a file that holds the case
/// @param content of that file
public record Violation(
    long number,
    String invariant,
    String reasonClass,
    SortedSet<String> left,
    String because,
    String origin,
    String extension,
    byte[] content) {
  /// The reason class of what did not show again when the same case was judged again.
  static final String FLAKY = "does not repeat";

  public Violation {
    left = new TreeSet<>(left);
  }

  /// {@return class of cause and what is left, which make two violations one finding}
  public String reason() {
    return left.isEmpty() ? reasonClass : "%s (%s)".formatted(reasonClass, String.join(", ", left));
  }

  /// {@return whether this one is explained by another: the same happens there with less}
  boolean isExplainedBy(Violation other) {
    return invariant.equals(other.invariant)
        && reasonClass.equals(other.reasonClass)
        && left.containsAll(other.left);
  }
}
