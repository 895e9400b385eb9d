package org.hopscotch.generators.history;

/// A defect in a history.
///
/// @param defect its id
/// @param release that brought it
/// @param witness where it shows
public record Planted(String defect, String release, Witness witness) {}
