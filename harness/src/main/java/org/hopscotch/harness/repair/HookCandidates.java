package org.hopscotch.harness.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hopscotch.model.evolution.Change;
import org.hopscotch.model.release.CompatTable;
import org.hopscotch.model.release.Property;
import org.hopscotch.model.release.PropertyKind;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.Hook;
import org.hopscotch.model.schema.Hooks;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Statement;

/// Hooks leave out what does harm: a return that ends too much, a refusal that older releases do
/// not have, or, for new machine types only, an assignment.
final class HookCandidates implements Candidate.Source {

  /// A hook of a section, to be looked at and put back.
  private interface Place {
    Hook get(Hooks hooks);

    Hooks with(Hooks hooks, Hook hook);
  }

  private record Named(String name, Place place) {}

  private static final List<Named> PLACES =
      List.of(
          new Named(
              "post_load",
              place(
                  Hooks::postLoad, (h, k) -> new Hooks(h.preSave(), h.preLoad(), k, h.postSave()))),
          new Named(
              "pre_load",
              place(
                  Hooks::preLoad, (h, k) -> new Hooks(h.preSave(), k, h.postLoad(), h.postSave()))),
          new Named(
              "pre_save",
              place(
                  Hooks::preSave,
                  (h, k) -> new Hooks(k, h.preLoad(), h.postLoad(), h.postSave()))));

  private static Place place(Function<Hooks, Hook> get, BiFunction<Hooks, Hook, Hooks> with) {
    return new Place() {
      @Override
      public Hook get(Hooks hooks) {
        return get.apply(hooks);
      }

      @Override
      public Hooks with(Hooks hooks, Hook hook) {
        return with.apply(hooks, hook);
      }
    };
  }

  @Override
  public Stream<Candidate> of(Situation situation) {
    List<Candidate> all = new ArrayList<>();
    for (Owned owned : Owned.sections(situation)) {
      for (Named place : PLACES) {
        all.addAll(of(situation, owned, place));
      }
    }
    return all.stream();
  }

  private static List<Candidate> of(Situation situation, Owned owned, Named named) {
    List<Candidate> all = new ArrayList<>();
    Section section = owned.section();
    Hook hook = named.place().get(section.hooks());
    List<Statement> before =
        owned.before().map(old -> named.place().get(old.hooks()).statements()).orElse(List.of());
    for (int i = 0; i < hook.statements().size(); i++) {
      Statement statement = hook.statements().get(i);
      boolean own = !before.contains(statement);
      List<Statement> rest = new ArrayList<>(hook.statements());
      switch (statement) {
        case Statement.Return _ -> {
          rest.remove(i);
          all.add(without(situation, owned, named, new Hook(rest), "returns early"));
        }
        case Statement.Refuse refuse when own && olderOf(refuse, before).isPresent() -> {
          Statement.Refuse old = olderOf(refuse, before).get();
          rest.set(i, old);
          String what =
              "refuses \"%s\" only where %s does".formatted(old.words(), owned.pair().older());
          all.add(changed(situation, owned, named, new Hook(rest), what));
        }
        case Statement.Refuse refuse when own -> {
          rest.remove(i);
          String what = "refuses \"%s\"".formatted(refuse.words());
          all.add(without(situation, owned, named, new Hook(rest), what));
        }
        case Statement.Refuse _ -> {}
        case Statement.Assignment assignment -> {
          int at = i;
          situation
              .tableOfOlder()
              .ifPresent(table -> all.add(tied(situation, table, owned, named, at, assignment)));
        }
      }
    }
    return all;
  }

  /// {@return what the older release refuses with the same words}
  private static Optional<Statement.Refuse> olderOf(
      Statement.Refuse refuse, List<Statement> before) {
    return before.stream()
        .filter(Statement.Refuse.class::isInstance)
        .map(Statement.Refuse.class::cast)
        .filter(old -> old.words().equals(refuse.words()))
        .findFirst();
  }

  private static Candidate without(
      Situation situation, Owned owned, Named named, Hook rest, String what) {
    return changed(situation, owned, named, rest, "no longer " + what);
  }

  private static Candidate changed(
      Situation situation, Owned owned, Named named, Hook rest, String what) {
    Section section = owned.section();
    return new Candidate(
        RepairKind.HOOK,
        "In %s, %s of %s %s.".formatted(situation.newer(), named.name(), section.name(), what),
        new Change.SetHooks(
            owned.type(), section.name(), named.place().with(section.hooks(), rest)));
  }

  private static Candidate tied(
      Situation situation,
      CompatTable table,
      Owned owned,
      Named named,
      int at,
      Statement.Assignment assignment) {
    Section section = owned.section();
    String property = situation.freeProperty(assignment.member());
    Expression off = Layout.not(new Expression.Property(property));
    Hook hook = named.place().get(section.hooks());
    List<Statement> all = new ArrayList<>(hook.statements());
    all.set(at, TiedSection.guarded(assignment, off));
    Property added = new Property(property, new PropertyKind.Bool(), "on");
    return new Candidate(
        RepairKind.HOOK,
        List.of(
            new Change.AddProperty(owned.type(), added),
            new Change.AddRow(
                table.withRows(List.of(new CompatTable.Row(owned.type(), property, "off")))),
            new Change.SetHooks(
                owned.type(), section.name(), named.place().with(section.hooks(), new Hook(all)))),
        "In %s, %s of %s sets %s only where the new property %s is off, as %s says."
            .formatted(
                situation.newer(),
                named.name(),
                section.name(),
                assignment.member(),
                property,
                table.name()));
  }
}
