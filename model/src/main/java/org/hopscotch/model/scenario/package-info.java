/// What is told of a case. A {@link org.hopscotch.model.scenario.Guest} is what travels; it meets a
/// {@link org.hopscotch.model.scenario.Destination}, and {@link
/// org.hopscotch.model.scenario.GuestDiff} compares what arrived. A {@link
/// org.hopscotch.model.scenario.Verdict} comes with its because, and a {@link
/// org.hopscotch.model.scenario.Finding} when a promise was broken.
package org.hopscotch.model.scenario;
