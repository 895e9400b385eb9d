package org.hopscotch.generators.history;

import org.hopscotch.model.scenario.Scenario;

/// A scenario, and the history that it was drawn over.
public record DrawnScenario(DrawnHistory history, Scenario scenario) {}
