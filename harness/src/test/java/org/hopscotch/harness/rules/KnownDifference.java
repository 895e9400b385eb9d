package org.hopscotch.harness.rules;

import java.util.Arrays;
import java.util.Optional;
import org.hopscotch.model.migration.Outcome;
import org.hopscotch.model.migration.Phase;
import org.hopscotch.model.wire.Refusal;

/// Where the engine is known not to do what wire-format says; {@link KnownDifferenceTest} has the
/// smallest example of each. What is repaired in the engine is taken out here.
enum KnownDifference {
  /// Section 9, row 21: a stream that ends where a footer is due has no missing footer.
  CUT_BEFORE_FOOTER,
  /// Rows 12 and 13: what is cut before the name has no name.
  CUT_BEFORE_IDSTR,
  /// Row 3: of a number that is cut the bytes which are there count, and the others are 0.
  CUT_VERSION,
  /// Row 20, as above. The engine takes a cut id for 0 and its bytes for what follows, so that a
  /// stream which is cut in the footer of the section 0 arrives.
  CUT_FOOTER,
  /// Rows 22 and 25: elements are read one by one, and a wrong one is met before a missing one.
  CUT_ARRAY,
  /// Row 34: that a page is compressed is seen before its block is looked for.
  COMPRESSED_PAGE,
  /// Section 4.6: a count is C's `int`, and bytes of a negative number are more than there can be;
  /// the engine takes a bitmap of -63 to -1 bits for an empty one.
  NEGATIVE_BITMAP,
  /// Section 3.1: an alias id that nobody set is -1, and the instance 0xffffffff is too.
  ALIAS_OF_MINUS_ONE;

  /// {@return which of these explains that two outcomes differ}
  static Optional<KnownDifference> between(Outcome engine, RulesOutcome rules) {
    if (!(rules instanceof RulesOutcome.Refused ours)) {
      return Optional.of(ALIAS_OF_MINUS_ONE).filter(_ -> isInstanceMinusOne(engine));
    }
    if (ours.reason() instanceof Refusal.Truncated cut && cut.needed() < 0) {
      return Optional.of(NEGATIVE_BITMAP);
    }
    return switch (engine) {
      case Outcome.Arrived _ -> Optional.of(CUT_FOOTER).filter(_ -> isCutFooter(ours));
      case Outcome.Refused _ when isInstanceMinusOne(engine) -> Optional.of(ALIAS_OF_MINUS_ONE);
      case Outcome.Refused _ when isCutFooter(ours) -> Optional.of(CUT_FOOTER);
      case Outcome.Refused theirs when theirs.phase() == ours.phase() ->
          Arrays.stream(values())
              .filter(one -> one.explains(theirs.refusal().reason(), ours.reason()))
              .findFirst();
      case Outcome.Refused _, Outcome.DidNotStart _, Outcome.Blocked _ -> Optional.empty();
      case Outcome.Died _, Outcome.Stalled _ -> Optional.empty();
    };
  }

  private static boolean isCutFooter(RulesOutcome.Refused ours) {
    return ours.reason() instanceof Refusal.MismatchedFooter
        || (ours.phase() == Phase.FRAMING && ours.reason() instanceof Refusal.Truncated);
  }

  private static boolean isInstanceMinusOne(Outcome engine) {
    return engine instanceof Outcome.Refused refused
        && refused.refusal().reason() instanceof Refusal.UnknownSection unknown
        && unknown.instanceId() == 0xffffffffL;
  }

  private boolean explains(Refusal.Reason engine, Refusal.Reason rules) {
    return switch (this) {
      case CUT_BEFORE_FOOTER ->
          engine.equals(new Refusal.MissingFooter(-1)) && rules instanceof Refusal.Truncated;
      case CUT_BEFORE_IDSTR ->
          engine instanceof Refusal.Truncated && rules instanceof Refusal.EmptyIdstr;
      case CUT_VERSION ->
          engine.equals(new Refusal.UnsupportedStreamVersion(0))
              && rules instanceof Refusal.UnsupportedStreamVersion;
      case CUT_ARRAY ->
          engine instanceof Refusal.ImpossibleLength
              && (rules instanceof Refusal.NotEqual
                  || rules instanceof Refusal.NotPositiveLessOrEqual);
      case COMPRESSED_PAGE -> rules instanceof Refusal.CompressedPage;
      case CUT_FOOTER, NEGATIVE_BITMAP, ALIAS_OF_MINUS_ONE -> false;
    };
  }
}
