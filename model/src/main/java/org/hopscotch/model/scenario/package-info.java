/// What is told of a case: a {@link org.hopscotch.model.scenario.Verdict} with its because, and a
/// {@link org.hopscotch.model.scenario.Finding} when a promise was broken.
package org.hopscotch.model.scenario;
