package org.hopscotch.harness.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;

/// {@link ChoicesTarget#guest} in Jazzer's hands; docs/fuzzing.md tells how to let it search.
class GuestFuzzTest {
  @FuzzTest
  void guestArrives(byte[] input) {
    ChoicesTarget.guest(input);
  }
}
