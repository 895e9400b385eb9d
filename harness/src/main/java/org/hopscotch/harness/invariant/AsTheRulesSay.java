package org.hopscotch.harness.invariant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hopscotch.harness.rules.RulesHost;
import org.hopscotch.harness.rules.RulesOutcome;
import org.hopscotch.harness.subject.Instance;
import org.hopscotch.model.migration.Outcome;
import org.hopscotch.model.release.StartFailure;
import org.hopscotch.model.scenario.Address;
import org.hopscotch.model.scenario.InvariantId;
import org.hopscotch.model.scenario.Judgement;
import org.hopscotch.model.scenario.Severity;
import org.hopscotch.model.scenario.Stop;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.state.GuestState;
import org.hopscotch.model.state.Value;
import org.hopscotch.reports.OutcomeText;

/// `as-the-rules-say`: outcome, reason, loaded state and saved bytes are those that wire-format
/// prescribes, as an interpreter computes them that shares no code with the engine. What must be
/// refused is refused.
///
/// It is not about black boxes: the rules know what a release declares, and of those nothing is.
public final class AsTheRulesSay implements Invariant {
  @Override
  public InvariantId id() {
    return InvariantId.AS_THE_RULES_SAY;
  }

  @Override
  public List<Judgement> judge(Journey journey) {
    List<Judgement> judgements = new ArrayList<>();
    for (int i = 0; i < journey.route().size(); i++) {
      Optional<byte[]> stream = i == 0 ? Optional.empty() : journey.stream(i - 1);
      if (i == 0 || stream.isPresent()) {
        judgements.add(judge(journey, i, stream));
      }
    }
    return judgements;
  }

  private static Judgement judge(Journey journey, int at, Optional<byte[]> stream) {
    Journey.Visit visit = journey.visit(at);
    if (!journey.showsMembers(visit.stop())) {
      return Judgement.doesNotApply(visit.stop() + " does not show its members");
    }
    return switch (RulesHost.start(visit.stop().host(0))) {
      case RulesHost.DidNotStart(StartFailure failure) ->
          compared(
              visit.stop(),
              "start",
              "does not start: " + OutcomeText.words(failure),
              OutcomeText.words(visit.outcome()),
              visit.outcome() instanceof Outcome.DidNotStart failed
                  && failed.failure().equals(failure));
      case RulesHost.Started(RulesHost host) -> judge(journey, visit, host, stream);
    };
  }

  private static Judgement judge(
      Journey journey, Journey.Visit visit, RulesHost host, Optional<byte[]> stream) {
    RulesOutcome outcome = new RulesOutcome.Done();
    if (stream.isPresent()) {
      outcome = host.load(stream.get());
    } else {
      host.enter(entered(journey.scenario().guest(), visit));
    }
    if (!outcome.agrees(visit.outcome())) {
      return compared(
          visit.stop(), "outcome", outcome.toString(), OutcomeText.words(visit.outcome()), false);
    }
    return visit.arrived().isEmpty() ? Judgement.holds() : state(visit, host);
  }

  /// What the guest gave values to, as it stands: of arrays as many elements as the device has.
  private static GuestState entered(GuestState guest, Journey.Visit visit) {
    Map<String, DeviceState> devices = new LinkedHashMap<>();
    GuestState looks = visit.arrived().flatMap(View::look).orElse(guest);
    guest
        .devices()
        .forEach((id, state) -> {
          Map<String, Value> members = new LinkedHashMap<>();
          state
              .members()
              .keySet()
              .forEach(name ->
                  looks
                      .device(id)
                      .flatMap(now -> now.find(name))
                      .ifPresent(v -> members.put(name, v)));
          devices.put(id, new DeviceState(members));
        });
    return new GuestState(devices);
  }

  private static Judgement state(Journey.Visit visit, RulesHost host) {
    GuestState looks = visit.arrived().orElseThrow().look().orElseThrow();
    if (!looks.equals(host.look())) {
      return compared(visit.stop(), "state", host.look().toString(), looks.toString(), false);
    }
    if (visit.stop().reset()) {
      host.save();
      host.save();
      host.reset();
    }
    return save(visit.stop(), host.save(), visit.leaving().orElseThrow().first());
  }

  /// The bytes are compared as far as the end of the sections.
  private static Judgement save(Stop stop, RulesHost.Saved rules, Instance.Save engine) {
    return switch (engine) {
      case Instance.NotSaved(Outcome outcome) ->
          compared(
              stop,
              "save",
              rules.outcome().toString(),
              OutcomeText.words(outcome),
              rules.outcome().agrees(outcome));
      case Instance.Saved saved -> {
        byte[] due = rules.stream();
        byte[] got = Arrays.copyOf(saved.stream(), Math.min(due.length, saved.stream().length));
        int at = Arrays.mismatch(due, got);
        yield compared(
            stop,
            "save",
            rules.outcome() + " of " + due.length + " bytes",
            at < 0 ? "the same" : "another byte at offset " + at,
            at < 0 && rules.outcome() instanceof RulesOutcome.Done);
      }
    };
  }

  private static Judgement compared(
      Stop stop, String what, String rules, String engine, boolean agree) {
    return agree
        ? Judgement.holds()
        : Judgement.violated(
                "not as the rules say: " + what,
                "%s: %s should be: %s; it is: %s".formatted(stop, what, rules, engine))
            .as(Severity.CHANGED)
            .at(new Address(stop.release().name(), stop.machine(), "", ""));
  }
}
