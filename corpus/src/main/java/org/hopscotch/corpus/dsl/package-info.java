/// Cases as Java text: what a device's author has in C, written in a test with QEMU's own names.
/// It is the other spelling of what `corpus.yaml` reads, and makes the same records of the model:
/// a {@link org.hopscotch.corpus.Case} told here prints as the YAML that one would write by hand.
/// It stands beside that form and not in the model, since a case also says how its releases are
/// told, and since both forms are checked by the same code.
///
/// {@link org.hopscotch.corpus.dsl.Telling} has the words to begin with (`vmstate`, `device`,
/// `machine`, `release`, `scenario`), {@link org.hopscotch.corpus.dsl.Fields} the `VMSTATE_*`
/// macros, {@link org.hopscotch.corpus.dsl.Properties} the `DEFINE_PROP_*` ones; all three are
/// meant for static import. Nothing told changes: each word gives a new thing.
///
/// What cannot be is an IllegalArgumentException that names it, at the word that says it; what only
/// shows when a release is whole, such as a condition on a member that no field has, at `scenario`.
package org.hopscotch.corpus.dsl;
