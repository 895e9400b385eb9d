package org.hopscotch.generators.pass;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.schema.Hook;
import org.hopscotch.model.schema.Hooks;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Statement;

/// Leaves out the hooks of a section in all releases, one of them, or one step; or the way to load
/// what is older than its minimum.
final class DropHook implements ScenarioPass {
  private static final List<UnaryOperator<Hooks>> HOOKS =
      List.of(
          _ -> Hooks.NONE,
          h -> new Hooks(Hook.NONE, h.preLoad(), h.postLoad(), h.postSave()),
          h -> new Hooks(h.preSave(), Hook.NONE, h.postLoad(), h.postSave()),
          h -> new Hooks(h.preSave(), h.preLoad(), Hook.NONE, h.postSave()),
          h -> new Hooks(h.preSave(), h.preLoad(), h.postLoad(), Hook.NONE));

  @Override
  public List<UnaryOperator<Scenario>> steps(Scenario of) {
    List<UnaryOperator<Scenario>> all = new ArrayList<>();
    for (String type : Everywhere.typeNames(of)) {
      Parts.of(of, type)
          .sections
          .forEach((place, sections) -> {
            if (sections.stream().anyMatch(one -> one.loadStateOld().isPresent())) {
              all.add(in(type, place, DropHook::withoutLoadStateOld));
            }
            if (sections.stream().anyMatch(one -> !one.hooks().equals(Hooks.NONE))) {
              HOOKS.forEach(
                  hook -> all.add(in(type, place, one -> one.with(hook.apply(one.hooks())))));
            }
            for (Statement step : steps(sections)) {
              all.add(in(type, place, one -> one.with(without(one.hooks(), step))));
            }
          });
    }
    return all;
  }

  private static UnaryOperator<Scenario> in(
      String type, Place place, UnaryOperator<Section> change) {
    Rewriting rewriting =
        new Rewriting() {
          @Override
          Section section(Place at, Section section) {
            return at.equals(place) ? change.apply(section) : section;
          }
        };
    return before -> Everywhere.type(before, type, rewriting::type);
  }

  private static Set<Statement> steps(List<Section> sections) {
    Set<Statement> steps = new LinkedHashSet<>();
    for (Section one : sections) {
      steps.addAll(one.hooks().preSave().statements());
      steps.addAll(one.hooks().preLoad().statements());
      steps.addAll(one.hooks().postLoad().statements());
      steps.addAll(one.hooks().postSave().statements());
    }
    return steps;
  }

  private static Hooks without(Hooks hooks, Statement step) {
    return new Hooks(
        without(hooks.preSave(), step),
        without(hooks.preLoad(), step),
        without(hooks.postLoad(), step),
        without(hooks.postSave(), step));
  }

  private static Hook without(Hook hook, Statement step) {
    return new Hook(hook.statements().stream().filter(one -> !one.equals(step)).toList());
  }

  private static Section withoutLoadStateOld(Section section) {
    return new Section(
        section.name(),
        section.versionId(),
        section.minimumVersionId(),
        section.fields(),
        section.subsections(),
        section.hooks());
  }
}
