package org.hopscotch.harness.repair;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hopscotch.model.scenario.Scenario;

/// Tries candidates, the cheapest first, and builds on those that bring the guest further.
final class RepairSearch {
  private static final int DEPTH = 5;
  private static final int MOST = 3;
  private static final int KEPT = 4;
  private static final List<Candidate.Source> SOURCES =
      List.of(
          new StartCandidates(),
          new RowCandidates(),
          new ConditionCandidates(),
          new TieCandidates(),
          new DefaultCandidates(),
          new HookCandidates(),
          new VersionCandidates(),
          new OrderCandidates(),
          new IdentityCandidates(),
          new UndoCandidates());

  private final Judge judge;
  private final List<String> releases;
  private final Map<String, Verifier> verifiers = new LinkedHashMap<>();
  private final Map<RepairKind, Repair> whole = new LinkedHashMap<>();
  private final Map<RepairKind, Repair> partial = new LinkedHashMap<>();
  private final Node start;

  /// A repair that was begun, and what came of it.
  private record Node(Repair repair, Scenario scenario, Standing standing) {}

  /// @param releases that may be changed, the newest first
  RepairSearch(Judge judge, Scenario broken, List<String> releases, Standing standing) {
    this.judge = judge;
    this.releases = List.copyOf(releases);
    this.start = new Node(Repair.NONE, broken, standing);
  }

  /// {@return what was found, the best first: what mends every way before what mends the one that
  /// was taken, and undoing only where nothing else mends all}
  List<Proposal> proposals() {
    search(candidate -> !candidate.isUndoing());
    if (whole.isEmpty()) {
      search(Candidate::isUndoing);
    }
    boolean alone = whole.isEmpty() || whole.containsKey(RepairKind.UNDO);
    if (partial.size() > 1) {
      partial.remove(RepairKind.UNDO);
    }
    return Stream.concat(
            sorted(alone ? partial : Map.of(), " The way back stays as it was."), sorted(whole, ""))
        .limit(isRow() ? 1 : MOST)
        .toList();
  }

  /// Beside a row that puts things right, new properties are no choice.
  private boolean isRow() {
    return Optional.ofNullable(whole.get(RepairKind.ROW))
        .filter(one -> one.cost() <= 1)
        .isPresent();
  }

  private Stream<Proposal> sorted(Map<RepairKind, Repair> found, String remark) {
    return found.values().stream()
        .filter(one -> found.values().stream().noneMatch(one::exceeds))
        .sorted(Comparator.comparingInt(Repair::cost))
        .map(one -> one.proposal(releases, remark));
  }

  private void search(Predicate<Candidate> allowed) {
    List<Node> open = List.of(start);
    for (int depth = 0; depth < DEPTH && whole.isEmpty() && !judge.isSpent(); depth++) {
      List<Node> progress = new ArrayList<>();
      for (Node node : open) {
        for (String release : releases) {
          expand(node, release, allowed, progress);
        }
      }
      progress.sort(
          Comparator.comparingInt((Node node) -> -node.standing().arrived())
              .thenComparingInt(node -> node.standing().violations())
              .thenComparingLong(node -> -node.standing().offset())
              .thenComparingInt(node -> node.repair().cost()));
      open = progress.subList(0, Math.min(KEPT, progress.size()));
    }
  }

  private void expand(
      Node node, String release, Predicate<Candidate> allowed, List<Node> progress) {
    Situation situation = Situation.of(node.scenario(), release);
    List<Candidate> candidates =
        SOURCES.stream()
            .flatMap(source -> source.of(situation))
            .filter(allowed)
            .sorted(Comparator.comparingInt(Candidate::cost))
            .distinct()
            .toList();
    for (Candidate candidate : candidates) {
      RepairKind kind = node.repair().with(release, candidate).kind();
      if (judge.isSpent() || whole.containsKey(kind) || whole.size() == MOST) {
        continue;
      }
      Optional<Carried> step = Carried.of(node.scenario(), release, candidate);
      if (step.isPresent()) {
        Scenario changed = step.get().scenario();
        Repair repair = node.repair().with(release, step.get());
        Standing standing = judge.standing(changed);
        if (standing.isKept() && standing.isAboutAllOf(start.standing())) {
          keep(repair, changed);
        } else if (standing.isProgressSince(node.standing())) {
          progress.add(new Node(repair, changed, standing));
        }
      }
    }
  }

  private void keep(Repair repair, Scenario scenario) {
    Verifier.Result worst = Verifier.Result.WHOLE;
    for (String release : repair.changes().keySet()) {
      Verifier.Result one = verified(release, scenario, repair);
      worst = one.compareTo(worst) > 0 ? one : worst;
    }
    switch (worst) {
      case WHOLE -> whole.putIfAbsent(repair.kind(), repair);
      case PARTIAL -> partial.putIfAbsent(repair.kind(), repair);
      case NOT -> {}
    }
  }

  /// What asks on another machine type for what is not there is no repair.
  private Verifier.Result verified(String release, Scenario scenario, Repair repair) {
    try {
      return verifiers
          .computeIfAbsent(release, one -> new Verifier(judge, start.scenario(), one))
          .verify(scenario, repair.isUndoing());
    } catch (IllegalArgumentException _) {
      return Verifier.Result.NOT;
    }
  }
}
