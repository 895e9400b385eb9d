package org.hopscotch.harness.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;

/// {@link ChoicesTarget#stream} in Jazzer's hands; docs/fuzzing.md tells how to let it search.
class StreamFuzzTest {
  @FuzzTest
  void streamIsRead(byte[] input) {
    ChoicesTarget.stream(input);
  }
}
