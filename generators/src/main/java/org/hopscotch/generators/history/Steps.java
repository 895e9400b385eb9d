package org.hopscotch.generators.history;

import java.util.List;
import java.util.stream.Stream;
import org.hopscotch.generators.choice.Choices;

/// The steps by which a release can evolve soundly.
public final class Steps {
  private static final List<Step> ALL =
      Stream.of(
              SectionSteps.ALL, MemberSteps.ALL, PropertySteps.ALL, MachineSteps.ALL, TypeSteps.ALL)
          .flatMap(List::stream)
          .toList();

  /// How many there are.
  static final int COUNT = ALL.size();

  private Steps() {}

  /// {@return the ids of all steps}
  public static List<String> ids() {
    return ALL.stream().map(Step::id).toList();
  }

  /// {@return one of the steps that a swarm leaves on; the first always is}
  static Step drawn(Choices choices, long swarm) {
    return ALL.get(choices.oneOf(swarm | 1, COUNT));
  }
}
