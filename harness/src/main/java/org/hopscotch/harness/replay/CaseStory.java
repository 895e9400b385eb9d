package org.hopscotch.harness.replay;

import java.util.List;
import java.util.Map;
import org.hopscotch.corpus.yaml.CaseYaml;
import org.hopscotch.harness.explain.Explanation;
import org.hopscotch.harness.invariant.Invariant;
import org.hopscotch.harness.invariant.Journey;
import org.hopscotch.harness.repair.Found;
import org.hopscotch.harness.repair.Proposal;
import org.hopscotch.harness.repair.RepairKind;
import org.hopscotch.harness.repair.Repairs;
import org.hopscotch.model.scenario.InvariantId;
import org.hopscotch.model.scenario.Judgement;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.scenario.Verdict;

/// A case told in full, for people: each stop with what its properties are and why, the stream that
/// leaves it, what becomes of it; then the verdicts, with what happened and what mends it.
public final class CaseStory {
  private final StoryText text = new StoryText();

  private CaseStory() {}

  /// {@return the story, ending in a line break}
  public static String of(CaseReplay replay) {
    CaseStory story = new CaseStory();
    story.text.paragraph("", replay.told().about());
    story.text.line("");
    new WayStory(story.text, replay.asTold().journey()).tell();
    Journey told = replay.asTold().journey();
    Found found = Repairs.find(told.scenario(), told.subjects());
    // Advice that was tried and did not help is none; a black box cannot be tried.
    story.verdicts(replay.asTold(), found.judged() == 0);
    if (replay.asTold().isViolated()) {
      story.found(told.scenario(), found);
    }
    replay
        .repaired()
        .ifPresent(repaired -> {
          story.text.line("With the repair that the case has:");
          story.text.line("");
          story.verdicts(repaired, true);
        });
    replay.told().noRepair().ifPresent(why -> story.text.paragraph("No repair: ", why));
    return story.text.toString();
  }

  // ---- the verdicts

  /// @param hints whether to say what might mend a promise, though nobody tried it
  private void verdicts(CaseReplay.Judged judged, boolean hints) {
    for (Map.Entry<InvariantId, List<Judgement>> one : judged.judgements().entrySet()) {
      Verdict verdict = Invariant.verdict(one.getValue());
      text.line("%-26s %s".formatted(one.getKey().id(), verdict.words()));
      for (Judgement judgement : one.getValue()) {
        if (judgement.verdict() == Verdict.VIOLATED) {
          Explanation explanation = Explanation.of(judged.journey(), one.getKey(), judgement);
          (hints ? explanation : explanation.withoutRepairs())
              .lines()
              .forEach(explained -> text.paragraph("    ", explained));
        } else if (judgement.verdict() == Verdict.INTERESTING) {
          text.paragraph("    ", judgement.because());
        }
      }
    }
    text.line("");
  }

  /// What was found that mends the case, as text and as a case has it.
  private void found(Scenario scenario, Found found) {
    if (found.proposals().isEmpty()) {
      text.line("No repair found (%d tried).".formatted(found.judged()));
      text.line("");
    }
    for (Proposal proposal : found.proposals()) {
      boolean first = proposal.equals(found.proposals().getFirst());
      String releases = String.join(" and ", proposal.changes().keySet());
      String what =
          proposal.kind() == RepairKind.UNDO
              ? "Only taking the change back was found to help, in " + releases
              : "Repair found, in " + releases;
      text.line(
          first
              ? "%s (all promises hold with it, %d judged):".formatted(what, found.judged())
              : "Another one, in %s:".formatted(releases));
      text.paragraph("  ", proposal.words());
      text.line("");
      CaseYaml.print(scenario.history(), proposal.changes())
          .lines()
          .forEach(one -> text.line("    " + one));
      text.line("");
    }
  }
}
