package org.hopscotch.corpus.known;

/// A RAM block that can grow.
///
/// @param maxLength in bytes
public record KnownBlock(String name, Releases releases, long maxLength) {}
