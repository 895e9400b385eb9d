package org.hopscotch.harness.campaign;

/// A violation as it is saved.
///
/// @param extension of its files
/// @param content the minimised case
/// @param original the case as it was drawn
public record Found(Violation violation, String extension, byte[] content, byte[] original) {}
