package org.hopscotch.corpus;

import org.hopscotch.model.schema.Section;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.wire.Description;

/// One save by QEMU's own VMState code: what was to be saved, and what came out.
///
/// @param expected the body's bytes
/// @param expectedLayout the description it added; of a list's elements only the last one is known,
///     since their JSON keys repeat
public record Vector(
    String id,
    Section section,
    DeviceState state,
    byte[] expected,
    Description.Vmsd expectedLayout) {}
