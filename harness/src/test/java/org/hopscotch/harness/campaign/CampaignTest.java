package org.hopscotch.harness.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.hopscotch.model.scenario.Verdict.HOLDS;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.hopscotch.corpus.DescriptionJson;
import org.hopscotch.harness.Repository;
import org.hopscotch.harness.invariant.DecoderTotal;
import org.hopscotch.harness.invariant.RoundTrip;
import org.hopscotch.model.scenario.Guest;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.ScalarType;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.state.Value;
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
    Campaign campaign = campaign(7, new DecoderTotal());
    campaign.run(2, 800, () -> false);
    assertThat(campaign.minimized()).isEmpty();
    assertThat(campaign.verdicts().get("decoder-total")).containsExactly(entry(HOLDS, 533L));
    assertThat(campaign.verdicts().get("round-trip").get(HOLDS)).isGreaterThan(255);
    assertThat(campaign.drawn().get("whole drawn streams")).containsOnlyKeys("accepted");
    assertThat(campaign.drawn().get("damaged streams"))
        .allSatisfy((_, count) -> assertThat(count).isGreaterThan(40));
  }

  @Test
  void makesAPlantedDefectOfTheDecoderAsSmallAsItCanBe() throws Exception {
    Campaign campaign = campaign(7, new DecoderTotal(CampaignTest::defective));
    campaign.run(2, 400, () -> false);
    assertThat(campaign.minimized())
        .singleElement()
        .satisfies(violation -> {
          assertThat(violation.reasonClass()).startsWith("IllegalStateException in");
          assertThat(violation.content()).hasSize(8);
          assertThat(violation.origin()).endsWith("[cut at 8]");
        });
  }

  @Test
  void makesAPlantedDefectOfTheCodecOneFieldOfTheRightType() throws Exception {
    Campaign campaign =
        Campaign.of(7, List.of(), new DecoderTotal(), new RoundTrip(new SwappedUint16()));
    campaign.run(2, 1000, () -> false);
    assertThat(campaign.minimized())
        .singleElement()
        .satisfies(violation -> {
          assertThat(violation.reason()).isEqualTo("does not arrive (uint16)");
          assertThat(violation.because()).isEqualTo("f0 (uint16): sent 1, arrived 256");
          assertThat(new String(violation.content(), StandardCharsets.UTF_8))
              .isEqualTo(
                  """
                  section:
                    name: Device
                    version_id: 0
                    minimum_version_id: 0
                    fields:
                    - {name: f0, type: uint16}
                  state:
                    f0: 1
                  """);
        });
  }

  /// Loads 16-bit numbers with their bytes in the wrong order.
  private static final class SwappedUint16 implements RoundTrip.Codec {
    private final RoundTrip.Codec right = RoundTrip.ofThisProject();

    @Override
    public RoundTrip.Saved save(Guest source) {
      return right.save(source);
    }

    @Override
    public RoundTrip.Loaded load(Guest destination, byte[] body) {
      RoundTrip.Loaded loaded = right.load(destination, body);
      DeviceState state = loaded.state();
      for (Field field : destination.section().fields()) {
        if (field.type().equals(new FieldType.Scalar(ScalarType.UINT16))
            && state.members().get(field.name()) instanceof Value.Number(long number)) {
          state =
              state.with(field.name(), Short.toUnsignedLong(Short.reverseBytes((short) number)));
        }
      }
      return new RoundTrip.Loaded(state, loaded.read());
    }
  }

  @Test
  void reportsWhatSlippedToAnotherCauseAsAFindingOfItsOwn() throws Exception {
    DecoderTotal twofold =
        new DecoderTotal((stream, items) -> {
          if (stream.length < 3) {
            throw new UnsupportedOperationException("planted");
          }
          return defective(stream, items);
        });
    Campaign campaign = campaign(7, twofold);
    campaign.run(2, 400, () -> false);
    assertThat(campaign.minimized())
        .extracting(Violation::reasonClass)
        .anyMatch(reason -> reason.startsWith("IllegalStateException in"));
  }

  @Test
  void findsTheSameWhateverTheThreads() throws Exception {
    assertThat(found(1)).isEqualTo(found(3));
  }

  private static String found(int threads) throws Exception {
    Campaign campaign =
        Campaign.of(
            11,
            FILES,
            new DecoderTotal(CampaignTest::defective),
            new RoundTrip(new SwappedUint16()));
    campaign.run(threads, 300, () -> false);
    return campaign.minimized().stream()
            .map(violation ->
                violation.number()
                    + violation.reason()
                    + violation.origin()
                    + HexFormat.of().formatHex(violation.content()))
            .toList()
        + campaign.drawn().toString();
  }

  private static Campaign campaign(long seed, DecoderTotal decoder) {
    return Campaign.of(seed, FILES, decoder, new RoundTrip());
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
    Campaign campaign = campaign(1, new DecoderTotal());
    campaign.run(3, 5, () -> false);
    assertThat(campaign.tries()).isEqualTo(5);
  }
}
