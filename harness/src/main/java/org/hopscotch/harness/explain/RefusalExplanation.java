package org.hopscotch.harness.explain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hopscotch.harness.repair.Layout;
import org.hopscotch.model.migration.Outcome;
import org.hopscotch.model.release.ResolvedDevice;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.wire.Refusal;
import org.hopscotch.model.wire.Trail;
import org.hopscotch.reports.RefusalText;

/// Why a guest was refused, by the loader's reason.
final class RefusalExplanation {
  private final Hop hop;
  private final Text text;
  private final String idstr;

  private RefusalExplanation(Hop hop, Text text, String idstr) {
    this.hop = hop;
    this.text = text;
    this.idstr = idstr;
  }

  static void of(Hop hop, Text text) {
    switch (hop.outcome()) {
      case Outcome.Refused refused -> {
        String idstr = refused.section().map(Outcome.Place::idstr).orElse("");
        if (!FramingExplanation.refused(hop, refused, text)) {
          new RefusalExplanation(hop, text, idstr).refused(refused);
        }
      }
      case Outcome.DidNotStart failed -> StartExplanation.of(hop, failed.failure(), text);
      case Outcome.Arrived _, Outcome.Blocked _, Outcome.Died _, Outcome.Stalled _ -> {}
    }
  }

  private void refused(Outcome.Refused refused) {
    switch (refused.refusal().reason()) {
      case Refusal.SectionTooNew r -> tooNew(r);
      case Refusal.TooOld r -> tooOld(refused, r);
      case Refusal.UnknownSubsection(String name) ->
          new SubsectionExplanation(hop, text, idstr, name).explain(refused);
      case Refusal.UnknownSection r -> unknownSection(r.idstr(), r.instanceId());
      case Refusal.MissingFooter _, Refusal.MismatchedFooter _ -> {
        text.what(
            "A section has no length: both sides read by their own schema, and only the footer"
                + " shows that %s is longer on one of them.".formatted(plain(idstr)));
        layout();
      }
      case Refusal.HookRefused r -> hook(r);
      case Refusal.BadPciConfig r -> {
        text.what(
            "Byte 0x%x of the configuration space is one that the guest cannot write, so the"
                    .formatted(r.index())
                + " reader compares it with its own.");
        text.what(HookExplanation.given(hop, idstr, member(refused)));
        for (String member : List.of("config", "cmask", "wmask", "w1cmask")) {
          value(beside(refused, member));
        }
        layout();
      }
      case Refusal.NotEqual r -> {
        String member = member(refused);
        text.what(
            "%s is sent as %d, and is %d on %s already: it is compared, and never loaded."
                .formatted(member, r.received(), r.ours(), hop.destinationName()));
        ours(member);
        layout();
      }
      case Refusal.NotPositiveLessOrEqual r -> {
        String member = member(refused);
        text.what(
            "%s is sent as %d; %s takes at most its own, which is %d."
                .formatted(member, r.received(), hop.destinationName(), r.ours()));
        ours(member);
        layout();
      }
      case Refusal.OutOfBounds _ -> {
        ours(member(refused));
        layout();
      }
      case Refusal.OtherBlockSize r -> {
        RegistrationExplanation.block(hop, r.block(), text);
        if (!hop.isWithinOneRelease()) {
          text.repair(
              ("In %s, keep RAM block %s at 0x%x bytes for older machine types, or make it"
                      + " resizable.")
                  .formatted(
                      hop.newer().release(),
                      r.block(),
                      hop.sourceIsNewer() ? r.ours() : r.received()));
        }
      }
      case Refusal.UnknownRamBlock r -> RegistrationExplanation.unknownBlock(hop, r.name(), text);
      case Refusal.PageWithoutBlock r -> RegistrationExplanation.unknownBlock(hop, r.block(), text);
      case Refusal.UnknownCommand _ -> {
        if (hop.sourceIsNewer()) {
          text.repair(
              "Leave the command out for older machine types: a property of the migration object,"
                  + " turned off in %s.".formatted(hop.table()));
        }
      }
      case Refusal.Unmigratable r -> {
        text.what("It says so before it reads anything, whatever the stream holds.");
        RegistrationExplanation.unmigratable(hop, r.idstr(), text);
      }
      default -> {
        if (!idstr.isEmpty()) {
          layout();
        }
      }
    }
  }

  private static String plain(String name) {
    return RefusalText.printable(name);
  }

  /// How the two layouts part, which is why anything may be read as something else.
  private void layout() {
    LayoutExplanation.of(hop, idstr, SectionDifference::moves, text);
    LayoutExplanation.conditions(hop, idstr, text);
  }

  // ---- versions

  private void tooNew(Refusal.SectionTooNew r) {
    text.what(
        "Saving always writes version_id: %s of %s has %d, %s takes %d at most, so that it takes"
                .formatted(
                    plain(r.idstr()),
                    hop.sourceName(),
                    r.version(),
                    hop.destinationName(),
                    r.ours())
            + " no guest of any machine type.");
    LayoutExplanation.of(hop, idstr.isEmpty() ? r.idstr() : idstr, SectionDifference::moves, text);
    if (hop.sourceIsNewer()) {
      text.repair(
          "Keep version_id at %d; send what is new under a test on a property that %s turns off,"
                  .formatted(r.ours(), hop.table())
              + " or in a subsection tied to one.");
    }
  }

  private void tooOld(Outcome.Refused refused, Refusal.TooOld r) {
    text.what(
        "%s takes no version of %s below %d."
            .formatted(hop.destination().release(), plain(r.name()), r.minimum()));
    Optional<Field> list = list(refused, r.name());
    list.ifPresent(field ->
        text.what(
            ("A list passes the since of its field as the version of its elements, whatever they"
                    + " were sent as: that of field %s is %d.")
                .formatted(field.name(), field.version())));
    if (list.isPresent()) {
      text.repair(
          "In %s, let minimum_version_id of %s be at most %d, or the since of field %s at least %d."
              .formatted(
                  hop.destination().release(),
                  r.name(),
                  r.version(),
                  list.get().name(),
                  r.minimum()));
    } else if (!hop.sourceIsNewer()) {
      text.repair(
          "Keep minimum_version_id at %d: give new fields the version from which on they exist,"
                  .formatted(r.version())
              + " or read the old layout in load_state_old.");
    }
  }

  /// {@return the field that holds a list or tree whose elements have a section of a name}
  private Optional<Field> list(Outcome.Refused refused, String section) {
    String innermost =
        refused.section().stream()
            .flatMap(place -> place.trail().stream())
            .map(step -> step instanceof Trail.InField(_, String field) ? field : "")
            .findFirst()
            .orElse("");
    return hop.destination().section(idstr).map(Layout::all).orElse(List.of()).stream()
        .flatMap(one -> one.fields().stream())
        .filter(field -> field.name().equals(innermost) && isList(field))
        .filter(field -> Layout.inside(field).stream().map(Section::name).anyMatch(section::equals))
        .findFirst();
  }

  private static boolean isList(Field field) {
    FieldType.Element element = field.type().elementType().orElseThrow();
    return element instanceof FieldType.List || element instanceof FieldType.Tree;
  }

  // ---- members that are compared

  /// {@return the path of the member that was being loaded, in its device}
  private static String member(Outcome.Refused refused) {
    List<Trail.Step> steps = refused.section().map(Outcome.Place::trail).orElse(List.of());
    return steps.reversed().stream()
        .flatMap(step ->
            step instanceof Trail.InField(_, String field)
                ? Stream.of(field)
                : Stream.<String>empty())
        .collect(Collectors.joining("."));
  }

  /// {@return the path of another member of the same struct}
  private static String beside(Outcome.Refused refused, String name) {
    String member = member(refused);
    return member.substring(0, member.lastIndexOf('.') + 1) + name;
  }

  private void value(String member) {
    text.what(ValueExplanation.of(hop, idstr, member));
  }

  /// Where the destination's own value comes from.
  private void ours(String member) {
    Optional<ResolvedDevice> there = hop.destination().device(idstr);
    text.what(HookExplanation.given(hop, idstr, member));
    there
        .flatMap(device -> hop.destination().member(device, member))
        .ifPresent(one ->
            text.what(
                one.reset().isPresent()
                    ? "There it comes from the reset of %s: %s."
                        .formatted(member, ValueExplanation.reset(one))
                    : "No reset gives %s a value there: it is whatever memory held."
                        .formatted(member)));
    there
        .flatMap(device ->
            hop.destination()
                .member(device, member)
                .flatMap(one -> one.reset())
                .map(reset -> Inputs.here(device, reset)))
        .filter(here -> !here.isEmpty())
        .ifPresent(here -> text.what("On %s %s.".formatted(hop.destinationName(), here)));
    value(member);
  }

  // ---- the rest

  private void hook(Refusal.HookRefused r) {
    text.what("A hook of %s refuses: %s.".formatted(hop.destination().release(), r.words()));
    text.what(HookExplanation.refuses(hop, idstr, r.words()));
    boolean ours = hop.isWithinOneRelease() ? hop.isOfTheNewest() : !hop.sourceIsNewer();
    if (ours && !text.hasCause()) {
      text.repair("Refuse only what no release ever sent, or mend the value instead.");
    }
  }

  private void unknownSection(String name, long instance) {
    Optional<ResolvedDevice> sender = RegistrationExplanation.sender(hop.source(), name, instance);
    Optional<ResolvedDevice> same =
        sender.flatMap(one ->
            hop.destination().devices().stream()
                .filter(other -> other.device().id().equals(one.device().id()))
                .findFirst());
    if (sender.isPresent()
        && same.isPresent()
        && !sender.get().type().name().equals(same.get().type().name())) {
      String id = sender.get().device().id();
      text.what(
          "%s is of type %s on %s and of type %s on %s, whose section is %s."
              .formatted(
                  id,
                  sender.get().type().name(),
                  hop.sourceName(),
                  same.get().type().name(),
                  hop.destinationName(),
                  hop.destination().idstr(same.get()).map(RefusalText::printable).orElse("none")));
      if (!hop.isWithinOneRelease()) {
        text.repair(
            "In %s, let machine type %s make %s of the type that it had."
                .formatted(hop.newer().release(), hop.newer().stop().machine(), id));
      }
      return;
    }
    text.what(
        "No device of %s registers section %s with instance %d: it is new, was renamed, or counts"
                .formatted(hop.destinationName(), plain(name), instance)
            + " its instances otherwise.");
    sender.ifPresent(one -> RegistrationExplanation.name(hop, one, same, text));
    if (!hop.isWithinOneRelease()) {
      text.repair(
          "Keep name and instance id for older machine types; an alias id takes old streams, and a"
              + " section that is new needs a needed that asks a property.");
    }
  }
}
