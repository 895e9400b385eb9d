package org.hopscotch.harness.repair;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hopscotch.model.evolution.Change;
import org.hopscotch.model.release.MachineType;
import org.hopscotch.model.release.RamBlock;
import org.hopscotch.model.release.Registration;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.scenario.Stop;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.Field;

/// Under which names and numbers things are found: as they were, or so that they are not confused.
final class IdentityCandidates implements Candidate.Source {
  @Override
  public Stream<Candidate> of(Situation situation) {
    List<Candidate> all = new ArrayList<>();
    for (Owned owned : Owned.sections(situation)) {
      if (owned.root()) {
        owned.before().ifPresent(before -> renamed(all, situation, owned, before.name()));
      } else if (isStruct(owned)) {
        String name = owned.pair().section().orElseThrow().name();
        renamed(all, situation, owned, owned.type() + "_" + name + "_state");
      }
    }
    for (Pair pair : situation.pairsByType()) {
      registration(all, situation, pair);
      ram(all, situation, pair);
    }
    situation.olders().forEach(older -> machine(all, situation, older));
    return all.stream();
  }

  private static void renamed(List<Candidate> all, Situation situation, Owned owned, String name) {
    String own = owned.section().name();
    if (!own.equals(name)) {
      all.add(
          new Candidate(
              RepairKind.IDENTITY,
              "In %s, the section %s of %s is called %s."
                  .formatted(situation.newer(), own, owned.type(), name),
              new Change.RenameSection(owned.type(), own, name)));
    }
  }

  private static boolean isStruct(Owned owned) {
    return Layout.all(owned.pair().section().orElseThrow()).stream()
        .flatMap(one -> one.fields().stream())
        .map(Field::type)
        .flatMap(type -> type.elementType().stream())
        .anyMatch(element -> element.toString().contains(owned.section().name()));
  }

  private static void registration(List<Candidate> all, Situation situation, Pair pair) {
    Registration now = pair.newer().type(pair.owner()).orElseThrow().registration();
    Set<Registration> others = new LinkedHashSet<>();
    pair.older().type(pair.owner()).ifPresent(old -> others.add(old.registration()));
    if (now.instanceId().isPresent()) {
      others.add(
          new Registration(
              now.priority(),
              Optional.empty(),
              now.aliasId(),
              now.below(),
              now.needed(),
              now.unmigratable(),
              now.earlySetup()));
    }
    if (!now.needed().equals(Expression.TRUE)) {
      others.add(
          new Registration(
              now.priority(),
              now.instanceId(),
              now.aliasId(),
              now.below(),
              Expression.TRUE,
              now.unmigratable(),
              now.earlySetup()));
    }
    others.remove(now);
    for (Registration other : others) {
      // The newest machine type would change with it; what asks a property does not.
      all.add(
          new Candidate(
              RepairKind.UNDO,
              "In %s, %s."
                  .formatted(situation.newer(), RegistrationWords.of(pair.owner(), now, other)),
              new Change.SetRegistration(pair.owner(), other)));
    }
  }

  private static void ram(List<Candidate> all, Situation situation, Pair pair) {
    List<RamBlock> now = pair.type().ram();
    pair.oldType()
        .filter(old -> !old.ram().equals(now))
        .ifPresent(old ->
            all.add(
                new Candidate(
                    RepairKind.UNDO,
                    "In %s, %s has the RAM blocks that it had."
                        .formatted(situation.newer(), pair.type().name()),
                    new Change.SetRam(pair.type().name(), old.ram()))));
  }

  /// What a machine type is made of; RAM of its own that newer ones do not have either.
  private static void machine(List<Candidate> all, Situation situation, Stop older) {
    Optional<MachineType> now = situation.machine();
    Optional<MachineType> before = older.release().machine(situation.stop().machine());
    if (now.isEmpty() || before.isEmpty()) {
      return;
    }
    MachineType wanted = like(now.get(), before.get());
    if (wanted.equals(now.get())) {
      return;
    }
    List<Change> changes = new ArrayList<>();
    changes.add(new Change.SetMachine(wanted));
    String words = "In %s, %s is made as it was.".formatted(situation.newer(), now.get().name());
    all.add(new Candidate(RepairKind.IDENTITY, changes, words));
    Release newer = situation.newer();
    List<RamBlock> ram = before.get().ram();
    newer.machines().stream()
        .filter(one -> one.family().equals(wanted.family()) && !one.name().equals(wanted.name()))
        .filter(one -> one.ram().isEmpty() && !ram.isEmpty())
        .forEach(one -> changes.add(new Change.SetMachine(one.withRam(ram))));
    for (Pair pair : situation.pairs(older)) {
      pair.oldType()
          .filter(old -> !old.ram().equals(pair.type().ram()))
          .ifPresent(old -> changes.add(new Change.SetRam(pair.type().name(), old.ram())));
    }
    if (changes.size() > 1) {
      all.add(new Candidate(RepairKind.IDENTITY, changes, words + " So is what else has its RAM."));
    }
  }

  private static MachineType like(MachineType now, MachineType before) {
    return new MachineType(
        now.name(),
        now.version(),
        now.family(),
        now.aliases(),
        now.deprecated(),
        before.devices(),
        before.ram(),
        before.options());
  }
}
