package org.hopscotch.harness.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hopscotch.model.release.Member;
import org.hopscotch.model.release.ResolvedDevice;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.ExpressionText;
import org.hopscotch.model.schema.Hook;
import org.hopscotch.model.schema.Hooks;
import org.hopscotch.model.schema.Section;

/// Why a member is not what it was: how it travels on each side, what hooks make of it, and what it
/// is where it does not arrive.
final class MemberExplanation {
  private final Hop hop;
  private final String device;
  private final String path;
  private final Text text;
  private final Carriage sent;
  private final Carriage taken;

  private MemberExplanation(Hop hop, String device, String path, Text text) {
    this.hop = hop;
    this.device = device;
    this.path = End.plain(path);
    this.text = text;
    long version = hop.source().section(device).map(Section::versionId).orElse(0);
    this.sent = Carriage.of(hop.source(), device, path, version);
    this.taken = Carriage.of(hop.destination(), device, path, version);
  }

  static void of(Hop hop, String device, String path, Text text) {
    if (FramingExplanation.whyNothingArrived(hop, device, text)) {
      return;
    }
    new MemberExplanation(hop, device, path, text).explain();
  }

  private void explain() {
    text.what(
        "%s of %s: %s as the source %s; %s as the destination %s."
            .formatted(
                path,
                device,
                hop.source().release(),
                sent.words(),
                hop.destination().release(),
                taken.words()));
    oldLayout();
    List<HookSteps.Step> computed = hooks();
    if (!computed.isEmpty()) {
      text.what(HookExplanation.returns(hop, device));
    }
    if (computed.isEmpty()) {
      whereItDoesNotArrive();
    }
    inputs(computed);
    if (isNever(sent) && isNever(taken) && computed.isEmpty() && !text.hasCause()) {
      if (hop.isWithinOneRelease() && !hop.isOfTheNewest()) {
        return;
      }
      if (hop.isWithinOneRelease()) {
        text.repair(
            "Send %s: in a subsection that is needed while it is not what a reset makes it."
                .formatted(path));
      } else {
        text.repair(
            "Send %s: in a subsection of %s, tied to a property that %s turns off."
                .formatted(path, hop.newer().release(), hop.table()));
      }
    }
  }

  /// A version below the minimum is read by a layout of its own.
  private void oldLayout() {
    Optional<Section> before = hop.source().section(device);
    Optional<Section> after = hop.destination().section(device);
    if (before.isPresent()
        && after.isPresent()
        && before.get().versionId() < after.get().minimumVersionId()
        && after.get().loadStateOld().isPresent()) {
      text.what(
          "%s sends version %d of %s, which %s reads by load_state_old, since its minimum is %d."
              .formatted(
                  hop.sourceName(),
                  before.get().versionId(),
                  after.get().name(),
                  hop.destinationName(),
                  after.get().minimumVersionId()));
    }
  }

  private static boolean isNever(Carriage carriage) {
    return carriage.kind() == Carriage.Kind.NEVER;
  }

  /// What hooks do with the member.
  ///
  /// @return the steps that give it a value on arrival
  private List<HookSteps.Step> hooks() {
    for (HookSteps.Step step : steps(hop.source(), Hooks::preSave)) {
      if (step.uses(path) || Asked.overlap(step.member(), path)) {
        String what = step.member().equals(path) ? "set" : "copied";
        text.what("%s by pre_save of %s: %s.".formatted(it(what), step.section(), step.words()));
        if (!step.member().equals(path)) {
          long version = hop.source().section(device).map(Section::versionId).orElse(0);
          Carriage other = Carriage.of(hop.source(), device, step.member(), version);
          text.what(
              "Of %s, %s %s.".formatted(step.member(), hop.source().release(), other.words()));
        }
      }
    }
    List<HookSteps.Step> computed = new ArrayList<>();
    for (HookSteps.Step step : steps(hop.destination(), Hooks::preLoad)) {
      if (Asked.overlap(step.member(), path)) {
        text.what(
            "%s by pre_load of %s on %s: %s."
                .formatted(it("set"), step.section(), hop.destinationName(), step.words()));
        computed.add(step);
      }
    }
    for (HookSteps.Step step : steps(hop.destination(), Hooks::postLoad)) {
      if (Asked.overlap(step.member(), path)) {
        text.what(
            "%s by post_load of %s on %s: %s."
                .formatted(it("computed"), step.section(), hop.destinationName(), step.words()));
        computed.add(step);
      }
    }
    return computed;
  }

  private String it(String verb) {
    return "%s is %s".formatted(path, verb);
  }

  private List<HookSteps.Step> steps(End end, Function<Hooks, Hook> which) {
    return end.section(device).map(section -> HookSteps.of(section, which)).orElse(List.of());
  }

  private void whereItDoesNotArrive() {
    Optional<ResolvedDevice> there = hop.destination().device(device);
    Optional<Member> member = there.flatMap(one -> hop.destination().member(one, path));
    boolean always = sent.kind() == Carriage.Kind.ALWAYS && taken.kind() == Carriage.Kind.ALWAYS;
    if (member.isEmpty() || always) {
      return;
    }
    if (member.get().reset().isEmpty()) {
      text.what("No reset gives it a value, so it is whatever memory held.");
      if (hop.isWithinOneRelease() ? hop.isOfTheNewest() : !hop.sourceIsNewer()) {
        text.repair(
            "In %s, give %s a value in pre_load of the section, or in the reset."
                .formatted(hop.destination().release(), path));
      }
      return;
    }
    text.what(
        "Where it does not arrive it keeps the value of the reset, %s."
            .formatted(ValueExplanation.reset(member.get())));
    boolean lacking =
        !hop.isWithinOneRelease() && !hop.sourceIsNewer() && lacks(hop.source(), path);
    if (lacking) {
      member
          .get()
          .implied()
          .ifPresent(implied ->
              text.repair(
                  "In %s, let pre_load set %s to %s, which a guest without it behaves like."
                      .formatted(hop.newer().release(), path, ExpressionText.print(implied))));
    }
  }

  private boolean lacks(End end, String member) {
    return end.device(device).flatMap(one -> end.member(one, member)).isEmpty();
  }

  /// What conditions, hooks and the reset ask for, and have otherwise on the other host.
  private void inputs(List<HookSteps.Step> computed) {
    Optional<ResolvedDevice> source = hop.source().device(device);
    Optional<ResolvedDevice> destination = hop.destination().device(device);
    if (source.isEmpty() || destination.isEmpty()) {
      return;
    }
    Inputs inputs = new Inputs(hop, source.get(), destination.get());
    List<Expression> conditions = new ArrayList<>();
    sent.condition().ifPresent(conditions::add);
    taken.condition().ifPresent(conditions::add);
    text.what(inputs.differing("The condition of " + path, conditions));
    List<Expression> values = new ArrayList<>();
    computed.forEach(step -> values.add(step.value()));
    text.what(inputs.differing("The hook that gives %s a value".formatted(path), values));
    boolean always = sent.kind() == Carriage.Kind.ALWAYS && taken.kind() == Carriage.Kind.ALWAYS;
    if (!always) {
      text.what(ValueExplanation.of(hop, device, path));
    }
  }
}
