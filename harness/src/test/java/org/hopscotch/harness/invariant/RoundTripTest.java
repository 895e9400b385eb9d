package org.hopscotch.harness.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.hopscotch.generators.Guests;
import org.hopscotch.generators.choice.Choices;
import org.hopscotch.model.scenario.Guest;
import org.hopscotch.model.scenario.Judgement;
import org.hopscotch.model.scenario.Verdict;
import org.hopscotch.model.schema.Bindings;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.Families;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.Hooks;
import org.hopscotch.model.schema.ScalarType;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Subsection;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.wire.LoaderFamily;
import org.hopscotch.model.wire.Refusal;
import org.hopscotch.model.wire.RefusedException;
import org.junit.jupiter.api.Test;

class RoundTripTest {
  private static final RoundTrip.Codec CODEC = RoundTrip.ofThisProject();
  private static final Section TIMER =
      new Section(
              "timer",
              1,
              1,
              Families.scalar("mode", ScalarType.UINT8),
              Families.scalar("count", ScalarType.UINT16))
          .with(
              new Subsection(
                  new Section("timer/gate", 1, 1, Families.scalar("gate", ScalarType.UINT8)),
                  Expression.of("gate != 1")))
          .with(Hooks.NONE.preLoad("gate = 1"));
  private static final Guest GUEST =
      guest(TIMER, DeviceState.EMPTY.with("mode", 2).with("count", 0x1234).with("gate", 0));

  private static Guest guest(Section section, DeviceState state) {
    return new Guest(section, state, Bindings.NONE, LoaderFamily.FROM_11_0);
  }

  @Test
  void staysSilentOnTheCodecItself() {
    assertThat(new RoundTrip().judge(GUEST)).isEqualTo(Judgement.holds());
  }

  @Test
  void holdsForDrawnGuestsAndAppliesToNearlyAll() {
    RoundTrip invariant = new RoundTrip();
    int applied = 0;
    for (int number = 0; number < 3000; number++) {
      Guest guest = Guests.draw(Choices.unrecorded(1, number));
      Judgement judgement = invariant.judge(guest);
      assertThat(judgement.verdict()).as("%s", guest).isNotEqualTo(Verdict.VIOLATED);
      applied += judgement.verdict() == Verdict.HOLDS ? 1 : 0;
    }
    assertThat(applied).isGreaterThan(2900);
  }

  @Test
  void catchesASkippedSubsection() {
    Judgement judgement =
        judge(
            new Defect() {
              @Override
              public RoundTrip.Saved save(Guest source) {
                Section bare = source.section().with(new Subsection[0]);
                RoundTrip.Saved saved =
                    CODEC.save(new Guest(bare, source.state(), source.bindings(), source.family()));
                return new RoundTrip.Saved(saved.body(), saved.after());
              }
            });
    assertThat(judgement.reasonClass()).isEqualTo("does not arrive");
    assertThat(judgement.because()).isEqualTo("gate (uint8): sent 0, arrived 1");
  }

  @Test
  void catchesAByteThatIsNotRead() {
    Judgement judgement =
        judge(
            new Defect() {
              @Override
              public RoundTrip.Saved save(Guest source) {
                RoundTrip.Saved saved = CODEC.save(source);
                byte[] longer = Arrays.copyOf(saved.body(), saved.body().length + 1);
                return new RoundTrip.Saved(longer, saved.after());
              }
            });
    assertThat(judgement.because()).isEqualTo("20 of 21 bytes were read");
  }

  @Test
  void catchesAByteThatIsMissing() {
    Judgement judgement =
        judge(
            new Defect() {
              @Override
              public RoundTrip.Saved save(Guest source) {
                RoundTrip.Saved saved = CODEC.save(source);
                return new RoundTrip.Saved(Arrays.copyOf(saved.body(), 2), saved.after());
              }
            });
    assertThat(judgement.because()).startsWith("load refused: Truncated").endsWith("in count");
  }

  @Test
  void catchesALoadThatLeavesTheDestinationAsItWas() {
    Judgement judgement =
        judge(
            new Defect() {
              @Override
              public RoundTrip.Loaded load(Guest destination, byte[] body) {
                return new RoundTrip.Loaded(destination.state(), body.length);
              }
            });
    assertThat(judgement.because()).isEqualTo("mode (uint8): sent 2, arrived 253");
  }

  @Test
  void catchesASecondSaveThatDiffers() {
    Judgement judgement =
        judge(
            new Defect() {
              private byte saves;

              @Override
              public RoundTrip.Saved save(Guest source) {
                RoundTrip.Saved saved = CODEC.save(source);
                byte[] body = saved.body().clone();
                body[0] += saves++;
                return new RoundTrip.Saved(body, saved.after());
              }
            });
    assertThat(judgement.reasonClass()).isEqualTo("saves differently");
  }

  @Test
  void catchesACodecThatThrowsOrRefusesToSave() {
    Judgement thrown =
        judge(
            new Defect() {
              @Override
              public RoundTrip.Saved save(Guest source) {
                throw new IllegalStateException("planted");
              }
            });
    assertThat(thrown.reasonClass()).startsWith("IllegalStateException in org.hopscotch.");
    Judgement refused =
        judge(
            new Defect() {
              @Override
              public RoundTrip.Saved save(Guest source) {
                throw new RefusedException(new Refusal(0, "", new Refusal.TooDeep(1)));
              }
            });
    assertThat(refused.reasonClass()).isEqualTo("save refused: TooDeep");
  }

  @Test
  void doesNotApplyToAGuestThatMayNotBeSaved() {
    Section refusing = TIMER.with(Hooks.NONE.preSave("refuse \"busy\" when mode == 2"));
    assertThat(new RoundTrip().judge(guest(refusing, GUEST.state())).verdict())
        .isEqualTo(Verdict.DOES_NOT_APPLY);
    Section socket = new Section("vhost", 1, 1, new Field("fd", new FieldType.Fd()));
    assertThat(new RoundTrip().judge(guest(socket, DeviceState.EMPTY.with("fd", 3))).verdict())
        .isEqualTo(Verdict.DOES_NOT_APPLY);
  }

  private static Judgement judge(RoundTrip.Codec codec) {
    return new RoundTrip(codec).judge(GUEST);
  }

  /// The codec with one method made worse.
  private abstract static class Defect implements RoundTrip.Codec {
    @Override
    public RoundTrip.Saved save(Guest source) {
      return CODEC.save(source);
    }

    @Override
    public RoundTrip.Loaded load(Guest destination, byte[] body) {
      return CODEC.load(destination, body);
    }
  }
}
