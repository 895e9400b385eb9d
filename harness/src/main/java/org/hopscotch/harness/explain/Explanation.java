package org.hopscotch.harness.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hopscotch.harness.invariant.Journey;
import org.hopscotch.model.migration.Outcome;
import org.hopscotch.model.release.ResolvedDevice;
import org.hopscotch.model.scenario.Judgement;
import org.hopscotch.model.scenario.Severity;
import org.hopscotch.model.schema.Section;

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
  public static Explanation of(Journey journey, Judgement judgement) {
    List<String> what = new ArrayList<>();
    List<String> repairs = new ArrayList<>();
    what.add(judgement.because() + ".");
    hop(journey, judgement).ifPresent(hop -> explain(hop, judgement, what, repairs));
    return new Explanation(
        String.join(" ", what), judgement.severity().map(Explanation::words).orElse(""), repairs);
  }

  private static String words(Severity severity) {
    return switch (severity) {
      case REFUSED -> "Refused: the guest stays where it was, and everybody knows.";
      case LOST -> "Lost: the guest goes on without something that it had, which nobody says.";
      case CHANGED ->
          "Silently changed: the guest goes on, and something that it relies on is another.";
    };
  }

  /// The hop that a judgement is about: the one that its address names, or the first with a
  /// difference.
  private static Optional<Hop> hop(Journey journey, Judgement judgement) {
    for (int i = 0; i + 1 < journey.route().size(); i++) {
      Hop hop = Hop.of(journey, i);
      String name = hop.source().release() + " -> " + hop.destination().release();
      if (judgement.address().release().startsWith(name)) {
        return Optional.of(hop);
      }
    }
    return journey.route().size() > 1 ? Optional.of(Hop.of(journey, 0)) : Optional.empty();
  }

  private static void explain(
      Hop hop, Judgement judgement, List<String> what, List<String> repairs) {
    String device = judgement.address().device();
    if (judgement.severity().equals(Optional.of(Severity.REFUSED))) {
      RefusalExplanation.of(hop, what, repairs);
    } else if (judgement.reasonClass().startsWith("member")) {
      MemberExplanation.of(hop, device, judgement.address().place(), what, repairs);
    }
    for (PropertyDifferences.Difference one : PropertyDifferences.of(hop, owner(hop, device))) {
      what.add(one.what());
      one.repair().ifPresent(repairs::addFirst);
    }
    layout(hop, owner(hop, device), what, repairs);
  }

  /// A refusal names a section, everything else a device.
  private static String owner(Hop hop, String address) {
    if (!address.isEmpty() || !(hop.outcome() instanceof Outcome.Refused refused)) {
      return address;
    }
    return refused.section().map(Outcome.Place::idstr).orElse("");
  }

  private static void layout(Hop hop, String device, List<String> what, List<String> repairs) {
    Optional<Section> older = section(hop, true, device);
    Optional<Section> newer = section(hop, false, device);
    if (older.isEmpty() || newer.isEmpty() || hop.isWithinOneRelease()) {
      return;
    }
    SectionDifference.of(older.get(), newer.get())
        .ifPresent(difference -> {
          what.add("In %s %s.".formatted(hop.newer().release(), difference));
          repairs.add(
              "Send for older machine types what they expect: put the field under a test on a"
                  + " property that %s sets, or move it to a subsection tied to one."
                      .formatted(hop.table()));
        });
  }

  private static Optional<Section> section(Hop hop, boolean old, String device) {
    var stop = old ? hop.older() : hop.newer();
    Optional<ResolvedDevice> found = hop.device(stop, device);
    return found.flatMap(one -> Hop.section(stop, one));
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
