package org.hopscotch.harness.invariant;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hopscotch.harness.subject.Instance;
import org.hopscotch.model.scenario.Address;
import org.hopscotch.model.scenario.InvariantId;
import org.hopscotch.model.scenario.Judgement;
import org.hopscotch.model.scenario.Severity;
import org.hopscotch.model.scenario.Stop;

/// `chain-stable`: where both A → B → C and A → C arrive, they give the same guest, and C saves the
/// same section bodies. A reset on the way is compared with the same reset at A. A section or
/// subsection more, of an equal guest, is worth a look.
public final class ChainStable implements Invariant {
  @Override
  public InvariantId id() {
    return InvariantId.CHAIN_STABLE;
  }

  @Override
  public List<Judgement> judge(Journey journey) {
    List<Judgement> judgements = new ArrayList<>();
    for (int last = 2; last < journey.route().size(); last++) {
      judgements.addAll(judge(journey, last));
    }
    return Judgement.orDoesNotApply(judgements, "a chain has three stops or more");
  }

  private static List<Judgement> judge(Journey journey, int last) {
    Stop end = journey.route().get(last);
    Optional<View> byChain = journey.visit(last).arrived();
    Optional<View> direct = direct(journey, last);
    if (byChain.isEmpty() || direct.isEmpty()) {
      return List.of(
          Judgement.doesNotApply("not both the chain and the direct way arrive at " + end));
    }
    String way = way(journey.route().subList(0, last + 1));
    boolean shown = direct.get().look().isPresent() && byChain.get().look().isPresent();
    List<Judgement> different =
        shown ? Arrivals.same(journey, way, end, direct.get(), end, byChain.get()) : List.of();
    List<Judgement> judgements =
        different.isEmpty() ? bodies(way, end, direct.get(), byChain.get()) : different;
    Stop[] stops = journey.route().subList(0, last + 1).toArray(Stop[]::new);
    return judgements.stream().map(one -> one.between(stops)).toList();
  }

  /// The direct way: a reset on the way is one at the beginning.
  private static Optional<View> direct(Journey journey, int last) {
    Stop first = journey.route().getFirst();
    boolean reset = journey.route().subList(0, last).stream().anyMatch(Stop::reset);
    Stop start =
        new Stop(
            first.release(), first.machine(), first.configuration(), first.surroundings(), reset);
    return journey
        .begin(start, 0)
        .leaving()
        .flatMap(View::saved)
        .flatMap(saved -> journey.arrive(saved.stream(), journey.route().get(last), 0).arrived());
  }

  private static List<Judgement> bodies(String way, Stop end, View direct, View byChain) {
    if (direct.saved().isEmpty() || byChain.saved().isEmpty()) {
      return List.of(Judgement.holds());
    }
    Map<String, byte[]> one = Arrivals.bodies(direct.saved().get());
    Map<String, byte[]> other = Arrivals.bodies(byChain.saved().get());
    List<Judgement> judgements = new ArrayList<>();
    for (Instance.SectionBody section : direct.saved().get().sections()) {
      String key = Arrivals.key(section);
      byte[] there = other.get(key);
      Address address = new Address(way, end.machine(), key, "");
      if (there == null) {
        judgements.add(
            Judgement.violated(
                    "section lost on the way",
                    "%s: section %s is saved after the direct way only".formatted(way, key))
                .as(Severity.LOST)
                .at(address));
      } else if (!Arrivals.saveTheSame(direct, byChain, section, other)) {
        judgements.add(differs(way, key, section.bytes(), there).at(address));
      }
    }
    if (judgements.isEmpty() && other.size() > one.size()) {
      judgements.add(Judgement.interesting(way + ": the chain leads to a section more"));
    }
    return judgements.isEmpty() ? List.of(Judgement.holds()) : judgements;
  }

  private static Judgement differs(String way, String section, byte[] direct, byte[] chain) {
    String what =
        "%s: C saves section %s of %d bytes, after the direct way of %d"
            .formatted(way, section, chain.length, direct.length);
    return chain.length > direct.length
        ? Judgement.interesting(what)
        : Judgement.violated("section differs after the chain", what).as(Severity.CHANGED);
  }

  private static String way(List<Stop> stops) {
    return String.join(" -> ", stops.stream().map(stop -> stop.release().name()).toList())
        + " -M "
        + stops.getLast().machine();
  }
}
