package org.hopscotch.harness.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.hopscotch.model.scenario.Verdict.HOLDS;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.hopscotch.corpus.DescriptionJson;
import org.hopscotch.harness.Repository;
import org.hopscotch.harness.invariant.DecoderTotal;
import org.hopscotch.harness.invariant.RoundTrip;
import org.hopscotch.model.scenario.Guest;
import org.hopscotch.model.scenario.InvariantId;
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
    Totals totals = ran(new DecoderTotal(), 1600).totals();
    assertThat(totals.found()).isEmpty();
    assertThat(totals.verdicts().get("decoder-total")).containsExactly(entry(HOLDS, 1200L));
    assertThat(totals.verdicts().get("round-trip").get(HOLDS)).isGreaterThan(255);
    assertThat(totals.drawn().get("whole drawn streams")).containsOnlyKeys("accepted");
    assertThat(totals.drawn().get("damaged streams"))
        .allSatisfy((_, count) -> assertThat(count).isGreaterThan(40));
  }

  @Test
  void makesAPlantedDefectOfTheDecoderAsSmallAsItCanBe() throws Exception {
    Ran ran = ran(new DecoderTotal(CampaignTest::defective), 400);
    assertThat(ran.told())
        .singleElement()
        .satisfies(violation -> {
          assertThat(violation.reasonClass()).startsWith("IllegalStateException in");
          assertThat(ran.content(violation)).hasSize(8);
          assertThat(violation.origin()).endsWith("[cut at 8]");
        });
  }

  @Test
  void makesAPlantedDefectOfTheCodecOneFieldOfTheRightType() throws Exception {
    Ran ran =
        Ran.of(
            7,
            Experiments.of(
                List.of(),
                new DecoderTotal(),
                new RoundTrip(new SwappedUint16()),
                Experiments.Selection.ALL),
            2,
            1000);
    assertThat(ran.told())
        .singleElement()
        .satisfies(violation -> {
          assertThat(violation.reason()).isEqualTo("does not arrive (uint16)");
          assertThat(violation.because()).isEqualTo("f0 (uint16): sent 1, arrived 256");
          assertThat(ran.text(violation))
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
    assertThat(ran(twofold, 400).told())
        .extracting(Violation::reasonClass)
        .anyMatch(reason -> reason.startsWith("IllegalStateException in"));
  }

  @Test
  void findsTheSameWhateverTheThreads() throws Exception {
    assertThat(found(1)).isEqualTo(found(3));
  }

  private static String found(int threads) throws Exception {
    Ran ran = Ran.of(11, planted(), threads, 600);
    return ran.found().stream().map(CampaignTest::all).toList() + ran.totals().drawn().toString();
  }

  private static String all(Found one) {
    return one.violation()
        + HexFormat.of().formatHex(one.content())
        + HexFormat.of().formatHex(one.original());
  }

  private static Experiments planted() {
    return Experiments.of(
        FILES,
        new DecoderTotal(CampaignTest::defective),
        new RoundTrip(new SwappedUint16()),
        Experiments.Selection.ALL);
  }

  private static Ran ran(DecoderTotal decoder, long tries) throws Exception {
    return Ran.of(
        7, Experiments.of(FILES, decoder, new RoundTrip(), Experiments.Selection.ALL), 2, tries);
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
    assertThat(ran(new DecoderTotal(), 5).totals().tries()).isEqualTo(5);
  }

  @Test
  void aCaseAloneIsWhatItIsInARun() throws Exception {
    Found first = Ran.of(11, planted(), 2, 600).found().getFirst();
    List<Found> alone = new ArrayList<>();
    long number = first.violation().number();
    new Campaign(11, planted(), Shard.WHOLE)
        .run(
            1,
            new Campaign.Work(Long.MAX_VALUE, OptionalLong.of(number), List.of()),
            () -> false,
            (_, some) -> alone.addAll(some));
    assertThat(alone).extracting(CampaignTest::all).containsExactly(all(first));
  }

  @Test
  void judgesOnlyWhatIsAskedFor() throws Exception {
    Experiments cut =
        Experiments.of(
            FILES,
            new DecoderTotal(),
            new RoundTrip(),
            new Experiments.Selection(
                EnumSet.of(InvariantId.DECODER_TOTAL),
                Set.of("cut", "damaged-real-streams"),
                false));
    Totals totals = Ran.of(7, cut, 2, 200).totals();
    assertThat(totals.drawn().get("cases")).containsOnlyKeys("damaged real streams");
    long judged = totals.verdicts().get("decoder-total").get(HOLDS);
    assertThat(judged).isBetween(40L, 160L);
    assertThat(totals.drawn().get("without the feature"))
        .containsExactly(entry("damaged real streams", 200 - judged));
  }
}
