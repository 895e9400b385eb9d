package org.hopscotch.corpus.dsl;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.hopscotch.corpus.yaml.Spelling;
import org.hopscotch.model.schema.Count;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.ExpressionText;
import org.hopscotch.model.schema.Hook;
import org.hopscotch.model.schema.Statement;

/// Parses texts and, where it cannot, says of what they are.
final class Words {
  private Words() {}

  /// What makes a thing of a text.
  @FunctionalInterface
  interface Parser<T> {
    /// {@return the thing}
    ///
    /// @throws IllegalArgumentException when the text stands for none
    T parse();
  }

  /// {@return what a parser makes}
  ///
  /// @param what is parsed, for the message
  static <T> T parsed(String what, Parser<T> parser) {
    try {
      return parser.parse();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("%s: %s".formatted(what, e.getMessage()), e);
    }
  }

  static Expression expression(String what, String text) {
    return parsed(what, () -> Expression.of(text));
  }

  static Hook hook(String what, String text) {
    return parsed(what, () -> ExpressionText.parseHook(text));
  }

  /// {@return the refusals that a text stands for}
  static List<Statement.Refuse> refusals(String what, String text) {
    List<Statement.Refuse> all = new ArrayList<>();
    for (Statement statement : hook(what, text).statements()) {
      switch (statement) {
        case Statement.Refuse refuse -> all.add(refuse);
        case Statement.Assignment _, Statement.Return _ ->
            throw new IllegalArgumentException(
                "%s: expected only refusals, refuse \"words\" when condition".formatted(what));
      }
    }
    return all;
  }

  static Count count(String what, String text) {
    return parsed("count of " + what, () -> Count.parse(text));
  }

  /// {@return what to throw for a name that nothing has}
  ///
  /// @param what such as `device type`
  /// @param owner where there is none, such as `5.2`
  static IllegalArgumentException none(
      String what, String name, String owner, Collection<String> known) {
    return new IllegalArgumentException(
        "no %s '%s' in %s%s".formatted(what, name, owner, Spelling.hint(name, known)));
  }
}
