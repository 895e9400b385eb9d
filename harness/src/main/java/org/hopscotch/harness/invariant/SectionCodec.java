package org.hopscotch.harness.invariant;

import org.hopscotch.model.scenario.Guest;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.wire.BodyWriter;
import org.hopscotch.model.wire.SectionLoader;
import org.hopscotch.model.wire.SectionSaver;
import org.hopscotch.model.wire.WireInput;
import org.hopscotch.model.wire.WireOutput;

/// The codec of this project: what {@link SectionSaver} saves, {@link SectionLoader} loads.
final class SectionCodec implements RoundTrip.Codec {
  @Override
  public RoundTrip.Saved save(Guest source) {
    SectionSaver.Saved saved =
        SectionSaver.save(source.section(), source.state(), source.bindings(), source.family());
    return new RoundTrip.Saved(
        WireOutput.toBytes(out -> BodyWriter.write(out, saved.body())), saved.after());
  }

  @Override
  public RoundTrip.Loaded load(Guest destination, byte[] body) {
    WireInput in = WireInput.of(body);
    DeviceState state =
        SectionLoader.load(
            destination.section(),
            destination.section().versionId(),
            in,
            destination.state(),
            destination.bindings(),
            destination.family());
    return new RoundTrip.Loaded(state, in.offset());
  }
}
