package org.hopscotch.generators.pass;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hopscotch.model.release.Member;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.Section;

/// What the declarations of one device type, in all releases, are made of.
final class Parts {
  /// The ways to members that are declared, those around others first.
  final Set<String> declared = new LinkedHashSet<>();

  /// The ways to what fields are named after, those around others first.
  final Set<String> sent = new LinkedHashSet<>();

  /// All fields that there are at a place, by place.
  final Map<Place, List<List<Field>>> fields = new LinkedHashMap<>();

  /// All sections that there are at a place, by place.
  final Map<Place, List<Section>> sections = new LinkedHashMap<>();

  /// Each whole expression, once.
  final Set<Expression> expressions = new LinkedHashSet<>();

  private Parts() {}

  static Parts of(Scenario scenario, String type) {
    Parts parts = new Parts();
    Rewriting reading =
        new Rewriting() {
          @Override
          Expression expression(Place at, Expression expression) {
            parts.expressions.add(expression);
            return expression;
          }

          @Override
          List<Member> members(Place at, List<Member> members) {
            members.forEach(one -> parts.declared.add(at.member(one.name())));
            return members;
          }

          @Override
          List<Field> fields(Place at, List<Field> fields) {
            fields.forEach(one -> parts.sent.add(at.member(one.name())));
            parts.fields.computeIfAbsent(at, _ -> new ArrayList<>()).add(fields);
            return fields;
          }

          @Override
          Section section(Place at, Section section) {
            parts.sections.computeIfAbsent(at, _ -> new ArrayList<>()).add(section);
            return section;
          }
        };
    Everywhere.declarations(scenario, type).forEach(reading::type);
    return parts;
  }

  /// {@return ways to members, those around others first}
  static List<String> outerFirst(Set<String> members) {
    List<String> all = new ArrayList<>(members);
    all.sort((a, b) -> Long.compare(depth(a), depth(b)));
    return all;
  }

  private static long depth(String member) {
    return member.chars().filter(c -> c == '.').count();
  }
}
