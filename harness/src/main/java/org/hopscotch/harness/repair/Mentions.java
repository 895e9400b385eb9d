package org.hopscotch.harness.repair;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hopscotch.model.schema.Bindings;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.ExpressionParts;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Subsection;

/// Which properties conditions ask.
final class Mentions {
  private Mentions() {}

  /// {@return whether properties keep a condition from holding, whatever the guest did}
  static boolean areOff(Expression condition, int version, Bindings bindings) {
    return !ExpressionParts.properties(condition).isEmpty()
        && !new Constants(bindings, version).mayHold(condition);
  }

  /// {@return whether a field asks properties that keep it from travelling}
  static boolean isOff(Field field, Section section, Bindings bindings) {
    return areOff(Layout.condition(field, section.versionId()), section.versionId(), bindings);
  }

  /// {@return whether a subsection asks properties that keep it from travelling}
  static boolean isOff(Subsection sub, Section section, Bindings bindings) {
    return areOff(sub.needed(), section.versionId(), bindings);
  }

  /// {@return the fields, also of subsections, that travel nowhere because of properties}
  static Set<String> off(Section section, Bindings bindings) {
    Set<String> off = names(section, bindings, true);
    off.removeAll(names(section, bindings, false));
    return off;
  }

  private static Set<String> names(Section section, Bindings bindings, boolean off) {
    Set<String> all =
        section.fields().stream()
            .filter(field -> isOff(field, section, bindings) == off)
            .map(Field::name)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    for (Subsection sub : section.subsections()) {
      if (isOff(sub, section, bindings)) {
        List<String> inside = sub.section().fields().stream().map(Field::name).toList();
        all.addAll(off ? inside : List.of());
      } else {
        all.addAll(names(sub.section(), bindings, off));
      }
    }
    return all;
  }
}
