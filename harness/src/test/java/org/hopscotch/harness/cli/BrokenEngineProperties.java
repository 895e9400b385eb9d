package org.hopscotch.harness.cli;

import org.hopscotch.harness.invariant.Journey;
import org.hopscotch.harness.invariant.PromisesTest;
import org.hopscotch.harness.planted.EngineDefects;
import org.hopscotch.harness.planted.Plantings;

/// The promises of an engine that saves some numbers the wrong way round: for
/// {@link PropertyFailureTest}, since it does not keep them.
class BrokenEngineProperties extends PromisesTest {
  @Override
  protected Journey.Subjects subjects() {
    return Plantings.everywhere(
        EngineDefects.named("uint32-little-endian-both-ways").orElseThrow());
  }
}
