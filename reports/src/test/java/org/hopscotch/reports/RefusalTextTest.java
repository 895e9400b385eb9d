package org.hopscotch.reports;

import static org.assertj.core.api.Assertions.assertThat;

import org.hopscotch.model.wire.Refusal;
import org.junit.jupiter.api.Test;

class RefusalTextTest {
  @Test
  void namesOffsetPathAndReason() {
    assertThat(RefusalText.of(new Refusal(255, "ram", new Refusal.Truncated(1))))
        .isEqualTo("offset 0x000000ff, in ram: the input ends here, at least 1 more byte is due");
  }

  @Test
  void leavesOutAPathThatIsEmpty() {
    assertThat(RefusalText.of(new Refusal(0, "", new Refusal.NotAStream(0))))
        .isEqualTo("offset 0x00000000: not a migration stream: it does not start with QEVM");
  }

  @Test
  void keepsToOneLineWhateverADamagedNameHolds() {
    assertThat(
            RefusalText.of(
                new Refusal(1, "a\nb\u001b[2J", new Refusal.UnknownRamBlock("\u00e9\r\n"))))
        .doesNotContain("\n", "\r", "\u001b")
        .contains("a\\x0ab\\x1b[2J", "\\xe9\\x0d\\x0a");
    assertThat(RefusalText.oneLine("new\nline")).isEqualTo("new\\x0aline");
  }
}
