package org.hopscotch.harness.rules;

import org.hopscotch.model.migration.Outcome;
import org.hopscotch.model.migration.Phase;
import org.hopscotch.model.migration.Side;
import org.hopscotch.model.wire.Refusal;

/// How a save or load ends by the rules: a {@link Outcome} as far as the rules determine it, which
/// is without offsets, paths and words.
public sealed interface RulesOutcome {

  /// The guest is saved or loaded.
  record Done() implements RulesOutcome {}

  /// One side refuses.
  record Refused(Side side, Phase phase, Refusal.Reason reason) implements RulesOutcome {}

  /// The source may not leave.
  ///
  /// @param idstr of the section that keeps it
  record Blocked(String idstr) implements RulesOutcome {}

  /// The source's process ends.
  record Died(Refusal.Reason reason) implements RulesOutcome {}

  /// {@return whether the engine came to the same end}
  ///
  /// @param engine of a save or load; an arrival stands for success
  default boolean agrees(Outcome engine) {
    return switch (this) {
      case Done _ -> engine instanceof Outcome.Arrived;
      case Refused(Side side, Phase phase, Refusal.Reason reason) ->
          engine instanceof Outcome.Refused refused
              && refused.side() == side
              && refused.phase() == phase
              && agrees(refused.refusal().reason(), reason);
      case Blocked(String idstr) ->
          engine instanceof Outcome.Blocked(String because) && because.contains(idstr);
      case Died _ -> engine instanceof Outcome.Died died && died.side() == Side.SOURCE;
    };
  }

  /// {@return whether two reasons are the same. One class are those of input that is not there:
  /// where a reader notices depends on how far it looks ahead}
  static boolean agrees(Refusal.Reason engine, Refusal.Reason rules) {
    return engine.equals(rules) || (isCut(engine) && isCut(rules));
  }

  private static boolean isCut(Refusal.Reason reason) {
    return reason instanceof Refusal.Truncated
        || reason instanceof Refusal.ImpossibleLength
        || reason instanceof Refusal.TooManySteps;
  }
}
