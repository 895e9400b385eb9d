/// What a draw costs: one value, made by {@link org.hopscotch.generators.choice.Choices} in each of
/// its ways, by a loop written by hand, and by jqwik. Compiled in the profile `bench` only; results
/// are in docs/benchmarks.md.
package org.hopscotch.generators.bench;
