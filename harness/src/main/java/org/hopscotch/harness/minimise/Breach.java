package org.hopscotch.harness.minimise;

import org.hopscotch.model.scenario.InvariantId;

/// A broken promise and the class of the reason.
public record Breach(InvariantId invariant, String reasonClass) {}
