package org.hopscotch.generators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hopscotch.generators.choice.Minimizer.minimal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hopscotch.generators.choice.Choices;
import org.hopscotch.generators.choice.Generator;
import org.hopscotch.model.schema.Count;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.Families;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.Hooks;
import org.hopscotch.model.schema.ScalarType;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.state.Value;
import org.junit.jupiter.api.Test;

class DeviceStatesTest {
  private static final int CASES = 2000;
  private static final Section NODE =
      new Section("node", 1, 1, Families.scalar("size", ScalarType.UINT32));

  @Test
  void givesEveryMemberThatAFieldOrAnExpressionNamesAValue() {
    Section section =
        new Section(
                "device",
                1,
                1,
                Families.scalar("a", ScalarType.UINT8).test("c0 && property(p)"),
                Families.varray("rows", new FieldType.Struct(NODE), new Count.OfMember("n", 2)),
                Families.unused(4),
                new Field("msix", new FieldType.MsixState()))
            .with(Hooks.NONE.preSave("copy = whole >> 8"));
    DeviceState state = DeviceStates.draw(Choices.seeded(1, 1), section);
    assertThat(state.members().keySet())
        .containsExactlyInAnyOrder(
            "a", "n", "rows", "entries", "table", "pba", "c0", "copy", "whole");
  }

  @Test
  void drawsAnArrayAsLongAsItsCountSaysAtLeast() {
    Section section =
        new Section(
            "device",
            1,
            1,
            Families.varray(
                "ring", new FieldType.Scalar(ScalarType.UINT16), new Count.OfMember("n", 3)),
            Families.scalar("n", ScalarType.UINT64));
    Map<Long, Integer> counts = new HashMap<>();
    for (int number = 0; number < CASES; number++) {
      DeviceState state = DeviceStates.draw(Choices.unrecorded(1, number), section);
      long n = ((Value.Number) state.members().get("n")).value();
      counts.merge(n, 1, Integer::sum);
      assertThat(((Value.Numbers) state.members().get("ring")).values().length)
          .isBetween((int) n * 3, (int) n * 3 + 2);
    }
    assertThat(counts.keySet()).containsExactlyInAnyOrder(0L, 1L, 2L, 3L, 4L);
    assertThat(counts.values()).allMatch(count -> count > CASES / 20);
  }

  @Test
  void drawsWhatAConditionTurnsOnOften() {
    Section section =
        new Section(
            "device",
            1,
            1,
            Families.scalar("key", ScalarType.UINT32),
            Families.scalar("a", ScalarType.UINT8).test("key == 0x12345678"));
    int hits = 0;
    for (int number = 0; number < CASES; number++) {
      DeviceState state = DeviceStates.draw(Choices.unrecorded(1, number), section);
      hits += state.members().get("key").equals(Value.of(0x12345678)) ? 1 : 0;
    }
    assertThat(hits).isGreaterThan(CASES / 10);
  }

  @Test
  void drawsScratchMembersOfTheStructAround() {
    Section scratch =
        new Section("tmp", 0, 0, Families.scalar("copy", ScalarType.UINT32))
            .with(Hooks.NONE.preSave("copy = parent.kept").postLoad("parent.kept = copy"));
    Section section = new Section("device", 1, 1, Families.withTmp(scratch));
    assertThat(DeviceStates.draw(Choices.seeded(1, 1), section).members()).containsOnlyKeys("kept");
  }

  @Test
  void shrinksEachKindOfMemberByItself() {
    Section section =
        new Section(
            "device",
            1,
            1,
            Families.scalar("signed", ScalarType.INT16),
            Families.buffer("bytes", 4),
            Families.qtailq("queue", 1, NODE),
            Families.gtreeDirectKey("tree", 1, NODE));
    Generator<DeviceState> states = choices -> DeviceStates.draw(choices, section);
    assertThat(
            minimal(
                states,
                state ->
                    number(state, "signed").filter(n -> n < -2).isPresent()
                        && nodes(state, "queue") > 1))
        .isEqualTo(
            DeviceState.EMPTY
                .with("signed", -3)
                .with("bytes", new Value.Bytes(new byte[4]))
                .with("queue", new Value.Elements(List.of(node(), node())))
                .with("tree", new Value.Elements(List.of())));
  }

  private static Value node() {
    return new Value.Struct(DeviceState.EMPTY.with("size", 0));
  }

  private static Optional<Long> number(DeviceState state, String member) {
    return state.find(member).map(value -> ((Value.Number) value).value());
  }

  private static int nodes(DeviceState state, String member) {
    return ((Value.Elements) state.members().get(member)).values().size();
  }

  @Test
  void findsTheConstantsOfEveryExpressionThatNamesAMember() {
    Section section =
        new Section("device", 1, 1, Families.scalar("a", ScalarType.UINT8).test("a > 3 || b == 7"))
            .with(Hooks.NONE.postLoad("refuse \"no\" when a == 9"));
    assertThat(Mentions.of(section).members().get("a")).contains(3L, 9L);
    assertThat(Mentions.of(section).members().get("b")).contains(7L);
    assertThat(Mentions.of(section).properties()).isEmpty();
    assertThat(
            Mentions.of(
                    new Section(
                        "device",
                        1,
                        1,
                        Families.scalar("a", ScalarType.UINT8)
                            .test(new Expression.Unknown("needed"))))
                .unknown())
        .containsExactly("needed");
  }
}
