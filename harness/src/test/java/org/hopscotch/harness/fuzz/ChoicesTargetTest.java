package org.hopscotch.harness.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.hopscotch.model.scenario.Judgement;
import org.junit.jupiter.api.Test;

class ChoicesTargetTest {
  @Test
  void judgesWhatTheBytesDraw() {
    assertThatCode(() -> run(1, 2)).doesNotThrowAnyException();
    assertThat(broken(0xff, 0xff))
        .hasMessage("too large: 65535")
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void tellsClassesOfReasonApartByTheTraceAsFuzzersDo() {
    assertThat(broken(0xff, 0xff).getStackTrace()).isEqualTo(broken(0xff, 0xfe).getStackTrace());
    assertThat(broken(0xff, 0xff).getStackTrace()).isNotEqualTo(broken(0, 0).getStackTrace());
  }

  private static BrokenPromiseError broken(int first, int second) {
    return catchThrowableOfType(BrokenPromiseError.class, () -> run(first, second));
  }

  private static void run(int first, int second) {
    ChoicesTarget.run(
        new byte[] {(byte) first, (byte) second}, c -> c.bits(16), ChoicesTargetTest::judge);
  }

  private static Judgement judge(long number) {
    if (number == 0) {
      return Judgement.violated("zero", "0");
    }
    return number > 1000
        ? Judgement.violated("too large", Long.toString(number))
        : Judgement.holds();
  }
}
