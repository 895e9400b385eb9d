package org.hopscotch.harness.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hopscotch.model.evolution.Change;
import org.hopscotch.model.release.CompatTable;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.Origin;
import org.hopscotch.model.release.Property;
import org.hopscotch.model.release.PropertyKind;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.release.Resolution;
import org.hopscotch.model.release.StartFailure;
import org.hopscotch.model.scenario.Stop;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.ExpressionParts;
import org.hopscotch.model.schema.Statement;

/// What lets a release start that does not: rows of what is gone, and what is gone itself.
final class StartCandidates implements Candidate.Source {
  @Override
  public Stream<Candidate> of(Situation situation) {
    Stop stop = situation.stop();
    Resolution.Result result =
        Resolution.of(stop.release(), stop.machine(), stop.configuration(), stop.surroundings());
    return result instanceof Resolution.Failed(StartFailure failure)
        ? of(situation, failure).stream()
        : Stream.empty();
  }

  private static List<Candidate> of(Situation situation, StartFailure failure) {
    return switch (failure) {
      case StartFailure.UnknownProperty(_, String type, String property, Origin origin) ->
          unknownProperty(situation, type, property, origin);
      case StartFailure.BadValue(_, String property, _, Origin origin, _) ->
          row(situation, origin, property)
              .map(row -> List.of(withoutRow(situation, origin, row, property)))
              .orElse(List.of());
      case StartFailure.UnknownType(_, String type) -> unknownType(situation, type);
      case StartFailure.UnknownMachine(String machine) -> unknownMachine(situation, machine);
      case StartFailure.NotRealized(_, String type, String words) ->
          notRealized(situation, type, words);
      case StartFailure.CannotBeMade _, StartFailure.DuplicateSection _ -> List.of();
      case StartFailure.Reported _, StartFailure.PathTooLong _ -> List.of();
    };
  }

  private static List<Candidate> unknownProperty(
      Situation situation, String type, String name, Origin origin) {
    List<Candidate> all = new ArrayList<>();
    Optional<Property> old =
        situation.olders().stream()
            .flatMap(older -> property(older.release(), type, name).stream())
            .findFirst();
    row(situation, origin, name)
        .ifPresent(row ->
            all.add(
                old.isPresent()
                    ? withoutRow(situation, origin, row, name)
                    : optional(situation, origin, row)));
    old.ifPresent(property ->
        all.add(
            new Candidate(
                RepairKind.IDENTITY,
                "In %s, %s keeps its property %s.".formatted(situation.newer(), type, name),
                new Change.AddProperty(type, property))));
    return all;
  }

  private static Optional<Property> property(Release release, String type, String name) {
    return release
        .type(type)
        .flatMap(
            one -> release.properties(one).stream().filter(p -> p.name().equals(name)).findFirst());
  }

  private static Optional<CompatTable.Row> row(
      Situation situation, Origin origin, String property) {
    String driver =
        switch (origin) {
          case Origin.TableRow row -> row.driver();
          case Origin.FamilyRow row -> row.driver();
          case Origin.Default _, Origin.Automatic _, Origin.GlobalOption _ -> "";
          case Origin.DeviceOption _ -> "";
        };
    return table(situation, origin)
        .flatMap(table ->
            table.rows().stream()
                .filter(row -> row.driver().equals(driver) && row.property().equals(property))
                .findFirst());
  }

  private static Optional<CompatTable> table(Situation situation, Origin origin) {
    String name =
        switch (origin) {
          case Origin.TableRow row -> row.table();
          case Origin.FamilyRow row -> row.table();
          case Origin.Default _, Origin.Automatic _, Origin.GlobalOption _ -> "";
          case Origin.DeviceOption _ -> "";
        };
    return situation.newer().tables().stream().filter(t -> t.name().equals(name)).findFirst();
  }

  private static Candidate withoutRow(
      Situation situation, Origin origin, CompatTable.Row row, String property) {
    String table = table(situation, origin).orElseThrow().name();
    return new Candidate(
        RepairKind.ROW,
        "In %s, %s has no row of %s.%s, since that is gone."
            .formatted(situation.newer(), table, row.driver(), property),
        new Change.RemoveRow(table, row.driver(), property));
  }

  private static Candidate optional(Situation situation, Origin origin, CompatTable.Row row) {
    CompatTable table = table(situation, origin).orElseThrow();
    return new Candidate(
        RepairKind.ROW,
        "In %s, the row of %s.%s in %s is optional, since not every build has that property."
            .formatted(situation.newer(), row.driver(), row.property(), table.name()),
        new Change.RemoveRow(table.name(), row.driver(), row.property()),
        new Change.AddRow(
            table.withRows(
                List.of(new CompatTable.Row(row.driver(), row.property(), row.value(), true)))));
  }

  private static List<Candidate> unknownType(Situation situation, String name) {
    for (Stop older : situation.olders()) {
      Optional<DeviceType> old = older.release().type(name);
      if (old.isPresent()) {
        List<Change> added = new ArrayList<>();
        for (DeviceType type : older.release().lineage(old.get()).reversed()) {
          if (situation.newer().type(type.name()).isEmpty()) {
            added.add(new Change.AddType(type));
          }
        }
        return List.of(
            new Candidate(
                RepairKind.IDENTITY,
                added,
                "%s keeps the device type %s.".formatted(situation.newer(), name)));
      }
    }
    return List.of();
  }

  /// A reason that is new is one for new machine types only.
  private static List<Candidate> notRealized(Situation situation, String name, String words) {
    List<Candidate> all = new ArrayList<>();
    for (DeviceType type :
        situation.newer().type(name).map(situation.newer()::lineage).orElse(List.of())) {
      List<Statement.Refuse> before =
          situation.olders().getFirst().release().type(type.name()).stream()
              .flatMap(old -> old.realize().stream())
              .toList();
      boolean own =
          type.realize().stream().anyMatch(r -> r.words().equals(words) && !before.contains(r));
      if (own) {
        all.addAll(asked(situation, type, words));
      }
      if (own && situation.tableOfOlder().isPresent()) {
        String property = situation.freeProperty(type.name() + "-check");
        List<Statement.Refuse> tied =
            type.realize().stream()
                .map(one ->
                    before.contains(one) || !one.words().equals(words)
                        ? one
                        : new Statement.Refuse(
                            words, Layout.and(new Expression.Property(property), one.when())))
                .toList();
        CompatTable table = situation.tableOfOlder().get();
        all.add(
            new Candidate(
                RepairKind.HOOK,
                "In %s, a new property %s.%s, which %s turns off, is asked before \"%s\"."
                    .formatted(situation.newer(), type.name(), property, table.name(), words),
                new Change.AddProperty(
                    type.name(), new Property(property, new PropertyKind.Bool(), "on")),
                new Change.AddRow(
                    table.withRows(List.of(new CompatTable.Row(type.name(), property, "off")))),
                new Change.SetRealize(type.name(), tied)));
      }
    }
    return all;
  }

  /// {@return rows with the other value of each new bool that a refusal asks}
  private static List<Candidate> asked(Situation situation, DeviceType type, String words) {
    List<Candidate> all = new ArrayList<>();
    Release before = situation.olders().getFirst().release();
    for (Statement.Refuse refuse : type.realize()) {
      for (String name : asked(refuse, words)) {
        Optional<Property> now =
            property(situation.newer(), type.name(), name)
                .filter(one -> one.kind() instanceof PropertyKind.Bool)
                .filter(_ -> property(before, type.name(), name).isEmpty());
        Optional<CompatTable> table = situation.tableOfOlder();
        if (now.isPresent() && table.isPresent()) {
          String other = now.get().initial().equals("on") ? "off" : "on";
          all.add(
              new Candidate(
                  RepairKind.ROW,
                  "In %s, %s sets %s.%s to %s."
                      .formatted(situation.newer(), table.get().name(), type.name(), name, other),
                  new Change.AddRow(
                      table
                          .get()
                          .withRows(List.of(new CompatTable.Row(type.name(), name, other))))));
        }
      }
    }
    return all;
  }

  private static Set<String> asked(Statement.Refuse refuse, String words) {
    return refuse.words().equals(words) ? ExpressionParts.properties(refuse.when()) : Set.of();
  }

  private static List<Candidate> unknownMachine(Situation situation, String name) {
    return situation.olders().stream()
        .flatMap(older -> older.release().machine(name).stream())
        .limit(1)
        .map(machine ->
            new Candidate(
                RepairKind.IDENTITY,
                "%s keeps the machine type %s.".formatted(situation.newer(), machine.name()),
                new Change.AddMachine(
                    machine.withAliases(
                        machine.aliases().stream()
                            .filter(a -> situation.newer().machine(a).isEmpty())
                            .toList()))))
        .toList();
  }
}
