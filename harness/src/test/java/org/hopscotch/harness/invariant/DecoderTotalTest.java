package org.hopscotch.harness.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.hopscotch.harness.Repository;
import org.hopscotch.model.scenario.Judgement;
import org.hopscotch.model.scenario.Verdict;
import org.hopscotch.model.wire.Refusal;
import org.hopscotch.model.wire.StreamItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DecoderTotalTest {
  private static final byte[] SMALLEST = {'Q', 'E', 'V', 'M', 0, 0, 0, 3, 0};

  @Test
  void staysSilentOnTheDecoderItself() {
    DecoderTotal invariant = new DecoderTotal();
    assertThat(invariant.judge(SMALLEST))
        .isEqualTo(new DecoderTotal.Judged(Judgement.holds(), true));
    assertThat(invariant.judge(new byte[] {1, 2, 3}))
        .isEqualTo(new DecoderTotal.Judged(Judgement.holds(), false));
    assertThat(invariant.judge(new byte[0]).judgement()).isEqualTo(Judgement.holds());
  }

  /// Inputs that once were findings.
  static Stream<Path> damaged() {
    return Repository.filesBelow(
        "harness/src/test/resources/org/hopscotch/harness/invariant/damaged")
        .stream();
  }

  @ParameterizedTest
  @MethodSource("damaged")
  void holdsForWhatOnceWasAFinding(Path file) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      assertThat(new DecoderTotal().judge(in.readAllBytes()).judgement())
          .isEqualTo(Judgement.holds());
    }
  }

  @Test
  void catchesADecoderThatThrows() {
    Judgement judgement =
        judge((_, _) -> {
          throw new ArrayIndexOutOfBoundsException(7);
        });
    assertThat(judgement.verdict()).isEqualTo(Verdict.VIOLATED);
    assertThat(judgement.reasonClass())
        .startsWith("ArrayIndexOutOfBoundsException in org.hopscotch.");
  }

  @Test
  void catchesADecoderThatBelievesALength() {
    Judgement judgement =
        judge((stream, _) -> {
          byte[] believed = Arrays.copyOf(stream, 1 << 20);
          return Optional.of(new Refusal(believed.length, "", new Refusal.NotAStream(0)));
        });
    assertThat(judgement.reasonClass()).isEqualTo("allocation");
  }

  @Test
  void catchesADecoderThatLosesBytes() {
    Judgement judgement =
        judge((_, items) -> {
          items.item(0, new StreamItem.Header(3));
          return Optional.empty();
        });
    assertThat(judgement.reasonClass()).isEqualTo("encodes differently");
    assertThat(judgement.because()).isEqualTo("differs at offset 8");
  }

  private static Judgement judge(DecoderTotal.Decoder decoder) {
    return new DecoderTotal(decoder).judge(SMALLEST).judgement();
  }

  /// A pointer array of bytes nobody describes, with a NULL in it that the description of 7.2 does
  /// not show: read as if nothing were NULL it swallows its own footer, and another section
  /// follows.
  @Test
  void aFooterInsideWhatWasReadMeansThatItWasReadTooFar() {
    String json =
        """
        {"page_size": 4096, "devices": [{"name": "Device", "instance_id": 0, \
        "vmsd_name": "Device", "version": 0, "fields": [{"name": "f0", "array_len": 2, \
        "type": "custom", "size": 6}]}]}\
        """
            .replace("\n", "");
    String sections =
        "5145564d00000003 04 00000000 06446576696365 00000000 00000000 00000000000030 7e00000000"
            + "04 00000001 05736c697270 00000000 00000001 7e00000001 00";
    byte[] text = json.getBytes(StandardCharsets.UTF_8);
    byte[] stream =
        HexFormat.of()
            .parseHex(
                sections.replace(" ", "")
                    + "06"
                    + HexFormat.of().toHexDigits(text.length)
                    + HexFormat.of().formatHex(text));
    assertThat(new DecoderTotal().judge(stream).ofWhole()).isEqualTo(Judgement.holds());
  }
}
