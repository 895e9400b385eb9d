package org.hopscotch.model.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hopscotch.model.schema.ScalarType.UINT8;
import static org.hopscotch.model.wire.Bench.load;
import static org.hopscotch.model.wire.Bench.refusal;
import static org.hopscotch.model.wire.Bench.state;
import static org.hopscotch.model.wire.Bench.struct;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.hopscotch.model.schema.Bindings;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.Families;
import org.hopscotch.model.schema.Hooks;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Subsection;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.state.Value;
import org.junit.jupiter.api.Test;

/// The odd cases of wire-format section 4.4.
class SubsectionLoopTest {
  private static final Section ONE = new Section("s/one", 2, 1, Families.scalar("b", UINT8));
  private static final Section WITH_ONE =
      Bench.section(Families.scalar("a", UINT8)).with(new Subsection(ONE, Expression.of("b != 0")));
  private static final DeviceState LOCAL = state("a", 0, "b", 0);

  private static String frame(String name, String version) {
    byte[] bytes = name.getBytes(StandardCharsets.ISO_8859_1);
    return "05%02x".formatted(bytes.length) + HexFormat.of().formatHex(bytes) + version;
  }

  @Test
  void isSentOnlyWhenNeeded() {
    assertThat(Bench.saved(WITH_ONE, state("a", 1, "b", 0))).isEqualTo("01");
    assertThat(Bench.saved(WITH_ONE, state("a", 1, "b", 7)))
        .isEqualTo("01" + frame("s/one", "00000002") + "07");
  }

  @Test
  void isTakenWhetherOrNotTheReceiverNeedsIt() {
    assertThat(load(WITH_ONE, "01" + frame("s/one", "00000002") + "07", LOCAL))
        .isEqualTo(state("a", 1, "b", 7));
    assertThat(load(WITH_ONE, "01", state("a", 0, "b", 9))).isEqualTo(state("a", 1, "b", 9));
  }

  @Test
  void keepsTheLowEightBitsOfTheVersion() {
    assertThat(load(WITH_ONE, "01" + frame("s/one", "00000101") + "07", LOCAL))
        .isEqualTo(state("a", 1, "b", 7));
    assertThat(refusal(WITH_ONE, "01" + frame("s/one", "00000003") + "07", LOCAL))
        .isEqualTo(new Refusal(12, "s/one", new Refusal.TooNew("s/one", 3, 2)));
    assertThat(refusal(WITH_ONE, "01" + frame("s/one", "00000100") + "07", LOCAL).reason())
        .isEqualTo(new Refusal.TooOld("s/one", 0, 1));
  }

  @Test
  void mayComeTwiceAndInAnyOrder() {
    Section two = new Section("s/two", 1, 1, Families.scalar("c", UINT8));
    Section both = WITH_ONE.with(new Subsection(ONE), new Subsection(two));
    String hex =
        "01"
            + frame("s/two", "00000001")
            + "09"
            + frame("s/one", "00000002")
            + "07"
            + frame("s/one", "00000002")
            + "08";
    assertThat(load(both, hex, LOCAL)).isEqualTo(state("a", 1, "b", 8, "c", 9));
  }

  @Test
  void anUnknownOneWithOurPrefixIsRefused() {
    assertThat(refusal(WITH_ONE, "01" + frame("s/six", "00000001") + "07", LOCAL))
        .isEqualTo(new Refusal(1, "s/six", new Refusal.UnknownSubsection("s/six")));
    assertThat(refusal(Bench.section(), frame("s/x", "00000001"), state()).reason())
        .isEqualTo(new Refusal.UnknownSubsection("s/x"));
  }

  @Test
  void aForeignPrefixIsLeftForSomebodyElse() {
    WireInput in = WireInput.of(HexFormat.of().parseHex("01" + frame("t/one", "00000002") + "07"));
    SectionLoader.load(WITH_ONE, 1, in, LOCAL, Bindings.NONE, LoaderFamily.UP_TO_9_1);
    assertThat(in.offset()).isEqualTo(1);
  }

  @Test
  void aPrefixNeedsNoSlashAndSoSwallowsTheEnclosingSections() {
    Section foo = new Section("foo", 1, 1, Families.scalar("k", UINT8));
    Section foobar =
        new Section("foobar", 1, 1, Families.struct("m", foo))
            .with(new Subsection(new Section("foobar/x", 1, 1, Families.scalar("b", UINT8))));
    DeviceState state = state("m", struct("k", 1), "b", 2);
    String hex = Bench.saved(foobar, state);
    assertThat(hex).isEqualTo("01" + frame("foobar/x", "00000001") + "02");
    assertThat(refusal(foobar, hex, state))
        .isEqualTo(new Refusal(1, "m/foobar/x", new Refusal.UnknownSubsection("foobar/x")));
  }

  @Test
  void aStructThatStopsLetsTheEnclosingOneTry() {
    Section inner = new Section("inner", 1, 1, Families.scalar("k", UINT8));
    Section outer =
        Bench.section(Families.struct("m", inner)).with(new Subsection(ONE, Expression.TRUE));
    assertThat(load(outer, "01" + frame("s/one", "00000002") + "07", LOCAL).find("b"))
        .contains(Value.of(7));
  }

  @Test
  void aDataByteThatLooksLikeAFrameIsTakenForOne() {
    Section inner = new Section("i", 1, 1);
    Section outer = Bench.section(Families.struct("m", inner), Families.buffer("buf", 4));
    String looksLikeFrame = "05 02 69 2f";
    assertThat(refusal(outer, looksLikeFrame, state()).reason())
        .isEqualTo(new Refusal.UnknownSubsection("i/"));
    for (String data : new String[] {"05 02 6a 2f", "05 01 69 2f", "05 03 69 2f", "04 02 69 2f"}) {
      assertThat(load(outer, data, state()).find("buf")).contains(Bench.bytes(data));
    }
  }

  @Test
  void hooksRunAroundEachOne() {
    Section one = ONE.with(Hooks.NONE.preLoad("b = 3, n = n + 1").postLoad("b = b * 2"));
    Section section = WITH_ONE.with(new Subsection(one)).with(Hooks.NONE.postLoad("a = a + b"));
    String hex = "01" + frame("s/one", "00000002") + "07";
    assertThat(load(section, hex, state("a", 0, "b", 0, "n", 0)))
        .isEqualTo(state("a", 15, "b", 14, "n", 1));
    assertThat(load(section, "01", state("a", 0, "b", 5, "n", 0)))
        .isEqualTo(state("a", 6, "b", 5, "n", 0));
  }

  @Test
  void aPositiveResultSkipsTheEnclosingPostLoadUpTo10() {
    Section one = ONE.with(Hooks.NONE.postLoad("return 1 when b == 7"));
    Section section = WITH_ONE.with(new Subsection(one)).with(Hooks.NONE.postLoad("a = 99"));
    String hex = "01" + frame("s/one", "00000002") + "07";
    assertThat(Bench.load(section, 1, hex, LOCAL, LoaderFamily.FROM_9_2))
        .isEqualTo(state("a", 1, "b", 7));
    assertThat(Bench.load(section, 1, hex, LOCAL, LoaderFamily.FROM_11_0))
        .isEqualTo(state("a", 99, "b", 7));
  }

  @Test
  void subsectionsHaveSubsections() {
    Section deep = new Section("s/one/deep", 4, 1, Families.scalar("d", UINT8));
    Section section = WITH_ONE.with(new Subsection(ONE.with(new Subsection(deep))));
    String hex = "01" + frame("s/one", "00000002") + "07" + frame("s/one/deep", "00000004") + "09";
    assertThat(Bench.saved(section, state("a", 1, "b", 7, "d", 9))).isEqualTo(hex);
    assertThat(load(section, hex, LOCAL)).isEqualTo(state("a", 1, "b", 7, "d", 9));
  }
}
