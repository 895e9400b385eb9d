package org.hopscotch.model.scenario;

import org.hopscotch.model.schema.Bindings;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.wire.LoaderFamily;

/// What travels, before it does: a device's state with the section that says how it is saved.
///
/// @param bindings what the host gives to the section's expressions
/// @param family of the releases that save and load it
public record Guest(Section section, DeviceState state, Bindings bindings, LoaderFamily family) {
  /// {@return the same device in another state}
  public Guest with(DeviceState other) {
    return new Guest(section, other, bindings, family);
  }
}
