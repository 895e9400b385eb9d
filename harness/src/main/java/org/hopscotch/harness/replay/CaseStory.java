package org.hopscotch.harness.replay;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hopscotch.corpus.DescriptionJson;
import org.hopscotch.corpus.yaml.CaseYaml;
import org.hopscotch.harness.explain.Explanation;
import org.hopscotch.harness.invariant.Invariant;
import org.hopscotch.harness.invariant.Journey;
import org.hopscotch.harness.repair.Found;
import org.hopscotch.harness.repair.Proposal;
import org.hopscotch.harness.repair.Repairs;
import org.hopscotch.model.migration.Outcome;
import org.hopscotch.model.release.Origin;
import org.hopscotch.model.release.ResolvedDevice;
import org.hopscotch.model.release.ResolvedProperty;
import org.hopscotch.model.scenario.InvariantId;
import org.hopscotch.model.scenario.Judgement;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.scenario.Stop;
import org.hopscotch.model.scenario.Verdict;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.wire.ByteSource;
import org.hopscotch.model.wire.Likenesses;
import org.hopscotch.model.wire.StreamReader;
import org.hopscotch.reports.LoaderWords;
import org.hopscotch.reports.OutcomeText;
import org.hopscotch.reports.PropertyText;
import org.hopscotch.reports.StreamText;

/// A case told in full, for people: each stop with what its properties are and why, the stream that
/// leaves it, what becomes of it; then the verdicts, with what happened and what mends it.
public final class CaseStory {
  private static final int WIDTH = 98;
  private static final int HELD_BYTES = 1 << 26;

  private final StringBuilder text = new StringBuilder();

  private CaseStory() {}

  /// {@return the story, ending in a line break}
  public static String of(CaseReplay replay) {
    CaseStory story = new CaseStory();
    story.paragraph("", replay.told().about());
    story.line("");
    story.journey(replay.asTold().journey());
    Journey told = replay.asTold().journey();
    Found found = Repairs.find(told.scenario(), told.subjects());
    story.verdicts(replay.asTold(), found.proposals().isEmpty());
    if (replay.asTold().isViolated()) {
      story.found(told.scenario(), found);
    }
    replay
        .repaired()
        .ifPresent(repaired -> {
          story.line("With the repair that the case has:");
          story.line("");
          story.verdicts(repaired, true);
        });
    replay.told().noRepair().ifPresent(why -> story.paragraph("No repair: ", why));
    return story.text.toString();
  }

  // ---- the way

  private void journey(Journey journey) {
    for (int i = 0; i < journey.route().size(); i++) {
      Stop stop = journey.route().get(i);
      line("%d. %s%s".formatted(i + 1, stop, stop.reset() ? ", where the guest reboots" : ""));
      Journey.resolved(stop).ifPresent(resolved -> resolved.devices().forEach(this::properties));
      Outcome outcome = journey.visit(i).outcome();
      if (i > 0 || !outcome.arrived()) {
        line("   " + OutcomeText.words(outcome));
      }
      if (outcome instanceof Outcome.Refused refused) {
        LoaderWords.of(refused, stop.release().family())
            .forEach(words -> line("   QEMU says: " + words));
      }
      journey
          .visit(i)
          .leaving()
          .flatMap(Journey.View::look)
          .ifPresent(guest -> guest.devices().forEach(this::state));
      if (i + 1 < journey.route().size()) {
        journey.stream(i).ifPresent(this::stream);
      }
      line("");
    }
  }

  private void properties(ResolvedDevice device) {
    for (ResolvedProperty property : device.properties().values()) {
      boolean plain = property.origin() instanceof Origin.Default;
      if (!device.type().name().equals("migration") || !plain) {
        line(
            "   %s.%s = %s, from %s"
                .formatted(
                    device.device().id(),
                    property.property().name(),
                    PropertyText.value(property.property().kind(), property.value()),
                    OutcomeText.words(property.origin())));
      }
    }
  }

  private void state(String device, DeviceState state) {
    if (!state.members().isEmpty()) {
      List<String> members = new ArrayList<>();
      state
          .members()
          .forEach((name, value) -> members.add(name + " = " + OutcomeText.words(value)));
      paragraph("   " + device + ": ", String.join(", ", members));
    }
  }

  private void stream(byte[] stream) {
    StringWriter decoded = new StringWriter();
    PrintWriter out = new PrintWriter(decoded);
    StreamReader.read(
        ByteSource.of(stream),
        new StreamReader.Options(
            DescriptionJson::parse, Optional::empty, Likenesses.none(), HELD_BYTES),
        new StreamText(out));
    out.flush();
    line("   leaves as a stream of %d bytes:".formatted(stream.length));
    decoded.toString().lines().forEach(one -> line("     " + one));
  }

  // ---- the verdicts

  /// @param hints whether to say what might mend a promise, though nobody tried it
  private void verdicts(CaseReplay.Judged judged, boolean hints) {
    for (Map.Entry<InvariantId, List<Judgement>> one : judged.judgements().entrySet()) {
      Verdict verdict = Invariant.verdict(one.getValue());
      line("%-26s %s".formatted(one.getKey().id(), verdict.words()));
      for (Judgement judgement : one.getValue()) {
        if (judgement.verdict() == Verdict.VIOLATED) {
          Explanation explanation = Explanation.of(judged.journey(), one.getKey(), judgement);
          (hints ? explanation : explanation.withoutRepairs())
              .lines()
              .forEach(explained -> paragraph("    ", explained));
        } else if (judgement.verdict() == Verdict.INTERESTING) {
          paragraph("    ", judgement.because());
        }
      }
    }
    line("");
  }

  /// What was found that mends the case, as text and as a case has it.
  private void found(Scenario scenario, Found found) {
    if (found.proposals().isEmpty()) {
      line("No repair found (%d tried).".formatted(found.judged()));
      line("");
    }
    for (Proposal proposal : found.proposals()) {
      boolean first = proposal.equals(found.proposals().getFirst());
      String releases = String.join(" and ", proposal.changes().keySet());
      line(
          first
              ? "Repair found, in %s (all promises hold with it, %d judged):"
                  .formatted(releases, found.judged())
              : "Another one, in %s:".formatted(releases));
      paragraph("  ", proposal.words());
      line("");
      CaseYaml.print(scenario.history(), proposal.changes())
          .lines()
          .forEach(one -> line("    " + one));
      line("");
    }
  }

  // ---- text

  private void line(String line) {
    text.append(line).append('\n');
  }

  /// Breaks a text into lines; those after the first are indented like it.
  private void paragraph(String head, String content) {
    String indent = " ".repeat(head.length() - head.stripLeading().length());
    StringBuilder line = new StringBuilder(head);
    boolean empty = true;
    for (String word : content.split(" ", -1)) {
      if (!empty && line.length() + 1 + word.length() > WIDTH) {
        line(line.toString());
        line = new StringBuilder(head.isBlank() ? indent : indent + "  ");
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    line(line.toString());
  }
}
