package org.hopscotch.generators.bench;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.hopscotch.generators.bench.Device.Field;
import org.hopscotch.generators.bench.Device.Subsection;

/// Devices as jqwik's own arbitraries make them, with jqwik's bias in place of ours. A field's type
/// does not depend on the swarm: that would take a flatMap, which is far slower still.
final class DeviceArbitraries {
  private DeviceArbitraries() {}

  static Arbitrary<Device> device() {
    return Combinators.combine(
            Arbitraries.of(Device.NAMES),
            Arbitraries.integers().between(0, Device.VERSIONS - 1),
            Arbitraries.of(false, true),
            Arbitraries.longs().between(0, (1L << Device.TYPES) - 1),
            field().list().ofMinSize(Device.FEWEST_FIELDS).ofMaxSize(Device.MOST_FIELDS),
            subsection().list().ofMaxSize(Device.MOST_SUBSECTIONS))
        .as(Device::new);
  }

  private static Arbitrary<Subsection> subsection() {
    return Combinators.combine(
            Arbitraries.of(Device.NAMES),
            Arbitraries.of(false, true),
            field().list().ofMinSize(1).ofMaxSize(Device.MOST_FIELDS_OF_SUBSECTION))
        .as(Subsection::new);
  }

  private static Arbitrary<Field> field() {
    return Combinators.combine(
            Arbitraries.of(Device.NAMES),
            Arbitraries.integers().between(0, Device.TYPES - 1),
            Arbitraries.integers().between(0, Device.VERSIONS - 1),
            Arbitraries.longs().between(0, (1L << Device.SIZE_BITS) - 1),
            Arbitraries.longs().between(Device.LEAST_INITIAL, Device.MOST_INITIAL),
            Arbitraries.of(false, true))
        .as(Field::new);
  }
}
