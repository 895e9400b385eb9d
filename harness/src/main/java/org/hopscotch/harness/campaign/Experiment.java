package org.hopscotch.harness.campaign;

import java.util.Optional;
import java.util.function.BiConsumer;
import org.hopscotch.generators.choice.Choices;
import org.hopscotch.generators.choice.Minimized;
import org.hopscotch.generators.choice.Minimizer;
import org.hopscotch.generators.choice.Recording;
import org.hopscotch.model.scenario.Judgement;
import org.hopscotch.model.scenario.Verdict;

/// One kind of case that a campaign draws, and the promise it is judged by. All of it depends on
/// the choices alone, and is asked by several threads.
///
/// @param <T> a case
interface Experiment<T> {
  /// How often the minimiser may judge.
  int EVALUATIONS = 3000;

  /// {@return what its cases are, for the count of what was drawn}
  String name();

  /// {@return the promise's id}
  String invariant();

  /// {@return the case that the choices stand for}
  T draw(Choices choices);

  /// Tells what a case is made of: a group, and one of its kinds.
  void describe(T drawn, BiConsumer<String, String> kinds);

  /// {@return whether the promise is kept}
  ///
  /// @param became is told what became of the case, as a group and one of its kinds
  Judgement judge(T drawn, BiConsumer<String, String> became);

  /// {@return whether the promise is kept}
  default Judgement judge(T drawn) {
    return judge(drawn, (_, _) -> {});
  }

  /// {@return a violation as it is told and saved, made from its choices}
  ///
  /// @param number of the case
  /// @param small what minimising came to; its cause is the judgement's reason class
  Violation violation(long number, Minimized<T, String> small);

  /// {@return the simplest case found that breaks the promise for the same reason}
  default Minimized<T, String> minimize(Recording found) {
    return Minimizer.minimize(this::draw, drawn -> cause(judge(drawn)), found, EVALUATIONS);
  }

  /// {@return the class of what is wrong, if anything is}
  static Optional<String> cause(Judgement judgement) {
    return judgement.verdict() == Verdict.VIOLATED
        ? Optional.of(judgement.reasonClass())
        : Optional.empty();
  }
}
