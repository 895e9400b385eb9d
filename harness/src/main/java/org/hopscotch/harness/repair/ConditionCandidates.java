package org.hopscotch.harness.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hopscotch.model.evolution.Change;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.ExpressionParts;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Subsection;

/// Subsections ask a property again that an older release asks.
final class ConditionCandidates implements Candidate.Source {
  @Override
  public Stream<Candidate> of(Situation situation) {
    List<Candidate> all = new ArrayList<>();
    for (Owned owned : Owned.sections(situation)) {
      owned.before().ifPresent(before -> all.addAll(of(situation, owned, before)));
    }
    return all.stream();
  }

  private static List<Candidate> of(Situation situation, Owned owned, Section before) {
    List<Candidate> all = new ArrayList<>();
    for (Subsection sub : owned.section().subsections()) {
      String name = sub.section().name();
      Layout.subsection(before, name)
          .map(Subsection::needed)
          .filter(old -> !old.equals(sub.needed()) && isKnown(old, owned))
          .map(old ->
              new Candidate(
                  RepairKind.SUBSECTION,
                  "In %s, subsection %s asks again what it asks in %s."
                      .formatted(situation.newer(), name, owned.pair().older()),
                  new Change.SetNeeded(owned.type(), name, old)))
          .ifPresent(all::add);
    }
    return all;
  }

  /// {@return whether an expression asks properties, and the newer release has them}
  private static boolean isKnown(Expression old, Owned owned) {
    var asked = ExpressionParts.properties(old);
    return !asked.isEmpty()
        && asked.stream().allMatch(name -> owned.pair().device().property(name).isPresent());
  }
}
