package org.hopscotch.corpus.yaml;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.Property;
import org.hopscotch.model.release.PropertyKind;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.ExpressionParts;
import org.hopscotch.model.schema.ExpressionText;

/// Whether there is what an expression of one device type names; if not, what was meant.
final class NameChecks {
  private final Reading reading;
  private final Release release;
  private final DeviceType type;
  private final Optional<Set<String>> around;
  private final Set<String> properties = new TreeSet<>();

  /// The words of enumerations, which are numbers to expressions.
  private final Map<String, Integer> words = new TreeMap<>();

  /// @param around the names with `machine.` and `host.` that have values somewhere; empty where
  ///     others may get some
  NameChecks(Reading reading, Release release, DeviceType type, Optional<Set<String>> around) {
    this.reading = reading;
    this.release = release;
    this.type = type;
    this.around = around;
    for (Property property : release.properties(type)) {
      properties.add(property.name());
      if (property.kind() instanceof PropertyKind.Enumeration(List<String> members)) {
        members.forEach(word -> words.put(word, members.indexOf(word)));
      }
    }
  }

  /// @param whole what has a place, with the expression inside
  void check(Object whole, Expression expression, MemberScope scope) {
    ExpressionParts.visit(expression, part -> checkOne(whole, part, scope));
  }

  private void checkOne(Object whole, Expression expression, MemberScope scope) {
    switch (expression) {
      case Expression.Constant _, Expression.Version _ -> {}
      case Expression.Unknown(String name) ->
          note(whole, "unknown condition", name, "only imported schemas have such");
      case Expression.Member(String path) -> {
        if (!scope.has(path)) {
          missing(whole, path, scope);
        }
      }
      case Expression.Property(String name) -> {
        boolean outside = name.startsWith("machine.") || name.startsWith("host.");
        if (outside && around.isPresent() && !around.get().contains(name)) {
          note(whole, "value", name, "any stop or machine type", around.get());
        } else if (!outside && !properties.contains(name)) {
          note(whole, "property", name, type.name(), properties);
        }
      }
      case Expression.Unary _, Expression.Binary _, Expression.Conditional _ -> {}
    }
  }

  /// Notes a member that is not there.
  void missing(Object whole, String member, MemberScope scope) {
    String written = whole instanceof Expression all ? ExpressionText.print(all) : member;
    Optional<String> property =
        Stream.of(member, written.replace(" ", ""))
            .filter(name -> properties.contains(name) || name.startsWith("machine."))
            .findFirst();
    if (property.isPresent()) {
      note(whole, "member", member, "a property is written property(%s)".formatted(property.get()));
    } else if (words.containsKey(member)) {
      note(whole, "member", member, "as a number %s is %d".formatted(member, words.get(member)));
    } else {
      note(whole, "member", member, scope.owner(), scope.names());
    }
  }

  private void note(Object whole, String what, String name, String advice) {
    say(whole, "no %s '%s'; %s".formatted(what, name, advice));
  }

  /// Notes something at its place. What a release has from an earlier one was told there.
  void say(Object whole, String words) {
    boolean told = reading.problems().stream().anyMatch(one -> one.message().equals(words));
    reading
        .place(whole)
        .or(() -> reading.place(release.name()).filter(_ -> !told))
        .ifPresent(place -> place.noteOnce(words, words));
  }

  private void note(Object whole, String what, String name, String owner, Set<String> names) {
    String hint = Spelling.hint(name, names);
    String text = "no %s '%s' of %s in %s%s".formatted(what, name, owner, release, hint);
    reading
        .place(whole)
        .or(() -> reading.place(release.name()))
        .ifPresent(place -> place.noteOnce(what + name, text));
  }
}
