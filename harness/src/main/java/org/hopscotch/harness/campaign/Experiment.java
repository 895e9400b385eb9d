package org.hopscotch.harness.campaign;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.hopscotch.generators.choice.Choices;
import org.hopscotch.generators.choice.Minimized;
import org.hopscotch.generators.choice.Minimizer;
import org.hopscotch.generators.choice.Recording;
import org.hopscotch.model.scenario.InvariantId;
import org.hopscotch.model.scenario.Judgement;
import org.hopscotch.model.scenario.Verdict;

/// One kind of case that a campaign draws, and the promises it is judged by. All of it depends on
/// the choices alone, and is asked by several threads.
///
/// @param <T> a case
interface Experiment<T> {
  /// How often the minimiser may judge.
  int EVALUATIONS = 3000;

  /// Why a case as drawn has no repair.
  String NOT_LOOKED_FOR = "None was looked for: this is the case as drawn.";

  /// {@return what its cases are, for the count of what was drawn}
  String name();

  /// {@return the promises that it can judge}
  Set<InvariantId> promises();

  /// {@return the kinds of thing that a case can be made to have: of those that {@link #describe}
  /// tells}
  default Set<String> features() {
    return Set.of();
  }

  /// {@return what has to come up in a full run: of groups that {@link #describe} tells, kinds}
  default Map<String, Set<String>> floors() {
    return Map.of();
  }

  /// {@return whether its cases break promises by design, so that a run has to ask for them}
  default boolean isUnsound() {
    return false;
  }

  /// {@return the case that the choices stand for}
  T draw(Choices choices);

  /// Tells what a case is made of: a group, and one of its kinds.
  void describe(T drawn, BiConsumer<String, String> kinds);

  /// {@return what each promise comes to, by its place in {@link InvariantId}}
  ///
  /// @param became is told what became of the case, as a group and one of its kinds
  SortedMap<InvariantId, Judgement> judge(T drawn, BiConsumer<String, String> became);

  /// {@return what each promise comes to}
  default SortedMap<InvariantId, Judgement> judge(T drawn) {
    return judge(drawn, (_, _) -> {});
  }

  /// {@return the class of what is wrong with a case: of the first promise that it breaks}
  default Optional<String> cause(T drawn, SortedMap<InvariantId, Judgement> judged) {
    return judged.values().stream().flatMap(one -> cause(one).stream()).findFirst();
  }

  /// {@return what the names of its saved cases end in}
  String extension();

  /// {@return a case as it is saved, not made small}
  byte[] print(T drawn);

  /// {@return a violation as it is told and saved, made from its choices}
  ///
  /// @param number of the case
  /// @param small what minimising came to; its cause is the judgement's reason class
  Caught violation(long number, Minimized<T, String> small);

  /// {@return what somebody should know of a whole run, each in a sentence}
  ///
  /// @param drawn what was drawn: group to kind to number
  /// @param verdicts how often each invariant said what
  default List<String> remarks(
      SortedMap<String, SortedMap<String, Long>> drawn,
      SortedMap<String, Map<Verdict, Long>> verdicts) {
    return List.of();
  }

  /// {@return the class of what is wrong with a case; nothing for one that cannot be played, which
  /// is no simpler form of another}
  default Optional<String> played(T drawn) {
    try {
      return cause(drawn, judge(drawn));
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  /// {@return the simplest case found that breaks a promise for the same reason}
  default Minimized<T, String> minimize(Recording found) {
    return Minimizer.minimize(this::draw, this::played, found, EVALUATIONS);
  }

  /// {@return what one promise comes to}
  static SortedMap<InvariantId, Judgement> only(InvariantId id, Judgement judgement) {
    return new TreeMap<>(Map.of(id, judgement));
  }

  /// {@return the class of what is wrong, if anything is}
  static Optional<String> cause(Judgement judgement) {
    return judgement.verdict() == Verdict.VIOLATED
        ? Optional.of(judgement.reasonClass())
        : Optional.empty();
  }
}
