package org.hopscotch.harness.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// {@link DecoderTarget} in Jazzer's hands; docs/fuzzing.md tells how to let it search.
class DecoderFuzzTest {
  static Stream<Arguments> seeds() {
    return FuzzSeeds.committed();
  }

  // FuzzTest must come last, or the seeds would not be seen by the fuzzer.
  @MethodSource("seeds")
  @DictionaryFile(resourcePath = "/org/hopscotch/harness/fuzz/stream.dict")
  @FuzzTest
  void decoderIsTotal(byte[] input) {
    DecoderTarget.run(input);
  }
}
