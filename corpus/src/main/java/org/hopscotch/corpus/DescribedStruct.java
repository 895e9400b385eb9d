package org.hopscotch.corpus;

import org.hopscotch.model.schema.Section;
import org.hopscotch.model.state.DeviceState;

/// A VMSD of a stream as a schema, and the members that it sent.
record DescribedStruct(Section section, DeviceState state) {}
