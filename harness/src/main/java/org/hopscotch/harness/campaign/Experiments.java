package org.hopscotch.harness.campaign;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hopscotch.corpus.GivenHistory;
import org.hopscotch.harness.invariant.DecoderTotal;
import org.hopscotch.harness.invariant.Journey;
import org.hopscotch.harness.invariant.RoundTrip;
import org.hopscotch.harness.subject.EngineSubject;
import org.hopscotch.harness.subject.Subject;
import org.hopscotch.model.scenario.InvariantId;
import org.hopscotch.model.scenario.Verdict;

/// The kinds of case that a run draws, by turns.
public final class Experiments {
  /// With so many cases everything has to come up, and once more for each so many.
  private static final long FULL_RUN = 10_000;

  private static final Subject ENGINE = new EngineSubject();

  private final List<Experiment<?>> all;
  private final Set<String> wanted;

  private Experiments(List<Experiment<?>> all, Set<String> wanted) {
    this.all = List.copyOf(all);
    this.wanted = wanted;
  }

  /// What somebody asks for.
  ///
  /// @param invariants the promises to judge
  /// @param features what a case must have to be judged: of {@link Experiments#features}
  /// @param unsound whether cases break promises by design
  public record Selection(Set<InvariantId> invariants, Set<String> features, boolean unsound) {
    /// Everything that has to be sound.
    public static final Selection ALL =
        new Selection(EnumSet.allOf(InvariantId.class), Set.of(), false);

    public Selection {
      invariants = Collections.unmodifiableSet(EnumSet.copyOf(invariants));
      features = Collections.unmodifiableSet(new TreeSet<>(features));
    }
  }

  /// {@return drawn histories, devices and streams, and damaged real ones}
  ///
  /// @param files the real streams to damage; there may be none
  public static Experiments of(
      List<Path> files, DecoderTotal decoder, RoundTrip codec, Selection selection) {
    Experiment<?> histories = DrawnHistories.sound(_ -> ENGINE, selection.invariants());
    List<Experiment<?>> others = new ArrayList<>();
    others.add(new DrawnGuests(codec));
    others.add(new DrawnStreams(decoder));
    if (!files.isEmpty()) {
      others.add(new DamagedStreams(files, decoder));
    }
    others.add(DrawnHistories.refusing(_ -> ENGINE, selection.invariants()));
    List<Experiment<?>> all = new ArrayList<>();
    for (Experiment<?> other : others) {
      // Every second case is a history.
      all.add(histories);
      all.add(other);
    }
    all.add(DrawnHistories.unsound(_ -> ENGINE, selection.invariants()));
    return selected(all, selection);
  }

  /// {@return guests, hosts and routes drawn over given releases}
  ///
  /// @param subjects what stands for the releases
  public static Experiments over(
      GivenHistory given, Journey.Subjects subjects, Selection selection) {
    return selected(
        List.of(new GivenScenarios(given, subjects, selection.invariants())), selection);
  }

  private static Experiments selected(List<Experiment<?>> all, Selection selection) {
    return new Experiments(
        all.stream()
            .filter(one -> one.isUnsound() == selection.unsound())
            .filter(one -> !Collections.disjoint(one.promises(), selection.invariants()))
            .filter(one -> featuresOf(one).containsAll(selection.features()))
            .toList(),
        selection.features());
  }

  private static Set<String> featuresOf(Experiment<?> one) {
    Set<String> features = new TreeSet<>(one.features());
    features.add(id(one));
    return features;
  }

  private static String id(Experiment<?> one) {
    return one.name().replace(' ', '-');
  }

  /// {@return whether there is nothing to draw}
  public boolean isEmpty() {
    return all.isEmpty();
  }

  /// {@return every feature that can be asked for}
  public SortedSet<String> features() {
    SortedSet<String> features = new TreeSet<>();
    all.forEach(one -> features.addAll(featuresOf(one)));
    return features;
  }

  /// {@return what a case is drawn by}
  Experiment<?> of(long number) {
    return all.get((int) (number % all.size()));
  }

  /// {@return whether cases are judged only when they have something}
  boolean isSelective() {
    return !wanted.isEmpty();
  }

  /// {@return whether a case has every feature that is asked for}
  ///
  /// @param kinds what it is made of
  boolean isWanted(Experiment<?> one, Set<String> kinds) {
    return wanted.stream().allMatch(feature -> kinds.contains(feature) || feature.equals(id(one)));
  }

  /// {@return what somebody should know of a whole run, each in a sentence}
  public List<String> remarks(Totals totals) {
    List<String> remarks = new ArrayList<>();
    all.stream()
        .distinct()
        .forEach(one -> remarks.addAll(one.remarks(totals.drawn(), totals.verdicts())));
    remarks.addAll(totals.remarks());
    return remarks;
  }

  /// {@return what a full run has to show and did not, each in a sentence: a promise that was never
  /// about anything, or something that was hardly drawn}
  public List<String> shortfalls(Totals totals) {
    boolean bounded = all.stream().anyMatch(one -> !one.floors().isEmpty());
    if (totals.tries() < FULL_RUN || !wanted.isEmpty() || !bounded) {
      return List.of();
    }
    List<String> shortfalls = new ArrayList<>();
    totals
        .verdicts()
        .forEach((invariant, counts) -> {
          if (counts.keySet().stream().allMatch(Verdict.DOES_NOT_APPLY::equals)) {
            shortfalls.add(invariant + " never applied");
          }
        });
    for (Experiment<?> one : new LinkedHashSet<>(all)) {
      one.floors()
          .forEach((group, kinds) -> {
            SortedMap<String, Long> drawn =
                totals.drawn().getOrDefault(group, Collections.emptySortedMap());
            new TreeSet<>(kinds)
                .stream()
                    .filter(kind -> drawn.getOrDefault(kind, 0L) < totals.tries() / FULL_RUN)
                    .forEach(
                        kind -> shortfalls.add("hardly drawn, of %s: %s".formatted(group, kind)));
          });
    }
    return shortfalls;
  }
}
