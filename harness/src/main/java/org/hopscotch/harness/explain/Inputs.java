package org.hopscotch.harness.explain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hopscotch.model.release.Origin;
import org.hopscotch.model.release.ResolvedDevice;
import org.hopscotch.model.release.ResolvedProperty;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.ExpressionParts;
import org.hopscotch.reports.OutcomeText;
import org.hopscotch.reports.PropertyText;

/// What expressions of one device ask for, and have from the two hosts of a hop otherwise:
/// properties, and numbers of the machine and of the host.
final class Inputs {
  private final Hop hop;
  private final ResolvedDevice source;
  private final ResolvedDevice destination;
  private final Set<String> told = new LinkedHashSet<>();

  Inputs(Hop hop, ResolvedDevice source, ResolvedDevice destination) {
    this.hop = hop;
    this.source = source;
    this.destination = destination;
  }

  /// {@return sentences about what differs of what some expressions ask for}
  ///
  /// @param subject what asks, such as `The reset of x`
  List<String> differing(String subject, List<Expression> expressions) {
    List<String> sentences = new ArrayList<>();
    for (String name : Asked.properties(expressions)) {
      if (told.add(name)) {
        differing(subject, name, sentences);
      }
    }
    return sentences;
  }

  private void differing(String subject, String name, List<String> sentences) {
    Optional<ResolvedProperty> before = source.property(name);
    Optional<ResolvedProperty> after = destination.property(name);
    if (name.startsWith("host.") || name.startsWith("machine.")) {
      long one = source.bindings().property(name);
      long other = destination.bindings().property(name);
      if (one != other) {
        sentences.add(
            "%s asks %s, which is %d on %s and %d on %s."
                .formatted(subject, name, one, hop.sourceName(), other, hop.destinationName()));
      }
    } else if (before.isPresent() && after.isPresent()) {
      if (!isSame(before.get(), after.get())) {
        sentences.add(
            "%s asks property %s, which is %s on %s (%s) and %s on %s (%s)."
                .formatted(
                    subject,
                    name,
                    value(before.get()),
                    hop.sourceName(),
                    OutcomeText.words(before.get().origin()),
                    value(after.get()),
                    hop.destinationName(),
                    OutcomeText.words(after.get().origin())));
        sentences.addAll(choices(name, before.get(), after.get()));
      }
    } else if (before.isPresent() != after.isPresent()) {
      ResolvedProperty there = before.or(() -> after).orElseThrow();
      sentences.add(
          "%s asks property %s, which only %s has: %s there (%s)."
              .formatted(
                  subject,
                  name,
                  before.isPresent() ? hop.sourceName() : hop.destinationName(),
                  value(there),
                  OutcomeText.words(there.origin())));
      sentences.addAll(choices(name, there, there));
    }
  }

  /// What the automatic choices of a property that differs ask for in turn.
  List<String> choices(String name, ResolvedProperty one, ResolvedProperty other) {
    List<Expression> choices = new ArrayList<>();
    for (ResolvedProperty property : List.of(one, other)) {
      if (property.origin() instanceof Origin.Automatic(Expression choice, _)) {
        choices.add(choice);
      }
    }
    return differing("The choice of " + name, choices);
  }

  /// {@return what properties are on one host that a condition asks for, such as `x is off`}
  static String here(ResolvedDevice device, Expression condition) {
    List<String> words = new ArrayList<>();
    for (String name : ExpressionParts.properties(condition)) {
      words.add(
          name
              + " is "
              + device
                  .property(name)
                  .map(Inputs::value)
                  .orElseGet(() -> Long.toString(device.bindings().property(name))));
    }
    return String.join(", ", words);
  }

  /// {@return whether two properties have one value, though their kinds may count otherwise}
  static boolean isSame(ResolvedProperty one, ResolvedProperty other) {
    return one.property().kind().isSame(one.value(), other.property().kind(), other.value());
  }

  static String value(ResolvedProperty property) {
    return PropertyText.value(property.property().kind(), property.value());
  }
}
