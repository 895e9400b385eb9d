/// The state of devices as values: what is in memory, whatever of it travels.
///
/// {@link org.hopscotch.model.state.DeviceState} maps member names to
/// {@link org.hopscotch.model.state.Value}s; start there. Which members travel, and how, is said by
/// the sections of `model.schema`; nothing here knows of them.
package org.hopscotch.model.state;
