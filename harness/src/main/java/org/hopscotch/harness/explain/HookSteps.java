package org.hopscotch.harness.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.hopscotch.harness.repair.Layout;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.ExpressionText;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.Hook;
import org.hopscotch.model.schema.Hooks;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Statement;
import org.hopscotch.model.schema.Subsection;

/// The steps of a section's hooks that give a member a value, or use it for another.
final class HookSteps {
  private static final String PARENT = "parent.";

  private final List<Step> steps = new ArrayList<>();
  private final Function<Hooks, Hook> which;

  private HookSteps(Function<Hooks, Hook> which) {
    this.which = which;
  }

  /// One assignment.
  ///
  /// @param section whose hook it is
  /// @param member that gets the value: its path in the device, without indices
  /// @param prefix of the paths in the value, empty for members of the device itself
  record Step(String section, String member, String prefix, Statement.Assignment statement) {
    String words() {
      return ExpressionText.print(new Hook(statement));
    }

    boolean uses(String path) {
      return path.startsWith(prefix)
          && Asked.asks(statement.value(), path.substring(prefix.length()));
    }

    Expression value() {
      return statement.value();
    }
  }

  /// {@return all assignments in one of the hooks of a section and of all inside it}
  static List<Step> of(Section section, Function<Hooks, Hook> which) {
    HookSteps all = new HookSteps(which);
    all.collect(section, "");
    return all.steps;
  }

  private void collect(Section section, String prefix) {
    for (Statement statement : which.apply(section.hooks()).statements()) {
      if (statement instanceof Statement.Assignment assignment) {
        String member = path(prefix, End.plain(assignment.member()));
        steps.add(new Step(section.name(), member, prefix, assignment));
      }
    }
    for (Field field : section.fields()) {
      boolean scratch =
          field.type().elementType().filter(FieldType.WithTmp.class::isInstance).isPresent();
      for (Section inside : Layout.inside(field)) {
        collect(inside, scratch ? prefix : prefix + field.name() + ".");
      }
    }
    for (Subsection subsection : section.subsections()) {
      collect(subsection.section(), prefix);
    }
  }

  private static String path(String prefix, String member) {
    String around = prefix;
    String rest = member;
    while (rest.startsWith(PARENT) && !around.isEmpty()) {
      rest = rest.substring(PARENT.length());
      around = around.substring(0, around.lastIndexOf('.', around.length() - 2) + 1);
    }
    return around + rest;
  }
}
