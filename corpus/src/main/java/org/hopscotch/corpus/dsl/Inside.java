package org.hopscotch.corpus.dsl;

/// A section inside a device type: of a struct or a subsection, wherever it is nested.
///
/// @param type the device type's name
/// @param section the section's name
public record Inside(String type, String section) {}
