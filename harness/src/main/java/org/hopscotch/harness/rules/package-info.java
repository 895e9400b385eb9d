/// The rules of migration once more, as a slow and obvious interpreter: written from wire-format
/// alone, sharing no code with the engine, so that what both get right is right for two reasons.
///
/// Nothing here is fast, remembered or looked up twice in the same way: bytes are a list with a
/// position, memory is maps of maps, names are searched anew each time. Of the model only data is
/// used: schemas, releases, values, reasons. {@link org.hopscotch.harness.rules.RulesHost} starts
/// a host; `as-the-rules-say` compares it with the engine.
package org.hopscotch.harness.rules;
