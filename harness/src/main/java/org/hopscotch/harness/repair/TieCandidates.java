package org.hopscotch.harness.repair;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hopscotch.model.evolution.Change;
import org.hopscotch.model.release.CompatTable;
import org.hopscotch.model.release.Property;
import org.hopscotch.model.release.PropertyKind;

/// What is new is tied to a property that a table turns off for older machine types.
final class TieCandidates implements Candidate.Source {
  @Override
  public Stream<Candidate> of(Situation situation) {
    Optional<CompatTable> table = situation.tableOfOlder();
    return table.isEmpty()
        ? Stream.empty()
        : situation.pairsByType().stream()
            .flatMap(pair -> of(situation, table.get(), pair).stream());
  }

  private static List<Candidate> of(Situation situation, CompatTable table, Pair pair) {
    if (pair.oldType().isEmpty()) {
      return List.of();
    }
    Tie tie = new Tie(pair, situation.freeProperty(Tie.subject(pair)));
    List<Tie.Part> parts = new ArrayList<>();
    for (Tie.Part part : Tie.Part.values()) {
      if (!tie.changes(EnumSet.of(part)).isEmpty()) {
        parts.add(part);
      }
    }
    List<Candidate> all = new ArrayList<>();
    for (int mask = 1; mask < 1 << parts.size(); mask++) {
      Set<Tie.Part> chosen = EnumSet.noneOf(Tie.Part.class);
      for (int i = 0; i < parts.size(); i++) {
        if ((mask >> i & 1) != 0) {
          chosen.add(parts.get(i));
        }
      }
      if (!chosen.contains(Tie.Part.MEANING) || chosen.containsAll(tied(parts))) {
        all.add(candidate(situation, table, tie, chosen));
      }
    }
    return all;
  }

  /// {@return what has to be tied before one may say that a machine type has no such thing: it
  /// neither sends nor touches it}
  private static List<Tie.Part> tied(List<Tie.Part> parts) {
    return parts.stream()
        .filter(part -> part.kind() != RepairKind.DEFAULT || part == Tie.Part.FILLING)
        .toList();
  }

  private static Candidate candidate(
      Situation situation, CompatTable table, Tie tie, Set<Tie.Part> parts) {
    List<Change> changes = new ArrayList<>();
    Property property = new Property(tie.property(), new PropertyKind.Bool(), "on");
    changes.add(new Change.AddProperty(tie.owner(), property));
    changes.add(
        new Change.AddRow(
            table.withRows(List.of(new CompatTable.Row(tie.owner(), tie.property(), "off")))));
    changes.addAll(tie.changes(parts));
    return new Candidate(
        parts.iterator().next().kind(),
        changes,
        "In %s, a new property %s.%s, which %s turns off, is asked by %s."
            .formatted(
                situation.newer(),
                tie.owner(),
                tie.property(),
                table.name(),
                asking(tie.changes(parts))));
  }

  /// {@return what is changed so that it asks the property}
  private static String asking(List<Change> changes) {
    Set<String> all = new LinkedHashSet<>();
    for (Change change : changes) {
      switch (change) {
        case Change.ReplaceField c -> all.add("field " + c.by().name());
        case Change.AddField c -> all.add("field " + c.field().name());
        case Change.SetNeeded c -> all.add("subsection " + c.subsection());
        case Change.AddSubsection c -> all.add("subsection " + c.subsection().section().name());
        case Change.SetHooks c -> all.add("the hooks of " + c.section());
        case Change.SetMember c -> all.add("member " + c.member().name());
        case Change.AddMember c -> all.add("member " + c.member().name());
        case Change.SetDefault c -> all.add("the choice of " + c.property());
        case Change.SetRam _ -> all.add("RAM");
        case Change.SetRegistration _ -> all.add("the registration");
        case Change.SetVersions _, Change.RemoveField _, Change.SetSection _ -> {}
        case Change.AddType _, Change.RemoveType _, Change.SetParent _ -> {}
        case Change.SetRealize _ -> {}
        case Change.AddProperty _, Change.RemoveProperty _, Change.AddRow _ -> {}
        case Change.RemoveRow _, Change.RemoveTable _, Change.RemoveMember _ -> {}
        case Change.SetLoadStateOld _, Change.RemoveSubsection _ -> {}
        case Change.RenameSection _, Change.AddMachine _, Change.RemoveMachine _ -> {}
        case Change.SetMachine _ -> {}
      }
    }
    return String.join(" and ", all);
  }
}
