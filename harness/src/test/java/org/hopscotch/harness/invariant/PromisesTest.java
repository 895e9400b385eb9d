package org.hopscotch.harness.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.statistics.Statistics;
import org.hopscotch.generators.jqwik.MigrationDomain;
import org.hopscotch.model.scenario.Guest;
import org.hopscotch.model.scenario.Judgement;
import org.hopscotch.model.scenario.Verdict;
import org.hopscotch.model.wire.MigrationStream;

/// The promises as properties: what anybody can write with the domain.
@Domain(MigrationDomain.class)
class PromisesTest {
  @Property
  void roundTrip(@ForAll Guest guest) {
    Judgement judgement = new RoundTrip().judge(guest);
    Statistics.collect(judgement.verdict());
    Statistics.coverage(
        coverage -> coverage.check(Verdict.HOLDS).percentage(applied -> applied > 95));
    assertThat(judgement.verdict()).as(judgement.because()).isNotEqualTo(Verdict.VIOLATED);
  }

  @Property
  void decoderTotal(@ForAll MigrationStream stream) {
    DecoderTotal.Judged judged = new DecoderTotal().judge(stream.toBytes());
    assertThat(judged.ofWhole()).isEqualTo(Judgement.holds());
  }
}
