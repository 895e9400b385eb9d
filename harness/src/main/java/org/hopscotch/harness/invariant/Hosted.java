package org.hopscotch.harness.invariant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.hopscotch.harness.subject.Subject;
import org.hopscotch.model.release.Resolution;
import org.hopscotch.model.scenario.Stop;

/// One host of a journey, with all that was seen on it: equal things are done once.
final class Hosted {
  private static final byte[] NOTHING = new byte[0];

  private final Stop stop;
  private final List<Seen> seen = new ArrayList<>();
  private Optional<Subject.Starter> starter = Optional.empty();
  private Optional<Optional<Resolution.Resolved>> resolution = Optional.empty();

  /// How a guest came to be here.
  private enum Way {
    FRESH,
    BEGUN,
    LOADED
  }

  /// A visit, and what it came of.
  ///
  /// @param stream that was loaded
  private record Seen(
      Way way, Optional<byte[]> stream, boolean reset, long leftover, Journey.Visit visit) {
    boolean isOf(Way other, Optional<byte[]> bytes, boolean resets, long held) {
      return way == other
          && reset == resets
          && leftover == held
          && Arrays.equals(stream.orElse(NOTHING), bytes.orElse(NOTHING));
    }
  }

  Hosted(Stop stop) {
    this.stop = stop;
  }

  /// {@return whether a stop is at this host, whether or not it is reset there}
  boolean isOf(Stop other) {
    return stop.release().equals(other.release())
        && stop.machine().equals(other.machine())
        && stop.configuration().equals(other.configuration())
        && stop.surroundings().equals(other.surroundings());
  }

  Subject.Starter starter(Journey.Subjects subjects) {
    if (starter.isEmpty()) {
      starter = Optional.of(subjects.of(stop).starter(stop.host(0)));
    }
    return starter.get();
  }

  Optional<Resolution.Resolved> resolution() {
    if (resolution.isEmpty()) {
      resolution = Optional.of(Journey.resolved(stop));
    }
    return resolution.get();
  }

  Journey.Visit fresh(boolean reset, Supplier<Journey.Visit> visit) {
    return once(Way.FRESH, Optional.empty(), reset, 0, visit);
  }

  Journey.Visit begun(boolean reset, long leftover, Supplier<Journey.Visit> visit) {
    return once(Way.BEGUN, Optional.empty(), reset, leftover, visit);
  }

  Journey.Visit arrived(
      byte[] stream, boolean reset, long leftover, Supplier<Journey.Visit> visit) {
    return once(Way.LOADED, Optional.of(stream), reset, leftover, visit);
  }

  private Journey.Visit once(
      Way way,
      Optional<byte[]> stream,
      boolean reset,
      long leftover,
      Supplier<Journey.Visit> visit) {
    for (Seen one : seen) {
      if (one.isOf(way, stream, reset, leftover)) {
        return one.visit();
      }
    }
    Journey.Visit made = visit.get();
    seen.add(new Seen(way, stream, reset, leftover, made));
    return made;
  }
}
