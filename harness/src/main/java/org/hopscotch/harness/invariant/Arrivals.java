package org.hopscotch.harness.invariant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hopscotch.harness.subject.Instance;
import org.hopscotch.model.migration.Outcome;
import org.hopscotch.model.release.StartFailure;
import org.hopscotch.model.scenario.Address;
import org.hopscotch.model.scenario.Judgement;
import org.hopscotch.model.scenario.Severity;
import org.hopscotch.model.scenario.Stop;
import org.hopscotch.model.state.GuestState;
import org.hopscotch.model.state.Value;
import org.hopscotch.reports.OutcomeText;

/// What several promises ask: did the guest arrive, and is it the same?
///
/// Where a subject shows members, they are compared; where it does not, what it saves next is
/// compared with what the source saved, without the noise of either.
final class Arrivals {
  private Arrivals() {}

  /// Judges the hop from one stop of a journey to the next.
  static List<Judgement> ofHop(Journey journey, int from) {
    Journey.Visit source = journey.visit(from);
    if (source.leaving().isEmpty()) {
      return List.of(
          from > 0
              ? Judgement.doesNotApply("the guest did not come to " + source.stop())
              : notStarted(source.stop(), source.outcome()));
    }
    if (source.leaving().get().first() instanceof Instance.NotSaved(Outcome outcome)) {
      return List.of(notSaved(source.stop(), outcome));
    }
    return ofVisit(journey, source.stop(), source.leaving().get(), journey.visit(from + 1));
  }

  /// Judges an arrival.
  static List<Judgement> ofVisit(
      Journey journey, Stop source, View left, Journey.Visit destination) {
    String hop = hop(source, destination.stop());
    if (destination.arrived().isEmpty()) {
      return List.of(refused(hop, destination).between(source, destination.stop()));
    }
    List<Judgement> different =
        same(journey, hop, source, left, destination.stop(), destination.arrived().get());
    return different.isEmpty()
        ? List.of(Judgement.holds())
        : different.stream().map(one -> one.between(source, destination.stop())).toList();
  }

  private static Judgement notStarted(Stop stop, Outcome outcome) {
    return Judgement.violated(
            OutcomeText.reasonClass(outcome), stop + ": " + OutcomeText.words(outcome))
        .as(Severity.REFUSED)
        .at(address(stop.release().name(), stop.machine(), outcome))
        .between(stop);
  }

  /// {@return the address of an outcome in which no section was met: of a start that failed, the
  /// device and what is wrong with it}
  private static Address address(String where, String machine, Outcome outcome) {
    if (!(outcome instanceof Outcome.DidNotStart(_, StartFailure failure))) {
      return new Address(where, machine, "", "");
    }
    return switch (failure) {
      case StartFailure.UnknownProperty f -> new Address(where, machine, f.device(), f.property());
      case StartFailure.BadValue f -> new Address(where, machine, f.device(), f.property());
      case StartFailure.NotRealized f -> new Address(where, machine, f.device(), f.type());
      case StartFailure.UnknownType f -> new Address(where, machine, f.device(), f.type());
      case StartFailure.CannotBeMade f -> new Address(where, machine, f.device(), f.type());
      case StartFailure.DuplicateSection f -> new Address(where, machine, "", f.idstr());
      case StartFailure.UnknownMachine _, StartFailure.Reported _, StartFailure.PathTooLong _ ->
          new Address(where, machine, "", "");
    };
  }

  private static Judgement notSaved(Stop stop, Outcome outcome) {
    return outcome instanceof Outcome.Blocked(String because)
        ? Judgement.doesNotApply("the guest may not leave " + stop + ": " + because)
        : notStarted(stop, outcome);
  }

  private static Judgement refused(String hop, Journey.Visit destination) {
    Outcome outcome = destination.outcome();
    Address address =
        outcome instanceof Outcome.Refused refused
            ? new Address(
                hop,
                destination.stop().machine(),
                refused.section().map(Outcome.Place::idstr).orElse(""),
                refused.refusal().path())
            : address(hop, destination.stop().machine(), outcome);
    return Judgement.violated(
            OutcomeText.reasonClass(outcome), hop + ": " + OutcomeText.words(outcome))
        .as(Severity.REFUSED)
        .at(address);
  }

  /// {@return what is not the same}
  static List<Judgement> same(
      Journey journey, String hop, Stop source, View left, Stop destination, View right) {
    if (left.look().isPresent() && right.look().isPresent()) {
      return byMembers(journey, hop, source, left.look().get(), destination, right.look().get());
    }
    List<Judgement> different = bySections(hop, destination.machine(), left, right);
    return Hops.sameRelease(source, destination)
        ? different
        : different.stream().map(Arrivals::betweenReleases).toList();
  }

  /// What one release saves another may say otherwise: another body is no other guest yet.
  private static Judgement betweenReleases(Judgement judgement) {
    return judgement.severity().filter(Severity.CHANGED::equals).isPresent()
        ? Judgement.cannotTell(judgement.because() + ", which members would explain")
            .at(judgement.address())
        : judgement;
  }

  private static List<Judgement> byMembers(
      Journey journey,
      String hop,
      Stop source,
      GuestState left,
      Stop destination,
      GuestState right) {
    List<Judgement> judgements =
        new ArrayList<>(GoneDevices.of(journey, hop, source, left, destination, right));
    List<SameGuest.Difference> differences =
        SameGuest.differences(journey, source, left, destination, right);
    if (differences.isEmpty()) {
      return judgements;
    }
    Optional<GuestState> there = journey.fresh(destination).flatMap(View::look);
    Optional<GuestState> here = journey.fresh(source).flatMap(View::look);
    for (SameGuest.Difference one : differences) {
      // What the guest never touched is not lost when it becomes another default.
      boolean untouched = !has(here, one) || holds(here, one, one.one());
      boolean fresh = !has(there, one) || holds(there, one, one.other());
      boolean lost = fresh && !untouched;
      Severity severity = lost ? Severity.LOST : Severity.CHANGED;
      judgements.add(
          Judgement.violated(
                  "member " + severity.words(),
                  "%s: %s of %s was %s and is %s"
                      .formatted(
                          hop,
                          one.path(),
                          one.device(),
                          OutcomeText.words(one.one()),
                          OutcomeText.words(one.other())))
              .as(severity)
              .at(new Address(hop, destination.machine(), one.device(), one.path())));
    }
    return judgements;
  }

  private static boolean has(Optional<GuestState> fresh, SameGuest.Difference one) {
    return find(fresh, one).isPresent();
  }

  private static boolean holds(Optional<GuestState> fresh, SameGuest.Difference one, Value value) {
    return find(fresh, one).filter(value::equals).isPresent();
  }

  private static Optional<Value> find(Optional<GuestState> fresh, SameGuest.Difference one) {
    return fresh
        .flatMap(guest -> guest.device(one.device()))
        .flatMap(state -> state.find(one.path()));
  }

  /// Judges that an equal guest is saved to equal bytes, but for noise.
  static List<Judgement> nextSave(Stop stop, View left, View right) {
    List<Judgement> different = bySections(stop.toString(), stop.machine(), left, right);
    return different.isEmpty() ? List.of(Judgement.holds()) : different;
  }

  // ---- black boxes

  /// Compares section bodies: those of one name and instance must be equal but for noise, and one
  /// that is gone is lost.
  private static List<Judgement> bySections(String hop, String machine, View left, View right) {
    if (left.saved().isEmpty() || right.saved().isEmpty()) {
      return List.of(Judgement.cannotTell(hop + ": one side did not save"));
    }
    Map<String, byte[]> next = bodies(right.saved().get());
    List<Judgement> judgements = new ArrayList<>();
    left.saved()
        .get()
        .sections()
        .forEach(section -> {
          byte[] there = next.get(key(section));
          Address address = new Address(hop, machine, section.idstr(), "");
          if (there == null) {
            judgements.add(
                Judgement.violated(
                        "section lost", "%s: no section %s is saved".formatted(hop, key(section)))
                    .as(Severity.LOST)
                    .at(address));
          } else if (!equalButForNoise(section, there, left, right)) {
            int at = Arrays.mismatch(section.bytes(), there);
            judgements.add(
                Judgement.violated(
                        "section changed",
                        "%s: byte %d of section %s differs".formatted(hop, at, key(section)))
                    .as(Severity.CHANGED)
                    .at(address));
          }
        });
    return judgements;
  }

  /// {@return whether two views save the same body of a section of the left one, but for noise}
  ///
  /// @param all that the right one saves
  static boolean saveTheSame(
      View left, View right, Instance.SectionBody section, Map<String, byte[]> all) {
    byte[] there = all.get(key(section));
    return there != null && equalButForNoise(section, there, left, right);
  }

  private static boolean equalButForNoise(
      Instance.SectionBody sent, byte[] there, View left, View right) {
    if (sent.bytes().length != there.length) {
      return false;
    }
    if (Arrays.equals(sent.bytes(), there)) {
      return true;
    }
    byte[] again = second(left, sent).orElse(sent.bytes());
    byte[] thereAgain = second(right, sent).orElse(there);
    for (int i = 0; i < there.length; i++) {
      boolean noise =
          (i < again.length && again[i] != sent.bytes()[i])
              || (i < thereAgain.length && thereAgain[i] != there[i]);
      if (!noise && sent.bytes()[i] != there[i]) {
        return false;
      }
    }
    return true;
  }

  private static Optional<byte[]> second(View view, Instance.SectionBody section) {
    return view.second() instanceof Instance.Saved saved
        ? Optional.ofNullable(bodies(saved).get(key(section)))
        : Optional.empty();
  }

  /// {@return the bodies by name and instance; of several the last}
  static Map<String, byte[]> bodies(Instance.Saved saved) {
    Map<String, byte[]> bodies = new LinkedHashMap<>();
    saved.sections().forEach(section -> bodies.put(key(section), section.bytes()));
    return bodies;
  }

  static String key(Instance.SectionBody section) {
    return section.idstr() + " " + section.instanceId();
  }

  static String hop(Stop source, Stop destination) {
    return source.release() + " -> " + destination.release() + " -M " + destination.machine();
  }
}
