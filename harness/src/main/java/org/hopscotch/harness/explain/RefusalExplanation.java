package org.hopscotch.harness.explain;

import java.util.List;
import java.util.Optional;
import org.hopscotch.model.migration.Outcome;
import org.hopscotch.model.release.Origin;
import org.hopscotch.model.release.StartFailure;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.ExpressionText;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Subsection;
import org.hopscotch.model.wire.Refusal;

/// Why a guest was refused, by the loader's reason.
final class RefusalExplanation {
  private final Hop hop;
  private final List<String> what;
  private final List<String> repairs;

  private RefusalExplanation(Hop hop, List<String> what, List<String> repairs) {
    this.hop = hop;
    this.what = what;
    this.repairs = repairs;
  }

  static void of(Hop hop, List<String> what, List<String> repairs) {
    RefusalExplanation explanation = new RefusalExplanation(hop, what, repairs);
    switch (hop.outcome()) {
      case Outcome.Refused refused -> explanation.refused(refused);
      case Outcome.DidNotStart(var _, StartFailure failure) -> explanation.notStarted(failure);
      case Outcome.Arrived _, Outcome.Blocked _, Outcome.Died _, Outcome.Stalled _ -> {}
    }
  }

  private void refused(Outcome.Refused refused) {
    String idstr = refused.section().map(Outcome.Place::idstr).orElse("");
    switch (refused.refusal().reason()) {
      case Refusal.SectionTooNew r -> {
        what.add(
            "Saving always writes version_id: since it was raised from %d to %d, every older"
                    .formatted(r.ours(), r.version())
                + " release is shut out, for every machine type.");
        repairs.add(
            "Keep version_id at %d; send what is new under a test on a property that %s turns off,"
                    .formatted(r.ours(), hop.table())
                + " or in a subsection tied to one.");
      }
      case Refusal.TooOld r -> {
        what.add(
            "%s takes no version below %d any more."
                .formatted(hop.destination().release(), r.minimum()));
        repairs.add(
            "Keep minimum_version_id at %d: give new fields the version from which on they exist,"
                    .formatted(r.version())
                + " or read the old layout in load_state_old.");
      }
      case Refusal.UnknownSubsection(String name) -> subsection(idstr, name);
      case Refusal.UnknownSection r -> unknownSection(r.idstr(), r.instanceId());
      case Refusal.MissingFooter _, Refusal.MismatchedFooter _ ->
          what.add(
              "A section has no length: both sides read by their own schema, and only the footer"
                  + " shows that %s is longer on one of them.".formatted(idstr));
      case Refusal.HookRefused r -> {
        what.add(
            "A hook of %s refuses what %s legally sends: %s."
                .formatted(hop.destination().release(), hop.source().release(), r.words()));
        repairs.add("Refuse only what no release ever sent, or mend the value instead.");
      }
      case Refusal.BadPciConfig r ->
          what.add(
              "Byte 0x%x of the configuration space is one that the guest cannot write, so the"
                      .formatted(r.index())
                  + " reader compares it with its own.");
      case Refusal.OtherBlockSize r ->
          repairs.add(
              "Keep RAM block %s at 0x%x bytes for older machine types, or make it resizable."
                  .formatted(r.block(), hop.sourceIsNewer() ? r.ours() : r.received()));
      case Refusal.UnknownCommand _ ->
          repairs.add(
              "Leave the command out for older machine types: a property of the migration object,"
                  + " turned off in %s.".formatted(hop.table()));
      case Refusal.Unmigratable _ ->
          what.add("It says so before it reads anything, whatever the stream holds.");
      default -> {}
    }
  }

  private void subsection(String idstr, String name) {
    Optional<Subsection> sent =
        hop.device(hop.source(), idstr)
            .flatMap(device -> Hop.section(hop.source(), device))
            .flatMap(section -> find(section, name));
    String needed =
        sent.map(Subsection::needed)
            .map(condition ->
                condition.equals(Expression.TRUE)
                    ? "It has no needed, so it is always sent."
                    : "It is needed while %s, which held."
                        .formatted(ExpressionText.print(condition)))
            .orElse("");
    what.add(
        "%s does not know subsection %s. %s"
            .formatted(hop.destination().release(), name, needed)
            .strip());
    repairs.add(
        "Let needed of %s ask a property as well, and turn that off in %s."
            .formatted(name, hop.table()));
  }

  private static Optional<Subsection> find(Section section, String name) {
    for (Subsection subsection : section.subsections()) {
      if (subsection.section().name().equals(name)) {
        return Optional.of(subsection);
      }
      Optional<Subsection> inside = find(subsection.section(), name);
      if (inside.isPresent()) {
        return inside;
      }
    }
    return Optional.empty();
  }

  private void unknownSection(String idstr, long instance) {
    what.add(
        "No device of %s registers section %s with instance %d: it is new, was renamed, or counts"
                .formatted(hop.destination().release(), idstr, instance)
            + " its instances otherwise.");
    repairs.add(
        "Keep name and instance id for older machine types; an alias id takes old streams, and a"
            + " section that is new needs a needed that asks a property.");
  }

  private void notStarted(StartFailure failure) {
    switch (failure) {
      case StartFailure.UnknownProperty f when f.origin() instanceof Origin.TableRow row -> {
        what.add(
            "Row %d of %s sets %s, which is gone while the machine type is still offered."
                .formatted(row.row() + 1, row.table(), f.property()));
        repairs.add(
            "In %s, keep property %s as long as the machine type, take the row out, or mark it"
                    .formatted(hop.newer().release(), f.property())
                + " optional.");
      }
      case StartFailure.DuplicateSection _ ->
          repairs.add("Let instance ids be counted, or give the devices a path.");
      case StartFailure.NotRealized f -> {
        what.add(
            "%s refuses a configuration that %s took: %s."
                .formatted(f.type(), hop.source().release(), f.words()));
        repairs.add(
            "Let a property that %s sets switch the check off for older machine types."
                .formatted(hop.table()));
      }
      case StartFailure.UnknownProperty _, StartFailure.BadValue _ -> {}
      case StartFailure.UnknownMachine _, StartFailure.UnknownType _ -> {}
      case StartFailure.CannotBeMade _, StartFailure.PathTooLong _ -> {}
      case StartFailure.Reported _ -> {}
    }
  }
}
