package org.hopscotch.generators.bench;

import org.hopscotch.generators.bench.Device.Field;
import org.hopscotch.generators.bench.Device.Subsection;
import org.hopscotch.generators.choice.Choices;
import org.hopscotch.generators.choice.Generator;

/// Devices out of choices, written as any generator is.
final class Devices {
  private Devices() {}

  static Device device(Choices choices) {
    return choices.span("device", Devices::content);
  }

  private static Device content(Choices choices) {
    long swarm = choices.swarm(Device.TYPES) | 1;
    Generator<Field> field = c -> field(c, swarm);
    return new Device(
        choices.oneOf(Device.NAMES),
        choices.below(Device.VERSIONS),
        choices.chance(1, 10),
        swarm,
        choices.list("field", Device.FEWEST_FIELDS, Device.MOST_FIELDS, field),
        choices.list("subsection", 0, Device.MOST_SUBSECTIONS, c -> subsection(c, field)));
  }

  private static Subsection subsection(Choices choices, Generator<Field> field) {
    return new Subsection(
        choices.oneOf(Device.NAMES),
        choices.chance(1, 2),
        choices.list("field", 1, Device.MOST_FIELDS_OF_SUBSECTION, field));
  }

  private static Field field(Choices choices, long swarm) {
    return new Field(
        choices.oneOf(Device.NAMES),
        choices.oneOf(swarm, Device.TYPES),
        choices.below(Device.VERSIONS),
        choices.bits(Device.SIZE_BITS),
        choices.integer(Device.LEAST_INITIAL, Device.MOST_INITIAL),
        choices.chance(1, 4));
  }
}
