package org.hopscotch.harness.campaign;

import java.util.function.Supplier;

/// A violation and the file that shows it.
///
/// @param content of that file; it may take long, so it is asked for only where it is saved
record Caught(Violation violation, Supplier<byte[]> content) {}
