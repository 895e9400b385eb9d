package org.hopscotch.harness.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hopscotch.harness.rules.RulesTest.HEADER;
import static org.hopscotch.harness.rules.RulesTest.bytes;
import static org.hopscotch.harness.rules.RulesTest.host;
import static org.hopscotch.harness.rules.RulesTest.look;
import static org.hopscotch.harness.rules.RulesTest.refused;
import static org.hopscotch.harness.rules.RulesTest.section;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.hopscotch.model.migration.Phase;
import org.hopscotch.model.schema.Count;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.Families;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.Hooks;
import org.hopscotch.model.schema.LoadStateOld;
import org.hopscotch.model.schema.ScalarType;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Subsection;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.state.Value;
import org.hopscotch.model.wire.LoaderFamily;
import org.hopscotch.model.wire.Refusal;
import org.junit.jupiter.api.Test;

/// Bodies, worked out by hand from wire-format sections 4, 5 and 15.
class RulesBodyTest {
  private static final RulesOutcome DONE = new RulesOutcome.Done();
  private static final Section NODE =
      new Section("node", 1, 1, Families.scalar("size", ScalarType.UINT8));

  private static RulesOutcome load(RulesHost host, Section schema, String... body) {
    return host.load(bytes(HEADER, section(schema.name(), 0, schema.versionId(), body), "00"));
  }

  private static RulesOutcome load(Section schema, DeviceState state, String... body) {
    return load(host(schema, state), schema, body);
  }

  private static RulesOutcome deviceRefuses(Refusal.Reason reason) {
    return refused(Phase.DEVICE, reason);
  }

  private static String frame(String name, String version, String body) {
    return "05%02x%s%s%s"
        .formatted(
            name.length(),
            HexFormat.of().formatHex(name.getBytes(StandardCharsets.US_ASCII)),
            version,
            body);
  }

  private static Value node(long size) {
    return new Value.Struct(DeviceState.EMPTY.with("size", size));
  }

  // ---- versions

  @Test
  void judgesExistenceByTheVersionThatIsRead() {
    Section schema =
        new Section(
            "dev",
            2,
            1,
            Families.scalar("a", ScalarType.UINT8),
            Families.scalar("b", ScalarType.UINT8).since(2),
            Families.scalar("c", ScalarType.UINT8).since(3));
    RulesHost host = host(schema, DeviceState.EMPTY.with("b", 7));
    assertThat(host.load(bytes(HEADER, section("dev", 0, 1, "05"), "00"))).isEqualTo(DONE);
    assertThat(look(host)).isEqualTo(DeviceState.EMPTY.with("a", 5).with("b", 7).with("c", 0));
    assertThat(host.load(bytes(HEADER, section("dev", 0, 0, "05"), "00")))
        .isEqualTo(deviceRefuses(new Refusal.TooOld("dev", 0, 1)));
  }

  @Test
  void loadsScratchSpaceWithTheVersionOfItsField() {
    Section scratch = new Section("tmp", 1, 1, Families.scalar("copy", ScalarType.UINT8));
    assertThat(load(new Section("dev", 1, 1, Families.withTmp(scratch)), DeviceState.EMPTY, "05"))
        .isEqualTo(deviceRefuses(new Refusal.TooOld("tmp", 0, 1)));
  }

  @Test
  void loadsStructsWithTheirOwnVersionWhateverWasSent() {
    Section child = new Section("child", 2, 2, Families.scalar("x", ScalarType.UINT8).since(2));
    Section schema = new Section("dev", 1, 1, Families.struct("s", child));
    RulesHost host = host(schema, DeviceState.EMPTY);
    assertThat(load(host, schema, "05")).isEqualTo(DONE);
    assertThat(host.look().device("d").orElseThrow().find("s.x")).contains(Value.of(5));
  }

  @Test
  void loadsOldVersionsWithTheHistoricalCallback() {
    Section schema =
        new Section("dev", 3, 2, Families.scalar("a", ScalarType.UINT8))
            .with(
                new LoadStateOld(
                    1,
                    List.of(Families.scalar("b", ScalarType.UINT16)),
                    Hooks.NONE.postLoad("a = b >> 8").postLoad()));
    RulesHost host = host(schema, DeviceState.EMPTY.with("a", 0));
    assertThat(host.load(bytes(HEADER, section("dev", 0, 1, "0506"), "00"))).isEqualTo(DONE);
    assertThat(look(host)).isEqualTo(DeviceState.EMPTY.with("a", 5).with("b", 0x506));
  }

  // ---- subsections

  private static final Section DEVICE =
      new Section("foobar", 1, 1, Families.struct("s", new Section("foo", 1, 1)))
          .with(
              new Subsection(
                  new Section("foobar/x", 1, 1, Families.scalar("x", ScalarType.UINT8))));

  @Test
  void aShorterNameSwallowsTheSubsectionOfALongerOne() {
    assertThat(load(DEVICE, DeviceState.EMPTY, frame("foobar/x", "00000001", "05")))
        .isEqualTo(deviceRefuses(new Refusal.UnknownSubsection("foobar/x")));
  }

  @Test
  void keepsTheLowEightBitsOfASubsectionsVersion() {
    Section schema = DEVICE.withFields(List.of());
    RulesHost host = host(schema, DeviceState.EMPTY);
    assertThat(load(host, schema, frame("foobar/x", "00000101", "05"))).isEqualTo(DONE);
    assertThat(look(host)).isEqualTo(DeviceState.EMPTY.with("x", 5));
    assertThat(load(schema, DeviceState.EMPTY, frame("foobar/x", "00000002", "05")))
        .isEqualTo(deviceRefuses(new Refusal.TooNew("foobar/x", 2, 1)));
  }

  @Test
  void whatNobodyClaimsIsAMissingFooter() {
    assertThat(load(DEVICE, DeviceState.EMPTY, frame("else/x", "00000001", "")))
        .isEqualTo(refused(Phase.FOOTER, new Refusal.MissingFooter(5)));
  }

  @Test
  void aSubsectionsPositiveResultSkipsThePostLoadOfItsParentUpTo10() {
    Section inner = new Section("dev/x", 1, 1).with(Hooks.NONE.postLoad("return 1 when 1"));
    Section schema =
        new Section("dev", 1, 1).with(new Subsection(inner)).with(Hooks.NONE.postLoad("a = 1"));
    RulesHost older = host(LoaderFamily.FROM_9_2, schema, DeviceState.EMPTY.with("a", 0));
    assertThat(load(older, schema, frame("dev/x", "00000001", ""))).isEqualTo(DONE);
    assertThat(look(older)).isEqualTo(DeviceState.EMPTY.with("a", 0));
    RulesHost newer = host(LoaderFamily.FROM_11_0, schema, DeviceState.EMPTY.with("a", 0));
    assertThat(load(newer, schema, frame("dev/x", "00000001", ""))).isEqualTo(DONE);
    assertThat(look(newer)).isEqualTo(DeviceState.EMPTY.with("a", 1));
  }

  // ---- counts and checks

  @Test
  void takesACountFromMemoryWhenTheFieldIsReached() {
    Section schema =
        new Section(
            "dev",
            1,
            1,
            Families.varray("v", new FieldType.Scalar(ScalarType.UINT8), Count.of("n")),
            Families.scalar("n", ScalarType.UINT8));
    RulesHost host =
        host(schema, DeviceState.EMPTY.with("n", 2).with("v", new Value.Numbers(0, 0, 9)));
    assertThat(load(host, schema, "0506", "03")).isEqualTo(DONE);
    assertThat(look(host))
        .isEqualTo(DeviceState.EMPTY.with("n", 3).with("v", new Value.Numbers(5, 6, 9)));
  }

  @Test
  void comparesWithItsOwn() {
    DeviceState three = DeviceState.EMPTY.with("a", 3);
    Section equal = new Section("dev", 1, 1, Families.scalar("a", ScalarType.UINT16_EQUAL));
    assertThat(load(equal, three, "0003")).isEqualTo(DONE);
    assertThat(load(equal, three, "0004")).isEqualTo(deviceRefuses(new Refusal.NotEqual(3, 4)));
    Section less = new Section("dev", 1, 1, Families.scalar("a", ScalarType.INT32_POSITIVE_LE));
    assertThat(load(less, three, "00000002")).isEqualTo(DONE);
    assertThat(load(less, three, "00000004"))
        .isEqualTo(deviceRefuses(new Refusal.NotPositiveLessOrEqual(3, 4)));
    assertThat(load(less, three, "ffffffff"))
        .isEqualTo(deviceRefuses(new Refusal.NotPositiveLessOrEqual(3, -1)));
    Section valid = new Section("dev", 1, 1, Families.validate("a is 2", Expression.of("a == 2")));
    assertThat(load(valid, three, ""))
        .isEqualTo(deviceRefuses(new Refusal.ValidationFailed("a is 2")));
  }

  @Test
  void comparesThePciConfigurationThatTheGuestCannotChange() {
    Section schema = new Section("dev", 1, 1, new Field("config", new FieldType.PciConfig(2)));
    DeviceState state =
        DeviceState.EMPTY
            .with("config", new Value.Bytes((byte) 0x12, (byte) 0x34))
            .with("cmask", new Value.Bytes((byte) 0xff, (byte) 0xff))
            .with("wmask", new Value.Bytes((byte) 0x00, (byte) 0x0f));
    assertThat(load(schema, state, "1230")).isEqualTo(DONE);
    assertThat(load(schema, state, "1240"))
        .isEqualTo(deviceRefuses(new Refusal.BadPciConfig(1, 0x40, 0x34, 0xff, 0x0f, 0)));
  }

  // ---- pointers, lists, trees

  @Test
  void goesByItsOwnNullPointers() {
    Section schema =
        new Section(
            "dev", 1, 1, Families.arrayOfPointer("p", new FieldType.Struct(NODE), Count.of(2)));
    DeviceState state = DeviceState.EMPTY.with("p", new Value.Elements(Value.NULL, node(1)));
    RulesHost host = host(schema, state);
    assertThat(load(host, schema, "30", "07")).isEqualTo(DONE);
    assertThat(look(host))
        .isEqualTo(DeviceState.EMPTY.with("p", new Value.Elements(Value.NULL, node(7))));
    assertThat(load(schema, state, "07", "30"))
        .isEqualTo(deviceRefuses(new Refusal.UnexpectedMarker(7)));
  }

  @Test
  void allocatesWhatAMarkerSaysIsPresent() {
    Section element =
        new Section(
            "node",
            1,
            1,
            Families.scalar("size", ScalarType.UINT8),
            Families.scalar("unsent", ScalarType.UINT8).since(2));
    Section schema =
        new Section(
            "dev",
            1,
            1,
            Families.arrayOfPointerAutoAlloc("p", new FieldType.Struct(element), Count.of(2)));
    Value before = new Value.Struct(DeviceState.EMPTY.with("size", 1).with("unsent", 9));
    RulesHost host = host(schema, DeviceState.EMPTY.with("p", new Value.Elements(before, before)));
    assertThat(load(host, schema, "3107", "30")).isEqualTo(DONE);
    Value fresh = new Value.Struct(DeviceState.EMPTY.with("size", 7).with("unsent", 0));
    assertThat(look(host))
        .isEqualTo(DeviceState.EMPTY.with("p", new Value.Elements(fresh, Value.NULL)));
  }

  @Test
  void addsToListsBehindOrBefore() {
    Section schema =
        new Section("dev", 1, 1, Families.qtailq("q", 1, NODE), Families.qlist("l", 1, NODE));
    Value one = new Value.Elements(node(1));
    RulesHost host = host(schema, DeviceState.EMPTY.with("q", one).with("l", one));
    assertThat(load(host, schema, "0107010800", "0107010800")).isEqualTo(DONE);
    assertThat(look(host))
        .isEqualTo(
            DeviceState.EMPTY
                .with("q", new Value.Elements(node(1), node(7), node(8)))
                .with("l", new Value.Elements(node(7), node(8), node(1))));
  }

  @Test
  void refusesATreeOfMoreOrFewerNodesThanAnnounced() {
    Section schema = new Section("dev", 1, 1, Families.gtreeDirectKey("t", 1, NODE));
    DeviceState state = DeviceState.EMPTY.with("t", new Value.Elements(List.of()));
    String one = "01" + "0000000000000003" + "07";
    assertThat(load(schema, state, "00000001", one, "00")).isEqualTo(DONE);
    assertThat(load(schema, state, "00000000", one, "00"))
        .isEqualTo(deviceRefuses(new Refusal.InconsistentTree(0)));
    assertThat(load(schema, state, "00000002", one, "00"))
        .isEqualTo(deviceRefuses(new Refusal.InconsistentTree(2)));
  }
}
