package org.hopscotch.harness.minimise;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.hopscotch.model.scenario.InvariantId;
import org.hopscotch.model.scenario.Judgement;
import org.hopscotch.model.scenario.Verdict;

/// All that shows in one scenario.
///
/// @param all in the order of {@link InvariantId}, for each promise in the order of its judgements
public record Breaches(Set<Breach> all) {

  /// A scenario that keeps its promises, or cannot be played.
  public static final Breaches NONE = new Breaches(Set.of());

  public Breaches {
    all = Collections.unmodifiableSet(new LinkedHashSet<>(all));
  }

  /// {@return what is violated of all that was judged}
  public static Breaches of(Map<InvariantId, List<Judgement>> judgements) {
    Set<Breach> all = new LinkedHashSet<>();
    new TreeMap<>(judgements)
        .forEach((id, several) ->
            several.stream()
                .filter(one -> one.verdict() == Verdict.VIOLATED)
                .forEach(one -> all.add(new Breach(id, one.reasonClass(), one.severity()))));
    return new Breaches(all);
  }

  /// {@return the one that a finding goes by: the first}
  public Optional<Breach> primary() {
    return all.stream().findFirst();
  }

  /// {@return whether a promise is broken}
  public boolean has(InvariantId id) {
    return all.stream().anyMatch(one -> one.invariant() == id);
  }

  /// {@return whether a simpler scenario that shows these still shows what another one did: the
  /// same primary breach, nothing that did not show before, and a defect of the engine only if it
  /// was one}
  public boolean isSameFinding(Breaches before) {
    return primary().isPresent()
        && primary().equals(before.primary())
        && before.all.containsAll(all)
        && has(InvariantId.AS_THE_RULES_SAY) == before.has(InvariantId.AS_THE_RULES_SAY);
  }

  /// {@return whether a simpler scenario that shows these still shows what another one did, though
  /// perhaps for another reason: the first promise is broken in the same way, and none is that was
  /// not before}
  boolean isLike(Breaches before) {
    return primary().isPresent()
        && before.primary().filter(primary().get()::isLike).isPresent()
        && all.stream().allMatch(one -> before.has(one.invariant()))
        && has(InvariantId.AS_THE_RULES_SAY) == before.has(InvariantId.AS_THE_RULES_SAY);
  }

  /// {@return whether these show an earlier promise broken in the way in which others show theirs}
  boolean isEarlierThan(Breaches others) {
    return primary().isPresent()
        && others.primary().filter(primary().get()::isEarlierThan).isPresent()
        && has(InvariantId.AS_THE_RULES_SAY) == others.has(InvariantId.AS_THE_RULES_SAY);
  }
}
