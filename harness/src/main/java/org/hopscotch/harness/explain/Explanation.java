package org.hopscotch.harness.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hopscotch.harness.invariant.Journey;
import org.hopscotch.model.migration.Outcome;
import org.hopscotch.model.scenario.InvariantId;
import org.hopscotch.model.scenario.Judgement;
import org.hopscotch.model.scenario.Severity;
import org.hopscotch.model.scenario.Stop;
import org.hopscotch.model.schema.Section;
import org.hopscotch.reports.RefusalText;

/// Says of a broken promise what happened, how bad it is and, where that is known, what mends it in
/// the newer release: the older one is out in the world.
///
/// @param what in a sentence or two
/// @param severity how bad it is, in words
/// @param repairs what would help, the likeliest first; empty where nothing is known
public record Explanation(String what, String severity, List<String> repairs) {
  public Explanation {
    repairs = List.copyOf(repairs);
  }

  /// {@return the explanation of a violated judgement}
  ///
  /// @param id of the promise
  public static Explanation of(Journey journey, InvariantId id, Judgement judgement) {
    Text text = new Text();
    text.what(RefusalText.oneLine(judgement.because()) + ".");
    if (!judgement.stops().isEmpty()) {
      explain(journey, id, judgement, text);
    }
    return new Explanation(
        text.what(), judgement.severity().map(Explanation::words).orElse(""), text.repairs());
  }

  private static String words(Severity severity) {
    return switch (severity) {
      case REFUSED -> "Refused: the guest stays where it was, and everybody knows.";
      case LOST -> "Lost: the guest goes on without something that it had, which nobody says.";
      case CHANGED ->
          "Silently changed: the guest goes on, and something that it relies on is another.";
    };
  }

  private static void explain(Journey journey, InvariantId id, Judgement judgement, Text text) {
    switch (id) {
      case ROUND_TRIP -> trip(Hop.of(journey, judgement, true), judgement, text);
      case SAME_RELEASE, NEWER_TO_OLDER, OLDER_TO_NEWER, NOTHING_UNDEFINED ->
          trip(Hop.of(journey, judgement, false), judgement, text);
      case OLD_MACHINE_SAME_RELEASE -> {
        Hop hop = Hop.of(journey, judgement, false);
        if (hop.isWithinOneRelease()) {
          trip(hop, judgement, text);
        } else {
          looks(hop, judgement, text);
        }
      }
      case CONFIGURATION_PINNED ->
          PropertyDifferences.pinned(
              Hop.of(journey, judgement, false),
              judgement.address().device(),
              judgement.address().place(),
              text);
      case CHAIN_STABLE -> chain(journey, judgement, text);
      case UNKNOWN_MACHINE, REFUSED_CLEANLY, AS_THE_RULES_SAY, DECODER_TOTAL -> {}
    }
  }

  private static void trip(Hop hop, Judgement judgement, Text text) {
    String device = judgement.address().device();
    if (judgement.severity().equals(Optional.of(Severity.REFUSED))) {
      RefusalExplanation.of(hop, text);
      device = refusing(hop).orElse(device);
    } else if (judgement.reasonClass().startsWith("member")) {
      String path = judgement.address().place();
      MemberExplanation.of(hop, device, path, text);
      LayoutExplanation.of(
          hop,
          device,
          one -> one.moves() || List.of(path.split("[.\\[]")).contains(one.name()),
          text);
    }
    PropertyDifferences.asked(hop, device, text);
  }

  private static Optional<String> refusing(Hop hop) {
    return hop.outcome() instanceof Outcome.Refused refused
        ? refused.section().map(Outcome.Place::idstr)
        : Optional.empty();
  }

  /// A machine that looks otherwise than on the release it is from: nothing was sent.
  private static void looks(Hop hop, Judgement judgement, Text text) {
    String device = judgement.address().device();
    if (!judgement.address().place().isEmpty()) {
      text.what(ValueExplanation.of(hop, device, judgement.address().place()));
    }
    PropertyDifferences.asked(hop, device, text);
  }

  /// Which of the hosts on the way let a member through.
  private static void chain(Journey journey, Judgement judgement, Text text) {
    if (!judgement.reasonClass().startsWith("member")) {
      return;
    }
    List<Stop> way = judgement.stops();
    String device = judgement.address().device();
    String path = judgement.address().place();
    List<String> hosts = new ArrayList<>();
    for (int i = 0; i < way.size(); i++) {
      End end = new End(way.get(i), i + 1 < way.size() ? End.Role.SENDS : End.Role.TAKES);
      long version = end.section(device).map(Section::versionId).orElse(0);
      hosts.add("%s %s".formatted(end.release(), Carriage.of(end, device, path, version).words()));
    }
    text.what("On the way of %s: %s.".formatted(End.plain(path), String.join("; ", hosts)));
    for (int i = 0; i + 1 < way.size(); i++) {
      Judgement part = judgement.between(way.get(i), way.get(i + 1));
      PropertyDifferences.asked(Hop.of(journey, part, false), device, text);
    }
  }

  /// {@return what happened and how bad it is, without what might mend it}
  public Explanation withoutRepairs() {
    return new Explanation(what, severity, List.of());
  }

  /// {@return the explanation as lines of text}
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("What happened: " + what);
    if (!severity.isEmpty()) {
      lines.add("How bad: " + severity);
    }
    repairs.stream().distinct().forEach(repair -> lines.add("Repair: " + repair));
    return lines;
  }
}
