package org.hopscotch.harness.explain;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hopscotch.harness.subject.Instance;
import org.hopscotch.model.migration.Outcome;
import org.hopscotch.model.migration.Phase;
import org.hopscotch.model.release.MigrationObject;
import org.hopscotch.model.release.ResolvedDevice;
import org.hopscotch.model.wire.Refusal;
import org.hopscotch.reports.OutcomeText;
import org.hopscotch.reports.RefusalText;

/// What goes wrong between sections: parts of the stream that one side alone knows, sections that
/// come twice, and those that are never read.
final class FramingExplanation {
  private static final int CONFIGURATION = 0x07;

  private FramingExplanation() {}

  // ---- refusals

  /// Explains a refusal by what one side alone sends or expects.
  ///
  /// @return whether that is why
  static boolean refused(Hop hop, Outcome.Refused refused, Text text) {
    Refusal.Reason reason = refused.refusal().reason();
    boolean configuration =
        reason instanceof Refusal.MissingConfiguration
            || (reason instanceof Refusal.UnknownSectionType(int type) && type == CONFIGURATION);
    if (configuration && differs(hop, MigrationObject.SEND_CONFIGURATION)) {
      text.what(property(hop, MigrationObject.SEND_CONFIGURATION, "CONFIGURATION"));
      return true;
    }
    boolean between = refused.phase() == Phase.FRAMING || refused.phase() == Phase.FOOTER;
    if (between && differs(hop, MigrationObject.SEND_SECTION_FOOTER)) {
      text.what(property(hop, MigrationObject.SEND_SECTION_FOOTER, "footers of sections"));
      return true;
    }
    if (reason instanceof Refusal.UnknownSection(String idstr, _)
        && idstr.equals("globalstate")
        && differs(hop, MigrationObject.STORE_GLOBAL_STATE)) {
      text.what(property(hop, MigrationObject.STORE_GLOBAL_STATE, "section globalstate"));
      return true;
    }
    return refused.phase() == Phase.FRAMING
        && !isSent(hop, reason)
        && neverRead(hop, refused.refusal().offset(), text);
  }

  /// A section that the source meant to send is no leftover of another.
  private static boolean isSent(Hop hop, Refusal.Reason reason) {
    return reason instanceof Refusal.UnknownSection(String idstr, long instance)
        && hop.saved().map(SentSections::of).orElse(List.of()).stream()
            .anyMatch(one -> one.idstr().equals(idstr) && one.instanceId() == instance);
  }

  private static boolean differs(Hop hop, String property) {
    return hop.source().migrates(property) != hop.destination().migrates(property);
  }

  private static String property(Hop hop, String property, String part) {
    boolean sent = hop.source().migrates(property);
    return "%s %s and %s %s: migration.%s is %s on %s and %s on %s."
        .formatted(
            hop.sourceName(),
            sent ? "sends " + part : "sends no " + part,
            hop.destinationName(),
            sent ? "expects none" : "expects them",
            property,
            origin(hop.source(), property),
            hop.sourceName(),
            origin(hop.destination(), property),
            hop.destinationName())
        .replace("CONFIGURATION and", "CONFIGURATION, and")
        .replace(
            "expects them", part.equals("footers of sections") ? "expects them" : "expects it");
  }

  private static String origin(End end, String property) {
    return end.migration(property)
        .map(one -> "%s (%s)".formatted(Inputs.value(one), OutcomeText.words(one.origin())))
        .orElse("not known, so off");
  }

  // ---- without footers

  /// Says which sections were never read, where the stream was left at an offset.
  private static boolean neverRead(Hop hop, long offset, Text text) {
    if (hop.source().migrates(MigrationObject.SEND_SECTION_FOOTER) || hop.saved().isEmpty()) {
      return false;
    }
    List<SentSections.Place> places = SentSections.of(hop.saved().get());
    Optional<SentSections.Place> last =
        places.stream().filter(one -> one.from() <= offset).reduce((_, b) -> b);
    List<SentSections.Place> rest = places.stream().filter(one -> one.from() > offset).toList();
    if (last.isEmpty()) {
      return false;
    }
    String idstr = RefusalText.printable(last.get().idstr());
    text.what(
        ("Neither side has footers of sections (migration.%s is off), so nobody noticed that %s is"
                + " not as long on both: what was left of it was read as what follows.")
            .formatted(MigrationObject.SEND_SECTION_FOOTER, idstr));
    text.what(
        rest.isEmpty() ? "No section came after it." : "Never read: %s.".formatted(names(rest)));
    LayoutExplanation.of(hop, last.get().idstr(), _ -> true, text);
    return true;
  }

  private static String names(List<SentSections.Place> places) {
    return places.stream()
        .map(one -> RefusalText.printable(one.idstr()) + " " + one.instanceId())
        .collect(Collectors.joining(", "));
  }

  // ---- arrivals without a section

  /// Explains why a device got nothing, or what was not its own, though the guest arrived.
  ///
  /// @return whether that is so
  static boolean whyNothingArrived(Hop hop, String device, Text text) {
    if (hop.saved().isEmpty() || !hop.outcome().arrived()) {
      return false;
    }
    List<SentSections.Place> places = SentSections.of(hop.saved().get());
    return twice(hop, device, places, text)
        || swapped(hop, device, text)
        || unread(hop, device, places, text);
  }

  private static boolean twice(Hop hop, String device, List<SentSections.Place> places, Text text) {
    for (SentSections.Place place : places) {
      List<SentSections.Place> alike = places.stream().filter(place::isAlike).toList();
      List<String> senders = devices(hop.source(), place.idstr());
      List<String> takers = devices(hop.destination(), place.idstr());
      if (alike.size() > 1 && senders.size() == alike.size() && senders.contains(device)) {
        List<String> none = senders.stream().filter(one -> !one.equals(takers.getFirst())).toList();
        text.what(
            "Section %s %d came %s, from %s; device %s took %s, %s none."
                .formatted(
                    RefusalText.printable(place.idstr()),
                    place.instanceId(),
                    alike.size() == 2 ? "twice" : alike.size() + " times",
                    String.join(" and ", senders),
                    takers.getFirst(),
                    alike.size() == 2 ? "both" : "all",
                    String.join(" and ", none)));
        if (hop.isWithinOneRelease() && hop.isOfTheNewest()) {
          text.repair("Let instance ids be counted, or give the devices a path.");
        }
        return true;
      }
    }
    return false;
  }

  /// Instances that are counted are those of other devices where these are made in another order.
  private static boolean swapped(Hop hop, String device, Text text) {
    Optional<ResolvedDevice> sender = hop.source().device(device);
    Optional<String> idstr = sender.flatMap(hop.source()::idstr);
    if (idstr.isEmpty()) {
      return false;
    }
    long instance = RegistrationExplanation.instance(hop.source(), sender.orElseThrow());
    List<String> takers =
        hop.destination().devices().stream()
            .filter(one -> hop.destination().idstr(one).equals(idstr))
            .filter(one -> RegistrationExplanation.instance(hop.destination(), one) == instance)
            .map(one -> one.device().id())
            .toList();
    if (takers.isEmpty() || takers.contains(device)) {
      return false;
    }
    text.what(
        "Section %s %d is that of %s on %s and of %s on %s."
            .formatted(
                RefusalText.printable(idstr.get()),
                instance,
                device,
                hop.sourceName(),
                takers.getFirst(),
                hop.destinationName()));
    return true;
  }

  private static List<String> devices(End end, String idstr) {
    return end.devices().stream()
        .filter(one -> end.idstr(one).filter(idstr::equals).isPresent())
        .map(ResolvedDevice::device)
        .map(one -> one.id())
        .toList();
  }

  private static boolean unread(
      Hop hop, String device, List<SentSections.Place> places, Text text) {
    Optional<String> idstr = hop.source().device(device).flatMap(hop.source()::idstr);
    if (idstr.isEmpty() || hop.destination().migrates(MigrationObject.SEND_SECTION_FOOTER)) {
      return false;
    }
    int end = readBytes(hop, hop.saved().orElseThrow());
    return places.stream()
            .anyMatch(one -> one.from() >= end && one.idstr().equals(idstr.orElseThrow()))
        && neverRead(hop, end - 1, text);
  }

  /// {@return how much of a stream a load takes that comes to its end: of less it does not}
  private static int readBytes(Hop hop, Instance.Saved saved) {
    int less = 0;
    int enough = saved.stream().length;
    while (less + 1 < enough) {
      int middle = (less + enough) >>> 1;
      byte[] head = Arrays.copyOf(saved.stream(), middle);
      if (hop.journey().arrive(head, hop.destination().stop(), 0).outcome().arrived()) {
        enough = middle;
      } else {
        less = middle;
      }
    }
    return enough;
  }
}
