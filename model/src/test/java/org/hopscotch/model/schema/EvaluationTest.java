package org.hopscotch.model.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.state.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluationTest {
  private static final Section SECTION =
      new Section(
          "s",
          1,
          1,
          Families.scalar("small", ScalarType.UINT8),
          Families.array("list", ScalarType.UINT16, 3));

  private static final DeviceState STATE =
      DeviceState.EMPTY
          .with("small", 200)
          .with("list", new Value.Numbers(1, 2, 3))
          .with("raw", new Value.Bytes((byte) 0xff, (byte) 1))
          .with("none", Value.NULL)
          .with("in", new Value.Struct(DeviceState.EMPTY.with("x", 7)))
          .with("all", new Value.Elements(new Value.Struct(DeviceState.EMPTY.with("y", 9))))
          .with("dotted.name", 4);

  private static final Bindings BINDINGS =
      new Bindings(Map.of("num-queues", 4L), Map.of("maybe", true));

  private static Scope scope() {
    return new Scope(SECTION, STATE, BINDINGS);
  }

  @ParameterizedTest
  @CsvSource({
    "small == 200",
    "small + 100 == 300",
    "list[1] == 2",
    "in.x * 2 == 14",
    "all[0].y == 9",
    "dotted.name == 4",
    "property(num-queues) == 4",
    "unknown(maybe)",
    "version == 3",
    "!none && in",
    "none == 0",
    "raw[0] == 255",
    "list == list",
    "list != raw",
    "!(list == 1)",
    "list * 0 == 0",
    "(1 ? 5 : absent) == 5",
    "0 && absent || 1",
    "7 / 0 == 0",
    "-7 / 2 == -3",
    "~0 == -1",
    "1 << 63 < 0"
  })
  void holds(String condition) {
    assertThat(scope().holds(Expression.of(condition), 3)).isTrue();
  }

  @Test
  void hooksAssignMembersWithTheirWidth() {
    Scope scope = scope();
    scope.run(ExpressionText.parseHook("small = ~small, list = list * 0x8001, raw = raw ^ 1"), 1);
    assertThat(scope.get("small")).isEqualTo(Value.of(55));
    assertThat(scope.get("list")).isEqualTo(new Value.Numbers(0x8001, 2, 0x8003));
    assertThat(scope.get("raw")).isEqualTo(new Value.Bytes((byte) 0xfe, (byte) 0));
  }

  @Test
  void hooksReachInsideStructsAndArrays() {
    Scope scope = scope();
    scope.run(ExpressionText.parseHook("in.x = 1, list[2] = 70000, all[0].y = in.x + 1"), 1);
    assertThat(scope.get("in.x")).isEqualTo(Value.of(1));
    assertThat(scope.get("all[0].y")).isEqualTo(Value.of(2));
    assertThat(scope.get("list[0]")).isEqualTo(Value.of(1));
  }

  @Test
  void aNumberFillsAnArray() {
    Scope scope = scope();
    scope.run(ExpressionText.parseHook("list = 5"), 1);
    assertThat(scope.get("list")).isEqualTo(new Value.Numbers(5, 5, 5));
  }

  @Test
  void missingNamesAreErrors() {
    for (String text : new String[] {"absent", "property(absent)", "unknown(absent)", "list[3]"}) {
      assertThatThrownBy(() -> scope().holds(Expression.of(text), 1))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aChildSeesItsParentOnlyByThatWord() {
    Scope child = scope().child(SECTION, DeviceState.EMPTY);
    assertThat(child.find("parent.small")).contains(Value.of(200));
    assertThat(child.find("small")).isEmpty();
    assertThat(scope().scratch(new Section("t", 1, 0)).find("small")).contains(Value.of(200));
  }

  @Test
  void countsAreIntsAsInC() {
    Scope scope = new Scope(SECTION, DeviceState.EMPTY.with("n", 0xffffffffL), Bindings.NONE);
    assertThat(scope.count(Count.of("n"))).isEqualTo(-1);
    assertThat(scope.count(new Count.OfMember("n", 4))).isEqualTo(-4);
  }
}
