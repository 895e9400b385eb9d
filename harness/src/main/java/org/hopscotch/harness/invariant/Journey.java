package org.hopscotch.harness.invariant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hopscotch.harness.subject.Instance;
import org.hopscotch.harness.subject.Subject;
import org.hopscotch.model.migration.Outcome;
import org.hopscotch.model.migration.Side;
import org.hopscotch.model.release.Resolution;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.scenario.Stop;

/// A scenario on its way: what was seen at each stop. Invariants look at this; what several of them
/// need is done once.
public final class Journey {
  private final Scenario scenario;
  private final Subjects subjects;
  private final List<Optional<Visit>> visits = new ArrayList<>();
  private final List<Hosted> hosts = new ArrayList<>();

  /// @param subjects which subject stands for which release
  public Journey(Scenario scenario, Subjects subjects) {
    this.scenario = scenario;
    this.subjects = subjects;
    scenario.route().forEach(_ -> visits.add(Optional.empty()));
  }

  /// Which subject stands for which release; those of one route may differ.
  @FunctionalInterface
  public interface Subjects {
    /// {@return the subject for a stop's release}
    Subject of(Stop stop);
  }

  /// A guest at one stop.
  ///
  /// @param outcome of the hop that led here, or of the start where the guest began here
  /// @param arrived what was seen before anything happened here; empty unless the guest is here
  /// @param leaving what was seen after the reset, if there is one here
  public record Visit(Stop stop, Outcome outcome, Optional<View> arrived, Optional<View> leaving) {}

  /// {@return a journey of another scenario over the same subjects}
  public Journey of(Scenario other) {
    return new Journey(other, subjects);
  }

  public Scenario scenario() {
    return scenario;
  }

  /// {@return which subject stands for which release}
  public Subjects subjects() {
    return subjects;
  }

  public List<Stop> route() {
    return scenario.route();
  }

  /// {@return what was seen at a stop; the guest came there by all those before}
  public Visit visit(int stop) {
    if (visits.get(stop).isEmpty()) {
      visits.set(stop, Optional.of(visited(stop)));
    }
    return visits.get(stop).orElseThrow();
  }

  private Visit visited(int stop) {
    if (stop == 0) {
      return begin(route().getFirst(), 0);
    }
    Optional<byte[]> stream = stream(stop - 1);
    return stream.isPresent()
        ? arrive(stream.get(), route().get(stop), 0)
        : new Visit(
            route().get(stop),
            new Outcome.Stalled("the guest did not come to the stop before"),
            Optional.empty(),
            Optional.empty());
  }

  /// {@return the stream in which the guest leaves a stop, if it does}
  public Optional<byte[]> stream(int stop) {
    return visit(stop).leaving().flatMap(View::saved).map(Instance.Saved::stream);
  }

  /// Starts a host and lets a guest begin its way there.
  public Visit begin(Stop stop, long leftover) {
    return hosted(stop)
        .begun(
            stop.reset(),
            leftover,
            () ->
                with(
                    stop,
                    leftover,
                    instance -> {
                      instance.enter(scenario.guest());
                      return seen(stop, new Outcome.Arrived(List.of()), instance);
                    }));
  }

  /// {@return a host as it starts, without the guest's own doing}
  public Optional<View> fresh(Stop stop) {
    return hosted(stop)
        .fresh(
            stop.reset(),
            () -> with(stop, 0, instance -> seen(stop, new Outcome.Arrived(List.of()), instance)))
        .arrived();
  }

  /// Loads a stream at a stop.
  ///
  /// @param leftover what memory holds there that no reset sets
  public Visit arrive(byte[] stream, Stop stop, long leftover) {
    return hosted(stop)
        .arrived(
            stream,
            stop.reset(),
            leftover,
            () ->
                with(
                    stop,
                    leftover,
                    instance -> {
                      Outcome outcome = instance.load(stream);
                      return outcome.arrived()
                          ? seen(stop, outcome, instance)
                          : new Visit(stop, outcome, Optional.empty(), Optional.empty());
                    }));
  }

  private Visit seen(Stop stop, Outcome outcome, Instance instance) {
    boolean later = subjects.of(stop).outlivesClosing();
    if (!stop.reset()) {
      View arrived = later ? View.later(instance) : View.now(instance);
      return new Visit(stop, outcome, Optional.of(arrived), Optional.of(arrived));
    }
    // A save may change what a reset finds.
    Optional<Instance> before = later ? instance.frozen() : Optional.empty();
    View arrived = before.map(View::later).orElseGet(() -> View.now(instance));
    instance.reset();
    View leaving = later ? View.later(instance) : View.now(instance);
    return new Visit(stop, outcome, Optional.of(arrived), Optional.of(leaving));
  }

  private interface Use {
    Visit of(Instance instance);
  }

  private Visit with(Stop stop, long leftover, Use use) {
    return switch (hosted(stop).starter(subjects).start(leftover)) {
      case Subject.DidNotStart(var failure) ->
          new Visit(
              stop,
              new Outcome.DidNotStart(Side.DESTINATION, failure),
              Optional.empty(),
              Optional.empty());
      case Subject.Started(Instance instance) -> {
        try (instance) {
          yield use.of(instance);
        }
      }
    };
  }

  private Hosted hosted(Stop stop) {
    for (Hosted one : hosts) {
      if (one.isOf(stop)) {
        return one;
      }
    }
    Hosted added = new Hosted(stop);
    hosts.add(added);
    return added;
  }

  /// {@return whether guests at a stop show their members; where not, it is a black box}
  public boolean showsMembers(Stop stop) {
    return subjects.of(stop).showsMembers();
  }

  /// {@return the devices of a stop with the values of their properties; empty where it does not
  /// start}
  public Optional<Resolution.Resolved> resolution(Stop stop) {
    return hosted(stop).resolution();
  }

  /// {@return the devices of a stop with the values of their properties; empty where it does not
  /// start}
  public static Optional<Resolution.Resolved> resolved(Stop stop) {
    return Resolution.of(stop.release(), stop.machine(), stop.configuration(), stop.surroundings())
            instanceof Resolution.Resolved resolved
        ? Optional.of(resolved)
        : Optional.empty();
  }
}
