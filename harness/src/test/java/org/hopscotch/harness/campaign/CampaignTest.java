package org.hopscotch.harness.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hopscotch.corpus.DescriptionJson;
import org.hopscotch.harness.Repository;
import org.hopscotch.harness.invariant.DecoderTotal;
import org.hopscotch.model.scenario.Verdict;
import org.hopscotch.model.wire.ByteSource;
import org.hopscotch.model.wire.Likenesses;
import org.hopscotch.model.wire.Refusal;
import org.hopscotch.model.wire.StreamReader;
import org.junit.jupiter.api.Test;

class CampaignTest {
  private static final List<Path> FILES =
      List.of(
          Repository.stream("7.2/pc-q35-5.2/base.mig.gz"),
          Repository.stream("5.2/pc-q35-5.2/legacy.devices.gz"));

  @Test
  void staysSilentOnTheDecoderItself() throws Exception {
    Campaign campaign = new Campaign(7, FILES, new DecoderTotal());
    campaign.run(2, 400, () -> false);
    assertThat(campaign.minimized()).isEmpty();
    assertThat(campaign.verdicts()).containsExactly(java.util.Map.entry(Verdict.HOLDS, 400L));
    assertThat(campaign.drawn().get("refused")).isGreaterThan(40);
    assertThat(campaign.drawn().get("still accepted")).isGreaterThan(40);
  }

  @Test
  void makesAPlantedDefectAsSmallAsItCanBe() throws Exception {
    Campaign campaign = new Campaign(7, FILES, new DecoderTotal(CampaignTest::defective));
    campaign.run(2, 200, () -> false);
    assertThat(campaign.minimized())
        .singleElement()
        .satisfies(violation -> {
          assertThat(violation.reasonClass()).startsWith("IllegalStateException in");
          assertThat(violation.input()).hasSize(8);
          assertThat(violation.origin()).contains(".gz: [");
        });
  }

  @Test
  void findsTheSameWhateverTheThreads() throws Exception {
    assertThat(found(1)).isEqualTo(found(3));
  }

  private static String found(int threads) throws Exception {
    Campaign campaign = new Campaign(11, FILES, new DecoderTotal(CampaignTest::defective));
    campaign.run(threads, 150, () -> false);
    Campaign.Violation violation = campaign.minimized().getFirst();
    return violation.number()
        + violation.origin()
        + java.util.HexFormat.of().formatHex(violation.input())
        + campaign.drawn();
  }

  /// Fails wherever a stream is cut behind its header.
  private static Optional<Refusal> defective(byte[] stream, StreamReader.Visitor items) {
    Optional<Refusal> refusal =
        StreamReader.read(
            ByteSource.of(stream),
            new StreamReader.Options(
                DescriptionJson::parse, Optional::empty, Likenesses.none(), 1 << 24),
            items);
    if (refusal.isPresent()
        && refusal.get().offset() >= 8
        && refusal.get().reason() instanceof Refusal.Truncated) {
      throw new IllegalStateException("planted");
    }
    return refusal;
  }

  @Test
  void countsOnlyCasesThatWereJudged() throws Exception {
    Campaign campaign = new Campaign(1, FILES, new DecoderTotal());
    campaign.run(3, 5, () -> false);
    assertThat(campaign.tries()).isEqualTo(5);
  }
}
