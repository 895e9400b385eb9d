package org.hopscotch.harness.campaign;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hopscotch.model.scenario.Verdict;

/// What the batches of a run came to, together. It does not depend on the order in which they are
/// added.
public final class Totals {
  private static final int MOST_TOLD = 5;

  private final Counts counts = new Counts();
  private final SortedMap<String, Violation> found = new TreeMap<>();
  private final SortedMap<String, Long> cases = new TreeMap<>();
  private final Set<String> small = new HashSet<>();
  private final Set<String> leftOut = new HashSet<>();
  private final SortedMap<Long, List<String>> why = new TreeMap<>();
  private long unplayed;
  private long tries;
  private long end;

  synchronized void add(BatchResult batch) {
    counts.add(batch.drawn(), batch.verdicts());
    for (Violation one : batch.found()) {
      found.merge(
          one.signature(), one, (old, young) -> young.number() < old.number() ? young : old);
    }
    batch
        .causes()
        .forEach((cause, how) -> {
          how.signature()
              .ifPresentOrElse(
                  signature -> {
                    small.add(cause);
                    cases.merge(signature, how.count(), Long::sum);
                  },
                  () -> leftOut.add(cause));
        });
    if (!batch.why().isEmpty()) {
      why.put(batch.from(), batch.why());
    }
    unplayed += batch.unplayed();
    tries += batch.to() - batch.from();
    end = Math.max(end, batch.to());
  }

  /// {@return whether a violation was found in an earlier case than this}
  synchronized boolean knows(Violation one) {
    return Optional.ofNullable(found.get(one.signature()))
        .filter(old -> old.number() < one.number())
        .isPresent();
  }

  /// {@return how many cases were judged}
  public synchronized long tries() {
    return tries;
  }

  /// {@return where the last batch ended: so many tries make the same run again}
  public synchronized long end() {
    return end;
  }

  /// {@return how many cases could not be played}
  public synchronized long unplayed() {
    return unplayed;
  }

  /// {@return what was drawn: group to kind to number}
  public synchronized SortedMap<String, SortedMap<String, Long>> drawn() {
    return counts.drawn();
  }

  /// {@return how often each invariant said what}
  public synchronized SortedMap<String, Map<Verdict, Long>> verdicts() {
    return counts.verdicts();
  }

  /// {@return the violations, by signature the one of the lowest case}
  public synchronized List<Violation> found() {
    return List.copyOf(found.values());
  }

  /// {@return the violations, each with what it explains}
  public List<Told> told() {
    return Told.of(found());
  }

  /// {@return how many cases showed a finding}
  public synchronized long cases(Violation one) {
    return cases.getOrDefault(one.signature(), 0L);
  }

  /// {@return how often any promise was broken}
  public synchronized long violated() {
    return counts.verdicts().values().stream()
        .mapToLong(all -> all.getOrDefault(Verdict.VIOLATED, 0L))
        .sum();
  }

  /// {@return what somebody should know beside the findings, each in a sentence}
  public synchronized List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    why.values().stream().flatMap(List::stream).limit(MOST_TOLD).forEach(remarks::add);
    long more = leftOut.stream().filter(cause -> !small.contains(cause)).count();
    if (more > 0) {
      remarks.add("and %d more kinds of violation, not made small".formatted(more));
    }
    return remarks;
  }
}
