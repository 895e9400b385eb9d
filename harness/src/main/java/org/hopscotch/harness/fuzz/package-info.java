/// What a fuzzer drives: plain methods from bytes to a promise. They see no fuzzer; the tests of
/// this package hand them to Jazzer (docs/fuzzing.md). Start at
/// {@link org.hopscotch.harness.fuzz.DecoderTarget}.
package org.hopscotch.harness.fuzz;
