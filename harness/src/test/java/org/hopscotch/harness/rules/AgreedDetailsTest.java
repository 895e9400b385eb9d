package org.hopscotch.harness.rules;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.hopscotch.corpus.DescriptionJson;
import org.hopscotch.model.migration.Host;
import org.hopscotch.model.migration.VirtualMachine;
import org.hopscotch.model.release.Configuration;
import org.hopscotch.model.release.Device;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.MachineType;
import org.hopscotch.model.release.Member;
import org.hopscotch.model.release.MemberType;
import org.hopscotch.model.release.Registration;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.schema.Count;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.Families;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.Hooks;
import org.hopscotch.model.schema.ScalarType;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.state.Value;
import org.hopscotch.model.wire.LoaderFamily;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The smallest example of each detail in which engine and rules once differed.
class AgreedDetailsTest {
  private static final Section EQUALS =
      new Section("dev", 1, 1, Families.array("a", ScalarType.UINT8_EQUAL, 2));
  private static final Configuration ONE =
      Configuration.BARE.withDevices(List.of(new Device("d", "type")));

  private static DeviceType type(Section section, Member... members) {
    return new DeviceType("type", List.of(), List.of(members), section);
  }

  private static String engineSaves(Pair pair) {
    return HexFormat.of()
        .formatHex(((VirtualMachine.Saved) pair.engine().save(DescriptionJson::print)).stream());
  }

  private static String rulesSave(Pair pair) {
    return HexFormat.of().formatHex(pair.rules().save().stream());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0700000000 04 00000009 03646576 00000000 00000001 0000",
        "0700000000 040000",
        "0700000000 04 00000000 03646576 00000000 00000001 0000 7e00",
        "0700000000 04 00000000 03646576 00000000 00000001 01",
        "0700000000 01 00000000 0372616d 00000000 00000004 0000000000000101",
        "0700000000 04 00000009 03646576 ffffffff 00000001 0000 7e00000009 00",
      })
  void theyEndAlike(String hex) {
    assertEndsAlike("5145564d00000003" + hex.replace(" ", ""));
  }

  @Test
  void theyReadACutVersionAlike() {
    assertEndsAlike("5145564d01");
  }

  @Test
  void theyReadABitmapOfNegativeSizeAlike() {
    Section section =
        new Section(
            "dev",
            1,
            1,
            Families.scalar("n", ScalarType.INT8),
            Families.bitmap("b", Count.of("n")));
    Pair pair =
        Pair.start(LoaderFamily.UP_TO_9_1, type(section), ONE)
            .enter("d", DeviceState.EMPTY.with("n", 0).with("b", new Value.Numbers()));
    byte[] stream =
        RulesTest.bytes("5145564d000000030700000000", RulesTest.section("dev", 0, 1, "df"), "00");
    var engine = pair.engine().load(stream);
    assertThat(engine.arrived()).isFalse();
    assertThat(pair.rules().load(stream).agrees(engine)).isTrue();
  }

  private static void assertEndsAlike(String hex) {
    byte[] stream = HexFormat.of().parseHex(hex);
    Pair pair =
        Pair.start(LoaderFamily.UP_TO_9_1, type(EQUALS), ONE)
            .enter("d", DeviceState.EMPTY.with("a", new Value.Numbers(0, 0)));
    var engine = pair.engine().load(stream);
    RulesOutcome rules = pair.rules().load(stream);
    assertThat(rules.agrees(engine)).as("%s, %s", engine, rules).isTrue();
  }

  /// Section 7.2, and the flag in the streams of 10.0 and 11.1 that the corpus keeps.
  @Test
  void theFlagThatThereIsAFlagIsSent() {
    Pair pair = Pair.start(LoaderFamily.FROM_9_2, type(new Section("dev", 1, 1)), ONE);
    String state = "0000000a" + "7072656c61756e6368" + "00".repeat(23);
    assertThat(engineSaves(pair)).contains(state + "0100");
    assertThat(rulesSave(pair)).contains(state + "0100");
  }

  /// Section 13: without a run state in the stream the guest is paused.
  @Test
  void aGuestWithoutRunStateIsPaused() {
    Pair pair = Pair.start(LoaderFamily.UP_TO_9_1, type(new Section("dev", 1, 1)), ONE);
    byte[] smallest = HexFormat.of().parseHex("5145564d00000003" + "0700000000" + "00");
    assertThat(pair.engine().load(smallest).arrived()).isTrue();
    assertThat(pair.rules().load(smallest)).isEqualTo(new RulesOutcome.Done());
    assertThat(engineSaves(pair)).contains("00000007" + "706175736564");
    assertThat(rulesSave(pair)).contains("00000007" + "706175736564");
  }

  /// Section 4.1: `post_save` runs always, and what `pre_save` changed stays changed.
  @Test
  void whatAFailedSaveChangedStaysChanged() {
    Section section =
        new Section("dev", 1, 1, Families.fd("fd"))
            .with(Hooks.NONE.preSave("a = 1").postSave("b = 1"));
    DeviceState before = DeviceState.EMPTY.with("fd", 0).with("a", 0).with("b", 0);
    Pair pair = Pair.start(LoaderFamily.FROM_11_0, type(section), ONE).enter("d", before);
    assertThat(pair.engine().save(DescriptionJson::print))
        .isInstanceOf(VirtualMachine.NotSaved.class);
    assertThat(pair.rules().save().outcome()).isInstanceOf(RulesOutcome.Refused.class);
    assertThat(pair.engine().look().device("d")).contains(before.with("a", 1).with("b", 1));
    assertThat(pair.rules().look().device("d")).contains(before.with("a", 1).with("b", 1));
  }

  /// Section 4.7: where every element has a marker, the receiver allocates.
  @Test
  void markedPointersAreAllocated() {
    Section node = new Section("node", 1, 1, Families.scalar("unsent", ScalarType.UINT8).since(2));
    Section section =
        new Section(
            "dev",
            1,
            1,
            Families.arrayOfPointerAutoAlloc("p", new FieldType.Struct(node), Count.of(1)));
    Value held = new Value.Struct(DeviceState.EMPTY.with("unsent", 9));
    Pair pair =
        Pair.start(LoaderFamily.FROM_11_0, type(section), ONE)
            .enter("d", DeviceState.EMPTY.with("p", new Value.Elements(held)));
    byte[] stream =
        RulesTest.bytes("5145564d000000030700000000", RulesTest.section("dev", 0, 1, "31"), "00");
    assertThat(pair.engine().load(stream).arrived()).isTrue();
    assertThat(pair.rules().load(stream)).isEqualTo(new RulesOutcome.Done());
    assertThat(pair.engine().look().device("d").orElseThrow().find("p[0].unsent"))
        .contains(Value.of(0));
    assertThat(pair.rules().look().device("d").orElseThrow().find("p[0].unsent"))
        .contains(Value.of(0));
  }

  /// Section 3.1: an explicit instance id is an entry of the name too.
  @Test
  void explicitInstancesCountAmongCompatEntries() {
    Section section = new Section("dev", 1, 1, Families.scalar("a", ScalarType.UINT8));
    Registration explicit =
        new Registration(
            0,
            Optional.of(Expression.FALSE),
            OptionalInt.empty(),
            Expression.TRUE,
            Expression.TRUE,
            Expression.FALSE,
            false);
    Release release =
        new Release(
            "some",
            Optional.empty(),
            LoaderFamily.UP_TO_9_1,
            List.of(
                type(section).withRegistration(explicit),
                new DeviceType("counted", List.of(), List.of(), section)),
            List.of(),
            List.of(new MachineType("m", "5.2", "pc")));
    Configuration two =
        Configuration.BARE.withDevices(
            List.of(
                new Device("d", "type", Optional.of("p0"), Map.of()),
                new Device("e", "counted", Optional.of("p1"), Map.of())));
    Pair pair = Pair.start(new Host(release, "m", two));
    byte[] stream =
        RulesTest.bytes("5145564d000000030700000000", RulesTest.section("dev", 1, 1, "05"), "00");
    assertThat(pair.engine().load(stream).arrived()).isTrue();
    assertThat(pair.rules().load(stream)).isEqualTo(new RulesOutcome.Done());
  }

  /// A boolean is 0 or 1, whatever memory held.
  @Test
  void booleansStartAsOneOrZero() {
    Member member = new Member("b", new MemberType.Scalar(ScalarType.BOOL)).leftFree();
    DeviceType type = type(new Section("dev", 1, 1), member);
    Host host = Pair.start(LoaderFamily.UP_TO_9_1, type, ONE).engine().host().withLeftover(0x88);
    Pair pair = Pair.start(host);
    assertThat(pair.engine().look().device("d")).contains(DeviceState.EMPTY.with("b", 1));
    assertThat(pair.rules().look().device("d")).contains(DeviceState.EMPTY.with("b", 1));
  }

  /// Section 2 lists them in the order of QEMU's enum.
  @Test
  void capabilitiesAreSentInTheirOrder() {
    Configuration both =
        new Configuration(
            Map.of(),
            List.of(),
            List.of(),
            Set.of("x-ignore-shared", "mapped-ram"),
            Optional.empty());
    Pair pair = Pair.start(LoaderFamily.FROM_11_0, type(new Section("dev", 1, 1)), both);
    String shared = "0f" + HexFormat.of().formatHex("x-ignore-shared".getBytes(US_ASCII));
    String mapped = "0a" + HexFormat.of().formatHex("mapped-ram".getBytes(US_ASCII));
    assertThat(engineSaves(pair)).contains(shared + mapped);
    assertThat(rulesSave(pair)).contains(shared + mapped);
  }

  /// Section 7.1 has the flush since 8.1, section 2 `mapped-ram` since 9.0; both within one family.
  @ParameterizedTest
  @CsvSource({"8.0, false, false", "8.1, true, false", "9.0, true, true", "9.1, true, true"})
  void whatCameWithinAFamilyGoesByTheRelease(String name, boolean flushes, boolean maps) {
    Release release =
        new Release(
            name,
            Optional.empty(),
            LoaderFamily.UP_TO_9_1,
            List.of(),
            List.of(),
            List.of(new MachineType("m", "5.2", "pc")));
    Configuration mapped =
        new Configuration(Map.of(), List.of(), List.of(), Set.of("mapped-ram"), Optional.empty());
    String capability = HexFormat.of().formatHex("mapped-ram".getBytes(US_ASCII));
    Pair mapping = Pair.start(new Host(release, "m", mapped));
    assertThat(engineSaves(mapping).contains(capability)).isEqualTo(maps);
    assertThat(rulesSave(mapping).contains(capability)).isEqualTo(maps);
    byte[] flush =
        HexFormat.of()
            .parseHex(
                "5145564d000000030700000000010000000003"
                    + "72616d00000000000000040000000000000200"
                    + "00000000000000107e0000000000");
    Pair pair = Pair.start(new Host(release, "m", Configuration.BARE));
    var engine = pair.engine().load(flush);
    assertThat(engine.arrived()).isEqualTo(flushes);
    assertThat(pair.rules().load(flush).agrees(engine)).isTrue();
  }

  /// A field is named by the path of its member.
  @Test
  void aFieldReachesAMemberOfAMember() {
    Section section = new Section("dev", 1, 1, Families.scalar("regs.ctrl", ScalarType.UINT8));
    Value regs = new Value.Struct(DeviceState.EMPTY.with("ctrl", 1));
    Member inner = new Member("ctrl", new MemberType.Scalar(ScalarType.UINT8));
    Member outer = new Member("regs", new MemberType.Struct(List.of(inner)));
    Pair pair =
        Pair.start(LoaderFamily.UP_TO_9_1, type(section, outer), ONE)
            .enter("d", DeviceState.EMPTY.with("regs", regs));
    byte[] stream =
        RulesTest.bytes("5145564d000000030700000000", RulesTest.section("dev", 0, 1, "05"), "00");
    assertThat(pair.engine().load(stream).arrived()).isTrue();
    assertThat(pair.rules().load(stream)).isEqualTo(new RulesOutcome.Done());
    assertThat(pair.engine().look().device("d"))
        .contains(
            DeviceState.EMPTY.with("regs", new Value.Struct(DeviceState.EMPTY.with("ctrl", 5))));
    assertThat(pair.rules().look().device("d"))
        .contains(
            DeviceState.EMPTY.with("regs", new Value.Struct(DeviceState.EMPTY.with("ctrl", 5))));
  }
}
