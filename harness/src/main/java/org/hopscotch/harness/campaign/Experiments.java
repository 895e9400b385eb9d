package org.hopscotch.harness.campaign;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hopscotch.corpus.GivenHistory;
import org.hopscotch.harness.invariant.DecoderTotal;
import org.hopscotch.harness.invariant.Journey;
import org.hopscotch.harness.invariant.RoundTrip;
import org.hopscotch.harness.subject.EngineSubject;
import org.hopscotch.harness.subject.Subject;
import org.hopscotch.model.scenario.InvariantId;

/// The kinds of case that a run draws, by turns.
public final class Experiments {
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
}
