/// Engines that are wrong on purpose, so that the harness itself can be tried: which defects does
/// it find, how soon, and how small does it make them?
///
/// {@link org.hopscotch.harness.planted.EngineDefects} lists them; each
/// {@link org.hopscotch.harness.planted.EngineDefect} says in a line what is wrong and holds a
/// {@link org.hopscotch.harness.planted.Distortion}: what is changed on the way into the right
/// engine and out of it. The engine itself has no switches for them.
/// {@link org.hopscotch.harness.planted.Plantings} puts the defective engine in one release's place
/// of a journey.
package org.hopscotch.harness.planted;
