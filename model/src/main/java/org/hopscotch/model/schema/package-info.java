/// What a release knows about a device's saved state: sections, their fields, and the conditions
/// and hooks between them, all of it data.
///
/// Start at {@link org.hopscotch.model.schema.Section}, QEMU's VMStateDescription. A
/// {@link org.hopscotch.model.schema.Field} joins a name, a
/// {@link org.hopscotch.model.schema.FieldType} and the condition under which it travels;
/// {@link org.hopscotch.model.schema.Families} has every `VMSTATE_*` macro by name, and
/// {@link org.hopscotch.model.schema.Compounds} the structs that many devices embed. How all this
/// becomes bytes is in `model.wire`: `SectionSaver` and `SectionLoader`.
package org.hopscotch.model.schema;
