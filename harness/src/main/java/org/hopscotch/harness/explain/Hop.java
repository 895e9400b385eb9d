package org.hopscotch.harness.explain;

import java.util.Optional;
import org.hopscotch.harness.invariant.Journey;
import org.hopscotch.harness.invariant.View;
import org.hopscotch.harness.repair.Tables;
import org.hopscotch.harness.subject.Instance;
import org.hopscotch.model.migration.Outcome;
import org.hopscotch.model.release.CompatTable;
import org.hopscotch.model.release.MachineType;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.release.Version;
import org.hopscotch.model.scenario.Judgement;
import org.hopscotch.model.scenario.Stop;
import org.hopscotch.reports.OutcomeText;

/// The two hosts that a judgement is about, as an explanation needs them: what was sent from one to
/// the other, and which of them is the newer one, where alone something can be mended.
///
/// @param from the place of the source on the route; empty for a source that is none of its stops
record Hop(
    Journey journey,
    End source,
    End destination,
    Outcome outcome,
    Optional<Integer> from,
    boolean sourceIsNewer) {

  /// {@return the hop of a guest that a judgement names}
  ///
  /// @param back whether the guest was loaded on a host like the one that it left
  static Hop of(Journey journey, Judgement judgement, boolean back) {
    Stop source = judgement.stops().getFirst();
    Stop destination = judgement.stops().getLast();
    if (judgement.stops().size() == 1) {
      return alone(journey, source);
    }
    Optional<Integer> found = Optional.empty();
    Outcome outcome = new Outcome.Stalled("the guest was not sent");
    for (int i = 0; i < journey.route().size() - (back ? 0 : 1); i++) {
      boolean there = journey.route().get(i).equals(source);
      if (there && (back || journey.route().get(i + 1).equals(destination))) {
        Outcome one = back ? loadedAgain(journey, i) : journey.visit(i + 1).outcome();
        if (found.isEmpty() || judgement.because().endsWith(OutcomeText.words(one))) {
          found = Optional.of(i);
          outcome = one;
        }
      }
    }
    return of(journey, source, destination, outcome, found);
  }

  private static Hop of(
      Journey journey, Stop source, Stop destination, Outcome outcome, Optional<Integer> from) {
    return new Hop(
        journey,
        new End(source, End.Role.SENDS),
        new End(destination, End.Role.TAKES),
        outcome,
        from,
        journey.scenario().history().isOlder(destination.release(), source.release()));
  }

  /// A host that did not start, so that nothing was sent.
  private static Hop alone(Journey journey, Stop stop) {
    Outcome outcome = journey.begin(stop, 0).outcome();
    return of(journey, stop, stop, outcome, Optional.empty());
  }

  /// {@return whether this is one host alone, which no guest came to}
  boolean isOfOneHost() {
    return from.isEmpty() && source.stop().equals(destination.stop());
  }

  private static Outcome loadedAgain(Journey journey, int at) {
    return journey.stream(at)
        .map(stream -> journey.arrive(stream, journey.route().get(at), 0).outcome())
        .orElse(journey.visit(at).outcome());
  }

  End newer() {
    return sourceIsNewer ? source : destination;
  }

  End older() {
    return sourceIsNewer ? destination : source;
  }

  /// {@return what the source sent, where it sent something}
  Optional<Instance.Saved> saved() {
    return from.flatMap(at -> journey.visit(at).leaving()).flatMap(View::saved);
  }

  boolean isWithinOneRelease() {
    return source.release().name().equals(destination.release().name());
  }

  /// {@return whether what goes wrong within one release can be mended: nothing newer is on the
  /// way}
  boolean isOfTheNewest() {
    var history = journey.scenario().history();
    return journey.route().stream()
        .noneMatch(stop -> history.isOlder(newer().release(), stop.release()));
  }

  /// {@return how the source is told from the destination}
  String sourceName() {
    return isWithinOneRelease() ? "the source" : source.release().name();
  }

  /// {@return how the destination is told from the source}
  String destinationName() {
    return isWithinOneRelease() ? "the destination" : destination.release().name();
  }

  /// {@return the compat table for what is new in the newer release}
  String table() {
    return machine().flatMap(this::table).map(CompatTable::name).orElse("a table of its machine");
  }

  /// A release between the two may have what is new already.
  private Optional<CompatTable> table(MachineType machine) {
    var history = journey.scenario().history();
    Optional<Version> below =
        history.releases().stream()
            .filter(one -> history.isOlder(older().release(), one))
            .filter(one -> history.isOlder(one, newer().release()))
            .flatMap(one -> one.newest(machine.family()).flatMap(MachineType::version).stream())
            .min(Version::compareTo);
    return Tables.forOlder(newer().release(), machine, below);
  }

  private Optional<MachineType> machine() {
    Release release = newer().release();
    return release.machine(newer().stop().machine());
  }
}
