package org.hopscotch.generators.choice;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// One minimising under way: the simplest recording so far, what was tried already, and how often a
/// value was judged.
final class Search<T, C> implements Trial {
  /// How many edits of a recording as long as the one that was found may be made for each
  /// evaluation. Edits of which nothing new comes cost no evaluation, but time.
  private static final int EDITS_EACH = 4;

  /// How many choices may be edited in any case.
  private static final int FREE_WORK = 1 << 24;

  /// Beyond so many, what was tried is tried again when it comes up again.
  private static final int MOST_REMEMBERED = 1 << 17;

  private final Generator<T> generator;
  private final Function<T, Optional<C>> cause;
  private final Optional<C> wanted;
  private final int limit;
  private final long workLimit;
  private final Set<Long> tried = new HashSet<>();
  private final Map<C, Recording> slips = new LinkedHashMap<>();
  private T value;
  private Layout best;
  private long work;
  private int evaluations;
  private int steps;
  private boolean thorough;
  private boolean limited;

  Search(Generator<T> generator, Function<T, Optional<C>> cause, Recording found, int limit) {
    this.generator = generator;
    this.cause = cause;
    this.limit = limit;
    this.workLimit = FREE_WORK + (long) EDITS_EACH * limit * found.values().length;
    Choices choices = Choices.recorded(found.values());
    this.value = generator.draw(choices);
    this.best = new Layout(choices.recording());
    this.wanted = judged(value);
    tried.add(hash(best.values()));
  }

  /// Runs all passes until none finds anything: first only edits that often help, then all.
  Minimized<T, C> minimized() {
    boolean over = wanted.isEmpty();
    while (!over) {
      int before = steps;
      for (Pass pass : Pass.values()) {
        pass.run(this);
      }
      over = steps == before && (thorough || limited);
      thorough = steps == before;
    }
    return new Minimized<>(
        value,
        best.recording(),
        wanted,
        evaluations,
        steps,
        wanted.isPresent() && !limited,
        slips,
        best.remaining());
  }

  @Override
  public Layout best() {
    return best;
  }

  @Override
  public boolean isThorough() {
    return thorough;
  }

  @Override
  public boolean isSurvey() {
    return false;
  }

  /// Accepts what is simpler, once drawn, and has the wanted cause. What is not simpler, or was
  /// tried before, is not judged.
  @Override
  public boolean accepts(Edit edit) {
    limited |= evaluations >= limit || work >= workLimit;
    if (limited) {
      return false;
    }
    long[] edited = edit.of(best.values());
    work += edited.length;
    if (isTried(edited)) {
      return false;
    }
    Choices choices = Choices.recorded(edited);
    T candidate = generator.draw(choices);
    Recording recording = choices.recording();
    boolean isKnown = !Arrays.equals(recording.values(), edited) && isTried(recording.values());
    if (isKnown || recording.compareTo(best.recording()) >= 0) {
      return false;
    }
    Optional<C> found = judged(candidate);
    if (found.equals(wanted)) {
      best = new Layout(recording);
      value = candidate;
      steps++;
      return true;
    }
    found.ifPresent(other -> slips.merge(other, recording, Search::simpler));
    return false;
  }

  private Optional<C> judged(T candidate) {
    evaluations++;
    return cause.apply(candidate);
  }

  private static Recording simpler(Recording one, Recording other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  private boolean isTried(long[] values) {
    long hash = hash(values);
    return tried.size() < MOST_REMEMBERED ? !tried.add(hash) : tried.contains(hash);
  }

  private static long hash(long[] values) {
    long hash = values.length;
    for (long value : values) {
      hash = (hash ^ value) * 0x9e3779b97f4a7c15L;
      hash ^= hash >>> Integer.SIZE;
    }
    return hash;
  }
}
