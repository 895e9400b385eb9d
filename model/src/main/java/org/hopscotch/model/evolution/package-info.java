/// How a release becomes the next: one {@link org.hopscotch.model.evolution.Change} at a time.
/// Cases tell their histories in these, repairs are made of them, and generators draw them. Where
/// only the releases are known, {@link org.hopscotch.model.evolution.Differences} finds them.
package org.hopscotch.model.evolution;
