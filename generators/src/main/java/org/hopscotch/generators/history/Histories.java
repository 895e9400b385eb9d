package org.hopscotch.generators.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hopscotch.generators.choice.Choices;
import org.hopscotch.generators.choice.Generator;
import org.hopscotch.model.release.History;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.release.Version;

/// Draws histories: a first release, and up to {@value #MOST_RELEASES} more that evolve from it by
/// steps, most of them on one line with a machine type of their own each, some of them stable ones
/// beside it without.
public final class Histories implements Generator<DrawnHistory> {
  private static final int MOST_RELEASES = 5;
  private static final int MOST_STEPS = 4;

  /// Of each pair of rules in which releases differ (wire-format sections 1 and 2) some; but none
  /// without footers, whose streams no decoder can always tell apart.
  private static final List<String> NUMBERS =
      List.of(
          "2.4", "4.2", "5.1", "5.2", "6.0", "7.2", "8.0", "9.1", "9.2", "10.0", "10.2", "11.0",
          "11.1", "12.0", "12.1", "12.2", "12.3", "12.4");

  /// Places of first releases, the simplest first.
  private static final List<Integer> FIRST = List.of(2, 5, 7, 8, 9, 10, 11, 0, 1);

  private final Optional<Defect> defect;

  private Histories(Optional<Defect> defect) {
    this.defect = defect;
  }

  /// {@return a generator of histories in which every step is sound}
  public static Histories sound() {
    return new Histories(Optional.empty());
  }

  /// {@return a generator of histories that end with an unsound step}
  public static Histories with(Defect defect) {
    return new Histories(Optional.of(defect));
  }

  @Override
  public DrawnHistory draw(Choices choices) {
    long parts = choices.swarm(PartKind.COUNT);
    long steps = choices.swarm(Steps.COUNT);
    Names names = new Names();
    int first = choices.oneOf(FIRST);
    Line line = new Line(choices, names, parts, steps, first);
    String number = NUMBERS.get(first);
    Release begun =
        choices.span("release", _ -> new FirstRelease(choices, names, parts).draw(number));
    line.add(defect.map(one -> Ensured.of(choices, names, begun, one.needs())).orElse(begun));
    choices.list("release", 0, MOST_RELEASES, _ -> line.grow());
    Optional<Planted> planted = defect.flatMap(one -> choices.span("release", _ -> line.grow(one)));
    return new DrawnHistory(
        new History(line.releases), names.drawn(), line.taken, line.cautions, planted);
  }

  /// The releases so far.
  private static final class Line {
    private final Choices choices;
    private final Names names;
    private final long parts;
    private final long steps;
    private final List<Release> releases = new ArrayList<>();
    private final List<String> taken = new ArrayList<>();
    private final List<Caution> cautions = new ArrayList<>();
    private int number;
    private Release newest;

    Line(Choices choices, Names names, long parts, long steps, int first) {
      this.choices = choices;
      this.names = names;
      this.parts = parts;
      this.steps = steps;
      this.number = first;
    }

    void add(Release release) {
      releases.add(release);
      newest = release;
    }

    boolean grow() {
      boolean stable = choices.chance(1, 6);
      Growing next = grown(stable);
      add(next, stable);
      return stable;
    }

    /// Adds a release with a defect.
    Optional<Planted> grow(Defect defect) {
      Growing next = grown(false);
      Optional<Planted> planted =
          defect
              .taken()
              .apply(next)
              .map(witness -> new Planted(defect.id(), next.now().name(), witness));
      add(next, false);
      return planted;
    }

    private Growing grown(boolean stable) {
      Release before = stable ? choices.oneOf(releases) : newest;
      String name = stable ? point(before) : NUMBERS.get(++number);
      Growing next = new Growing(choices, names, parts, name, before);
      if (!stable) {
        next.addMachines();
      }
      choices.list("step", 0, MOST_STEPS, _ -> step(next));
      return next;
    }

    private void add(Growing next, boolean stable) {
      releases.add(next.now());
      if (!stable) {
        newest = next.now();
      }
      cautions.addAll(next.cautions());
    }

    /// {@return the name of the next stable release of a branch}
    private String point(Release before) {
      List<Integer> parts = Version.of(before.name()).parts();
      String branch = parts.get(0) + "." + parts.get(1);
      long points =
          releases.stream().filter(release -> release.name().startsWith(branch + ".")).count();
      return branch + "." + (points + 1);
    }

    private boolean step(Growing next) {
      Step step = Steps.drawn(choices, steps);
      boolean possible = !step.needsMachines() || next.hasOwnMachines();
      boolean done = possible && step.taken().test(next);
      if (done) {
        taken.add(step.id());
      }
      return done;
    }
  }
}
