package org.hopscotch.harness.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hopscotch.harness.subject.Instance;
import org.hopscotch.harness.subject.Subject;
import org.hopscotch.model.migration.Host;
import org.hopscotch.model.migration.Outcome;
import org.hopscotch.model.release.Configuration;
import org.hopscotch.model.release.History;
import org.hopscotch.model.release.MachineType;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.release.Surroundings;
import org.hopscotch.model.scenario.InvariantId;
import org.hopscotch.model.scenario.Judgement;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.scenario.Severity;
import org.hopscotch.model.scenario.Stop;
import org.hopscotch.model.scenario.Verdict;
import org.hopscotch.model.state.GuestState;
import org.hopscotch.model.wire.LoaderFamily;
import org.junit.jupiter.api.Test;

/// What promises say of something that shows nothing but its saves: what differs between two of
/// them is noise, and any other difference is seen.
class BlackBoxTest {
  private static final byte[] STREAM = {1};

  private static final Release OLDER = release("1.0");
  private static final Release RELEASE = release("1.1");

  private static Release release(String name) {
    return new Release(
        name,
        Optional.empty(),
        LoaderFamily.UP_TO_9_1,
        List.of(),
        List.of(),
        List.of(new MachineType("pc-1.0", "1.0", "pc"), new MachineType("pc-1.1", "1.1", "pc")));
  }

  /// What a box saves.
  private interface Saves {
    /// {@return the bodies by name}
    ///
    /// @param saves how many there were before, of all hosts
    /// @param loaded whether the guest came here
    Map<String, byte[]> of(int saves, boolean loaded);
  }

  /// A black box whose saves are made up.
  private static final class Box implements Subject {
    private final Saves saves;
    private int saved;

    Box(Saves saves) {
      this.saves = saves;
    }

    @Override
    public boolean showsMembers() {
      return false;
    }

    @Override
    public Start start(Host host) {
      return new Started(new Guest());
    }

    private final class Guest implements Instance {
      private boolean loaded;

      @Override
      public boolean enter(GuestState guest) {
        return false;
      }

      @Override
      public Save save() {
        return new Saved(
            STREAM,
            saves.of(saved++, loaded).entrySet().stream()
                .map(body -> new SectionBody(body.getKey(), 0, body.getValue()))
                .toList());
      }

      @Override
      public Outcome load(byte[] stream) {
        loaded = true;
        return new Outcome.Arrived(List.of());
      }

      @Override
      public void reset() {
        loaded = false;
      }

      @Override
      public Optional<GuestState> look() {
        return Optional.empty();
      }

      @Override
      public void close() {
        // Nothing is held.
      }
    }
  }

  private static Map<InvariantId, Verdict> verdicts(Saves saves, Release... route) {
    Map<InvariantId, Verdict> verdicts = new EnumMap<>(InvariantId.class);
    judged(saves, route).forEach((id, all) -> verdicts.put(id, Invariant.verdict(all)));
    verdicts.values().removeIf(Verdict.DOES_NOT_APPLY::equals);
    return verdicts;
  }

  private static Map<InvariantId, List<Judgement>> judged(Saves saves, Release... route) {
    List<Stop> stops =
        List.of(route).stream()
            .map(release ->
                new Stop(release, "pc-1.1", Configuration.BARE, Surroundings.PLAIN, false))
            .toList();
    Scenario scenario =
        new Scenario(new History(List.of(OLDER, RELEASE)), new GuestState(Map.of()), stops);
    Journey journey = new Journey(scenario, blackBox(saves));
    Map<InvariantId, List<Judgement>> judged = new EnumMap<>(InvariantId.class);
    for (Invariant invariant : Invariants.all()) {
      if (invariant.id() != InvariantId.DECODER_TOTAL) {
        judged.put(invariant.id(), invariant.judge(journey));
      }
    }
    return judged;
  }

  private static Journey.Subjects blackBox(Saves saves) {
    Box box = new Box(saves);
    return _ -> box;
  }

  @Test
  void whatDiffersBetweenTwoSavesIsNoise() {
    assertThat(
            verdicts(
                (saves, _) -> Map.of("d", new byte[] {7, (byte) saves}), RELEASE, RELEASE, RELEASE))
        .containsOnly(
            Map.entry(InvariantId.ROUND_TRIP, Verdict.HOLDS),
            Map.entry(InvariantId.SAME_RELEASE, Verdict.HOLDS),
            Map.entry(InvariantId.CHAIN_STABLE, Verdict.HOLDS));
  }

  @Test
  void whatALoadChangesIsSeen() {
    Map<InvariantId, List<Judgement>> judged =
        judged(
            (saves, loaded) -> Map.of("d", new byte[] {(byte) (loaded ? 1 : 0), (byte) saves}),
            RELEASE,
            RELEASE);
    assertThat(judged.get(InvariantId.SAME_RELEASE))
        .singleElement()
        .satisfies(judgement -> {
          assertThat(judgement.verdict()).isEqualTo(Verdict.VIOLATED);
          assertThat(judgement.reasonClass()).isEqualTo("section changed");
        });
  }

  @Test
  void whatALoadLosesIsSeen() {
    Map<InvariantId, List<Judgement>> judged =
        judged((_, loaded) -> loaded ? Map.of() : Map.of("d", new byte[] {1}), RELEASE, RELEASE);
    assertThat(judged.get(InvariantId.SAME_RELEASE))
        .singleElement()
        .extracting(Judgement::severity)
        .isEqualTo(Optional.of(Severity.LOST));
  }

  @Test
  void anotherReleaseMaySaySomethingElse() {
    assertThat(
            verdicts(
                (_, loaded) -> Map.of("d", new byte[] {(byte) (loaded ? 1 : 0)}), OLDER, RELEASE))
        .containsEntry(InvariantId.OLDER_TO_NEWER, Verdict.CANNOT_TELL);
  }

  @Test
  void whetherTwoLoadsAreAlikeIsSeen() {
    assertThat(
            verdicts((saves, _) -> Map.of("d", new byte[] {(byte) (saves / 2)}), RELEASE, RELEASE))
        .containsEntry(InvariantId.NOTHING_UNDEFINED, Verdict.VIOLATED);
  }
}
