/// Making values out of choices. A {@link org.hopscotch.generators.choice.Generator} draws from
/// {@link org.hopscotch.generators.choice.Choices}: bounded numbers, of which 0 is the simplest.
/// Where they come from (a seed, a recording, a fuzzer's bytes) is none of its business, and what
/// it drew can be recorded, edited and drawn from again: a smaller recording makes a simpler value,
/// which is how {@link org.hopscotch.generators.choice.Minimizer} works.
/// Nothing here knows of machines.
package org.hopscotch.generators.choice;
