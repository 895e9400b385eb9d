package org.hopscotch.harness.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hopscotch.model.evolution.Change;
import org.hopscotch.model.release.Property;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Subsection;

/// The change is taken back, for all machine types: what is left where nothing can be tied to one.
final class UndoCandidates implements Candidate.Source {
  @Override
  public Stream<Candidate> of(Situation situation) {
    List<Candidate> all = new ArrayList<>();
    for (Owned owned : Owned.sections(situation)) {
      owned.before().ifPresent(before -> undone(all, situation, owned, before));
    }
    for (Pair pair : situation.pairsByType()) {
      whole(all, situation, pair);
      defaults(all, situation, pair);
    }
    return all.stream();
  }

  private static void undone(
      List<Candidate> all, Situation situation, Owned owned, Section before) {
    Section now = owned.section();
    List<Change> changes = new ArrayList<>();
    if (!now.fields().equals(before.fields())) {
      changes.addAll(new FieldEdit(situation.newer(), owned.type(), now).to(before.fields()));
    }
    if (now.versionId() != before.versionId()
        || now.minimumVersionId() != before.minimumVersionId()) {
      changes.add(
          new Change.SetVersions(
              owned.type(), now.name(), before.versionId(), before.minimumVersionId()));
    }
    if (!now.hooks().equals(before.hooks())) {
      changes.add(new Change.SetHooks(owned.type(), now.name(), before.hooks()));
    }
    for (Subsection sub : now.subsections()) {
      if (Layout.subsection(before, sub.section().name()).isEmpty()) {
        changes.add(new Change.RemoveSubsection(owned.type(), now.name(), sub.section().name()));
      }
    }
    for (Subsection sub : before.subsections()) {
      if (Layout.subsection(now, sub.section().name()).isEmpty()) {
        changes.add(new Change.AddSubsection(owned.type(), now.name(), sub));
      }
    }
    if (!changes.isEmpty()) {
      all.add(
          new Candidate(
              RepairKind.UNDO,
              changes,
              "%s leaves the section %s of %s as it was."
                  .formatted(situation.newer(), now.name(), owned.type())));
    }
  }

  private static void whole(List<Candidate> all, Situation situation, Pair pair) {
    pair.oldType()
        .filter(old -> !old.equals(pair.type()))
        .ifPresent(old ->
            all.add(
                new Candidate(
                    RepairKind.UNDO,
                    "%s leaves %s as it was.".formatted(situation.newer(), old.name()),
                    new Change.RemoveType(old.name()),
                    new Change.AddType(old))));
  }

  private static void defaults(List<Candidate> all, Situation situation, Pair pair) {
    if (pair.oldType().isEmpty()) {
      return;
    }
    for (Property now : pair.newer().properties(pair.type())) {
      pair.older().properties(pair.oldType().get()).stream()
          .filter(old -> old.name().equals(now.name()))
          .filter(old ->
              !old.initial().equals(now.initial()) || !old.automatic().equals(now.automatic()))
          .findFirst()
          .ifPresent(old ->
              all.add(
                  new Candidate(
                      RepairKind.UNDO,
                      "%s leaves the default of %s as it was, %s."
                          .formatted(situation.newer(), now.name(), old.initial()),
                      new Change.SetDefault(
                          pair.declaring(now.name()),
                          now.name(),
                          old.initial(),
                          old.automatic()))));
    }
  }
}
