package org.hopscotch.harness.explain;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.hopscotch.harness.repair.Layout;
import org.hopscotch.model.release.ResolvedDevice;
import org.hopscotch.model.schema.DeviceExpressions;
import org.hopscotch.model.schema.Existence;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.ExpressionParts;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.state.DeviceState;

/// How the layouts of a section on the two hosts of a hop differ, where that may be why it was read
/// as something else.
final class LayoutExplanation {
  private LayoutExplanation() {}

  /// Says the first difference that a predicate takes.
  static void of(Hop hop, String device, Predicate<SectionDifference> about, Text text) {
    Optional<ResolvedDevice> newer = hop.newer().device(device);
    Optional<ResolvedDevice> older = hop.older().device(device);
    Optional<Section> now = newer.flatMap(hop.newer()::section);
    Optional<Section> before = older.flatMap(hop.older()::section);
    if (now.isEmpty() || before.isEmpty() || hop.isWithinOneRelease()) {
      return;
    }
    List<SectionDifference> all =
        SectionDifference.of(
            before.get(),
            now.get(),
            one -> isAbsent(List.of(older.orElseThrow(), newer.orElseThrow()), one));
    all.stream()
        .filter(about)
        .findFirst()
        .ifPresent(difference -> {
          text.what("In %s %s.".formatted(hop.newer().release(), difference.words()));
          if (difference.tied()) {
            return;
          }
          text.repair(
              ("Send for older machine types what they expect: put %s under a condition on a"
                      + " property that %s sets.")
                  .formatted(difference.name(), hop.table()));
        });
  }

  /// One that asks properties alone says what every stream of a host is like.
  private static boolean isAbsent(List<ResolvedDevice> devices, Expression condition) {
    if (!Asked.isOfProperties(condition)) {
      return false;
    }
    List<ResolvedDevice> able =
        devices.stream()
            .filter(device ->
                ExpressionParts.properties(condition).stream()
                    .allMatch(name -> name.contains(".") || device.property(name).isPresent()))
            .toList();
    return !able.isEmpty()
        && able.stream()
            .noneMatch(
                device -> DeviceExpressions.holds(condition, DeviceState.EMPTY, device.bindings()));
  }

  /// Says which fields are there by a property that the two hosts have otherwise.
  static void conditions(Hop hop, String device, Text text) {
    Optional<ResolvedDevice> source = hop.source().device(device);
    Optional<ResolvedDevice> destination = hop.destination().device(device);
    if (source.isEmpty() || destination.isEmpty()) {
      return;
    }
    Inputs inputs = new Inputs(hop, source.get(), destination.get());
    hop.source().section(source.get()).ifPresent(section -> conditions(section, inputs, text));
    hop.destination()
        .section(destination.get())
        .ifPresent(section -> conditions(section, inputs, text));
  }

  private static void conditions(Section section, Inputs inputs, Text text) {
    for (Field field : section.fields()) {
      String subject = "The test of field %s of %s".formatted(field.name(), section.name());
      if (field.existence() instanceof Existence.Test(Expression test)) {
        text.what(inputs.differing(subject, List.of(test)));
      }
      Layout.inside(field).forEach(inside -> conditions(inside, inputs, text));
    }
  }
}
