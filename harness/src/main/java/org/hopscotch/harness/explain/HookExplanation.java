package org.hopscotch.harness.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hopscotch.harness.repair.Layout;
import org.hopscotch.model.release.ResolvedDevice;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.ExpressionText;
import org.hopscotch.model.schema.Hooks;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Statement;

/// What hooks have to do with a refusal.
final class HookExplanation {
  private HookExplanation() {}

  /// {@return how `pre_load` of the destination gives a member the value with which a load begins}
  static List<String> given(Hop hop, String device, String member) {
    return hop.destination().section(device).stream()
        .flatMap(section -> HookSteps.of(section, Hooks::preLoad).stream())
        .filter(step -> Asked.overlap(step.member(), member))
        .map(step -> "pre_load of %s sets it: %s.".formatted(step.section(), step.words()))
        .toList();
  }

  /// {@return when the hook refuses that says some words, and what its condition asks for}
  static List<String> refuses(Hop hop, String device, String words) {
    List<String> sentences = new ArrayList<>();
    Optional<ResolvedDevice> source = hop.source().device(device);
    Optional<ResolvedDevice> destination = hop.destination().device(device);
    List<Section> sections = hop.destination().section(device).map(Layout::all).orElse(List.of());
    for (Section section : sections) {
      for (Statement.Refuse refuse : refusals(section.hooks())) {
        if (refuse.words().equals(words)) {
          Expression when = refuse.when();
          sentences.add("It does while %s.".formatted(ExpressionText.print(when)));
          destination
              .map(there -> Inputs.here(there, when))
              .filter(here -> !here.isEmpty())
              .ifPresent(here -> sentences.add("There %s.".formatted(here)));
          for (String member : Asked.members(when)) {
            ValueExplanation.of(hop, device, member).stream()
                .filter(one -> one.contains(" asks "))
                .forEach(sentences::add);
          }
          if (source.isPresent() && destination.isPresent()) {
            Inputs inputs = new Inputs(hop, source.get(), destination.get());
            sentences.addAll(inputs.differing("The hook", List.of(when)));
          }
        }
      }
    }
    return sentences;
  }

  /// {@return which hooks may end the load of a section before all of it was done}
  static List<String> returns(Hop hop, String device) {
    List<String> sentences = new ArrayList<>();
    for (Section section : hop.destination().section(device).map(Layout::all).orElse(List.of())) {
      for (Statement statement : section.hooks().postLoad().statements()) {
        if (statement instanceof Statement.Return end) {
          sentences.add(
              ("post_load of %s returns %d when %s, which up to 10.0 ends what comes after it in"
                      + " the section around it.")
                  .formatted(section.name(), end.code(), ExpressionText.print(end.when())));
        }
      }
    }
    return sentences;
  }

  private static List<Statement.Refuse> refusals(Hooks hooks) {
    List<Statement.Refuse> all = new ArrayList<>();
    for (var hook : List.of(hooks.preLoad(), hooks.postLoad())) {
      hook.statements()
          .forEach(statement -> {
            if (statement instanceof Statement.Refuse refuse) {
              all.add(refuse);
            }
          });
    }
    return all;
  }
}
