package org.hopscotch.harness.campaign;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hopscotch.corpus.Case;
import org.hopscotch.corpus.Expectation;
import org.hopscotch.corpus.Told;
import org.hopscotch.corpus.yaml.CaseYaml;
import org.hopscotch.harness.invariant.Journey;
import org.hopscotch.harness.repair.Proposal;
import org.hopscotch.harness.repair.Repairs;
import org.hopscotch.harness.replay.CaseReplay;
import org.hopscotch.model.scenario.InvariantId;
import org.hopscotch.model.scenario.Scenario;

/// A scenario that breaks promises, as a case that can be replayed.
///
/// @param about where it was found, the first sentence of the case
/// @param told how its history is told
record FoundCase(String about, List<Told> told, Scenario scenario, Journey.Subjects subjects) {

  /// {@return the case as a file, with a repair where one is found}
  byte[] withRepair() {
    Optional<Proposal> proposal = Repairs.find(scenario, subjects).proposals().stream().findFirst();
    return yaml(
        proposal.map(one -> new Case.Repair(one.changes(), Map.of())),
        proposal.isPresent() ? Optional.empty() : Optional.of("None was found."));
  }

  /// {@return the case as a file}
  ///
  /// @param why it has no repair
  byte[] withoutRepair(String why) {
    return yaml(Optional.empty(), Optional.of(why));
  }

  private byte[] yaml(Optional<Case.Repair> repair, Optional<String> noRepair) {
    CaseReplay.Judged played = CaseReplay.Judged.of(scenario, subjects);
    Map<InvariantId, Expectation> expect = new EnumMap<>(InvariantId.class);
    List<String> words = new ArrayList<>();
    played
        .judgements()
        .forEach((id, judgements) ->
            Expectation.worst(judgements)
                .ifPresent(worst -> {
                  expect.put(id, Expectation.ofWorst(judgements));
                  words.add(worst.because());
                }));
    Case one =
        new Case(
            Case.Kind.BREAK,
            about + " " + String.join(". ", words) + ".",
            List.of(),
            Optional.empty(),
            told,
            scenario,
            expect,
            repair,
            noRepair);
    return CaseYaml.print(one).getBytes(StandardCharsets.UTF_8);
  }
}
