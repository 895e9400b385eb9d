/// Draws histories: a first release, and releases that evolve from it by
/// {@link org.hopscotch.model.evolution.Change}s.
///
/// {@link org.hopscotch.generators.history.Histories} draws them, and {@link
/// org.hopscotch.generators.history.DrawnScenarios} guests, hosts and routes over them. What a
/// device is made of are {@link org.hopscotch.generators.history.Part}s, of the kinds in {@link
/// org.hopscotch.generators.history.PartKind}; what a release changes are {@link
/// org.hopscotch.generators.history.Step}s. {@link org.hopscotch.generators.history.Steps} has
/// those that are sound, {@link org.hopscotch.generators.history.Defects} those that are not, each
/// with its {@link org.hopscotch.generators.history.Witness}.
package org.hopscotch.generators.history;
