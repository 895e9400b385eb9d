package org.hopscotch.harness.fuzz;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class DecoderTargetTest {
  @Test
  void isSilentOnRefusedAndOnAcceptedInput() {
    assertThatCode(() -> DecoderTarget.run(new byte[0])).doesNotThrowAnyException();
    assertThatCode(() -> DecoderTarget.run(new byte[] {'Q', 'E', 'V', 'M', 0, 0, 0, 3, 0}))
        .doesNotThrowAnyException();
  }
}
