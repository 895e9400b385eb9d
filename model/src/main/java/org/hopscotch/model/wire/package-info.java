/// The migration stream, byte for byte.
///
/// Start at {@link org.hopscotch.model.wire.StreamReader} and its counterpart
/// {@link org.hopscotch.model.wire.StreamWriter}: between them passes a sequence of
/// {@link org.hopscotch.model.wire.StreamItem}. RAM comes as
/// {@link org.hopscotch.model.wire.RamRecord}s and goes through; a device section's body is a
/// {@link org.hopscotch.model.wire.Body} of typed values, read as the stream's own
/// {@link org.hopscotch.model.wire.Description} says, or as a
/// {@link org.hopscotch.model.wire.Likenesses likeness} does. What cannot be understood is opaque
/// and keeps its bytes; what cannot be a stream is a {@link org.hopscotch.model.wire.Refusal}.
///
/// Section numbers in comments are those of the project's wire-format notes, docs/wire-format.md.
package org.hopscotch.model.wire;
