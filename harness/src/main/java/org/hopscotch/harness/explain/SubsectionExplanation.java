package org.hopscotch.harness.explain;

import java.util.List;
import java.util.Optional;
import org.hopscotch.harness.repair.Layout;
import org.hopscotch.model.migration.Outcome;
import org.hopscotch.model.release.ResolvedDevice;
import org.hopscotch.model.release.ResolvedProperty;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.ExpressionParts;
import org.hopscotch.model.schema.ExpressionText;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Subsection;
import org.hopscotch.reports.OutcomeText;
import org.hopscotch.reports.RefusalText;

/// Why a subsection came that the destination does not know.
///
/// @param idstr of the section around it
record SubsectionExplanation(Hop hop, Text text, String idstr, String name) {

  void explain(Outcome.Refused refused) {
    Optional<ResolvedDevice> device = hop.source().device(idstr);
    Optional<Subsection> sent =
        device.flatMap(hop.source()::section).stream()
            .flatMap(section -> Layout.all(section).stream())
            .flatMap(section -> section.subsections().stream())
            .filter(one -> one.section().name().equals(name))
            .findFirst();
    Optional<String> inside =
        refused.section().flatMap(Outcome.Place::loading).map(one -> one.section().name());
    boolean elsewhere =
        hop.destination().section(idstr).map(Layout::all).orElse(List.of()).stream()
            .flatMap(section -> section.subsections().stream())
            .anyMatch(one -> one.section().name().equals(name));
    if (elsewhere && inside.isPresent()) {
      text.what(
          "%s knows subsection %s, but not inside section %s, which takes what comes next for its"
                  .formatted(hop.destinationName(), RefusalText.printable(name), inside.get())
              + " own since the name begins like its own.");
      return;
    }
    text.what(
        "%s does not know subsection %s."
            .formatted(hop.destination().release(), RefusalText.printable(name)));
    if (sent.isEmpty()) {
      unsent();
      return;
    }
    Expression needed = sent.get().needed();
    text.what(
        needed.equals(Expression.TRUE)
            ? "It has no needed, so it is always sent."
            : "It is needed while %s, which held.".formatted(ExpressionText.print(needed)));
    List<ResolvedProperty> asked =
        ExpressionParts.properties(needed).stream()
            .flatMap(property -> device.orElseThrow().property(property).stream())
            .toList();
    for (ResolvedProperty property : asked) {
      text.what(
          "On %s %s is %s (%s)."
              .formatted(
                  hop.sourceName(),
                  property.property().name(),
                  Inputs.value(property),
                  OutcomeText.words(property.origin())));
    }
    members(sent.get());
    repair(asked);
  }

  /// The bytes may be anything where the layouts differ before them.
  private void unsent() {
    text.what(
        "The schema of %s has none of this name: other bytes were read as one."
            .formatted(hop.sourceName()));
    LayoutExplanation.of(hop, idstr, SectionDifference::moves, text);
    LayoutExplanation.conditions(hop, idstr, text);
  }

  /// What its condition rests on may be another value after a reset already.
  private void members(Subsection subsection) {
    List<Section> sections = hop.source().section(idstr).map(Layout::all).orElse(List.of());
    sections.stream()
        .filter(section -> section.subsections().contains(subsection))
        .flatMap(section -> section.subsections().stream())
        .filter(subsection::equals)
        .flatMap(one -> one.section().fields().stream())
        .filter(field -> Asked.asks(subsection.needed(), field.name()))
        .map(field -> ValueExplanation.of(hop, idstr, field.name()))
        .filter(words -> words.stream().anyMatch(one -> one.contains(" asks ")))
        .forEach(text::what);
  }

  private void repair(List<ResolvedProperty> asked) {
    if (hop.isWithinOneRelease()) {
      return;
    }
    if (!hop.sourceIsNewer()) {
      text.repair(
          "In %s, keep subsection %s for what older releases send."
              .formatted(hop.destination().release(), name));
    } else if (asked.isEmpty()) {
      text.repair(
          "Let needed of %s ask a property as well, and turn that off in %s."
              .formatted(name, hop.table()));
    } else {
      ResolvedProperty property = asked.getFirst();
      text.repair(
          "In %s, add a row for %s.%s to %s: needed of %s asks it."
              .formatted(
                  hop.newer().release(),
                  PropertyDifferences.declaring(
                      hop, hop.source().device(idstr).orElseThrow(), property),
                  property.property().name(),
                  hop.table(),
                  name));
    }
  }
}
