package org.hopscotch.generators.pass;

import org.hopscotch.model.scenario.Scenario;

/// What making a scenario simple came to.
///
/// @param scenario the simplest that was found
/// @param judgements how often a scenario was judged
/// @param complete whether no pass had anything left to try; false when the limit came first
public record Simplest(Scenario scenario, int judgements, boolean complete) {}
