package org.hopscotch.model.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hopscotch.model.release.CompatTable;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.MachineType;
import org.hopscotch.model.release.Member;
import org.hopscotch.model.release.MemberType;
import org.hopscotch.model.release.Property;
import org.hopscotch.model.release.PropertyKind;
import org.hopscotch.model.release.RamBlock;
import org.hopscotch.model.release.Registration;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.release.Version;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.Families;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.Hook;
import org.hopscotch.model.schema.Hooks;
import org.hopscotch.model.schema.LoadStateOld;
import org.hopscotch.model.schema.ScalarType;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Statement;
import org.hopscotch.model.schema.Subsection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DifferencesTest {
  private static final Field A = Families.scalar("a", ScalarType.UINT8);
  private static final Field B = Families.scalar("b", ScalarType.UINT8);
  private static final Field C = Families.scalar("c", ScalarType.UINT8);
  private static final Section DEEP = new Section("ring/deep", 1, 1, A);
  private static final Section RING =
      new Section("ring", 1, 1, A, B).with(new Subsection(DEEP, Expression.of("a != 0")));
  private static final Section DISK =
      new Section("disk", 1, 1, A, B, new Field("ring", new FieldType.Struct(RING)))
          .with(
              new Subsection(new Section("disk/x", 1, 1, A)),
              new Subsection(new Section("disk/y", 1, 1, A)));

  private static Member member(String name) {
    return new Member(name, new MemberType.Scalar(ScalarType.UINT8));
  }

  private static Property property(String name) {
    return new Property(name, new PropertyKind.Bool(), "on");
  }

  private static CompatTable table(String name, CompatTable.Row... rows) {
    return new CompatTable(name, Optional.of(Version.of("1.0")), Optional.empty(), List.of(rows));
  }

  private static final CompatTable.Row ROW = new CompatTable.Row("disk", "wce", "off");
  private static final CompatTable.Row OTHER_ROW = new CompatTable.Row("disk", "ncq", "off");

  private static final Release FIRST =
      Between.first(
          List.of(
              DeviceType.named("bus"),
              new DeviceType(
                  "disk",
                  List.of(property("wce"), property("ncq")),
                  List.of(member("a"), member("b")),
                  DISK),
              DeviceType.named("nic")),
          List.of(table("common", ROW, OTHER_ROW), table("more", ROW)),
          List.of(
              new MachineType("pc-1.0", "1.0", "pc").withAliases(List.of("pc")),
              new MachineType("pc-0.9", "0.9", "pc")));

  private static List<List<Change>> made() {
    return List.of(
        List.of(),
        List.of(new Change.AddType(DeviceType.named("rng"))),
        List.of(new Change.RemoveType("nic")),
        List.of(new Change.SetRegistration("disk", Registration.USUAL.priority(3))),
        List.of(new Change.SetParent("disk", "bus")),
        List.of(new Change.SetRam("disk", List.of(new RamBlock("rom", Expression.of("4"), 0)))),
        List.of(
            new Change.SetRealize(
                "disk", List.of(new Statement.Refuse("no", Expression.of("property(wce)"))))),
        List.of(new Change.AddProperty("disk", property("trim"))),
        List.of(new Change.RemoveProperty("disk", "wce")),
        List.of(new Change.SetDefault("disk", "wce", "off", Optional.empty())),
        List.of(
            new Change.SetDefault(
                "disk",
                "ncq",
                "off",
                Optional.of(new Property.Automatic("off", Expression.of("machine.cpus"))))),
        List.of(new Change.AddRow(table("common", new CompatTable.Row("nic", "mq", "off")))),
        List.of(new Change.AddRow(table("third", ROW, OTHER_ROW))),
        List.of(new Change.AddRow(table("third"))),
        List.of(new Change.RemoveRow("common", "disk", "wce")),
        List.of(new Change.RemoveTable("common")),
        List.of(new Change.AddMember("disk", member("c"))),
        List.of(new Change.RemoveMember("disk", "a")),
        List.of(new Change.SetMember("disk", member("a").hidden())),
        List.of(new Change.SetSection("nic", RING)),
        List.of(new Change.AddField("disk", "disk", C, Optional.of("b"))),
        List.of(new Change.AddField("disk", "disk", C, Optional.empty())),
        List.of(new Change.AddField("disk", "ring", C, Optional.of("a"))),
        List.of(new Change.RemoveField("disk", "disk", "a")),
        List.of(new Change.RemoveField("disk", "ring/deep", "a")),
        List.of(new Change.ReplaceField("disk", "disk", "b", B.since(2))),
        List.of(
            new Change.ReplaceField(
                "disk", "disk", "a", new Field("unused", new FieldType.Unused(1)))),
        List.of(new Change.ReplaceField("disk", "ring", "b", B.test("a"))),
        List.of(new Change.SetVersions("disk", "disk", 2, 1)),
        List.of(new Change.SetVersions("disk", "disk", 1, 0)),
        List.of(new Change.SetVersions("disk", "ring/deep", 2, 2)),
        List.of(new Change.SetVersions("disk", "disk/x", 3, 1)),
        List.of(new Change.SetHooks("disk", "ring", Hooks.NONE.postLoad("a = 1"))),
        List.of(
            new Change.SetLoadStateOld("disk", "disk", new LoadStateOld(0, List.of(A), Hook.NONE))),
        List.of(
            new Change.AddSubsection("disk", "disk", new Subsection(new Section("disk/z", 1, 1)))),
        List.of(
            new Change.AddSubsection("disk", "ring", new Subsection(new Section("ring/z", 1, 1)))),
        List.of(new Change.RemoveSubsection("disk", "disk", "disk/x")),
        List.of(new Change.SetNeeded("disk", "disk/x", Expression.of("a == 1"))),
        List.of(new Change.SetNeeded("disk", "ring/deep", Expression.of("a == 1"))),
        List.of(new Change.RenameSection("disk", "disk", "ide")),
        List.of(new Change.RenameSection("disk", "disk/x", "disk/w")),
        List.of(new Change.RenameSection("disk", "ring", "queue")),
        List.of(new Change.AddMachine(new MachineType("pc-2.0", "2.0", "pc"))),
        List.of(
            new Change.AddMachine(
                new MachineType("pc-2.0", "2.0", "pc").withAliases(List.of("pc")))),
        List.of(new Change.RemoveMachine("pc-1.0")),
        List.of(
            new Change.SetMachine(
                new MachineType("pc-0.9", "0.9", "pc").withAliases(List.of("old")))),
        // several at once
        anew(property("ncq").visibleToGuest()),
        anew(property("ncq").implied("off")),
        anew(new Property("ncq", new PropertyKind.Text(), "on")),
        List.of(
            new Change.AddMachine(new MachineType("pc-2.0", "2.0", "pc")),
            new Change.AddProperty("disk", property("trim")),
            new Change.SetVersions("disk", "disk", 2, 1),
            new Change.AddField("disk", "disk", C, Optional.of("b")),
            new Change.AddRow(table("common", new CompatTable.Row("disk", "trim", "off")))),
        List.of(
            new Change.RenameSection("disk", "disk", "ide"),
            new Change.AddField("disk", "ring", C, Optional.empty()),
            new Change.SetVersions("disk", "ide", 2, 1),
            new Change.RemoveField("disk", "ide", "a")));
  }

  private static List<Change> anew(Property property) {
    return List.of(
        new Change.RemoveProperty("disk", property.name()),
        new Change.AddProperty("disk", property));
  }

  @ParameterizedTest
  @MethodSource("made")
  void tellsTheChangesThatWereMade(List<Change> changes) {
    assertThat(Between.told(FIRST, Between.next(FIRST, changes))).isEqualTo(changes);
  }

  @Test
  void everyKindOfChangeIsMade() {
    Set<Class<?>> kinds = new HashSet<>();
    made().forEach(changes -> changes.forEach(change -> kinds.add(change.getClass())));
    assertThat(kinds).containsExactlyInAnyOrder(Change.class.getPermittedSubclasses());
  }

  @Test
  void isThatReleaseWithTheChanges() {
    Release next = Between.next(FIRST, List.of(new Change.SetVersions("disk", "disk", 2, 1)));
    List<Change> told = Differences.between(FIRST, next).orElseThrow();
    assertThat(Evolution.of(next.name(), FIRST, next.family(), told)).isEqualTo(next);
  }

  @Test
  void cannotTellOfTwoTablesOfOneName() {
    Release twice =
        Between.first(List.of(), List.of(table("common", ROW), table("common")), List.of());
    assertThat(Differences.between(FIRST, twice)).isEmpty();
    assertThat(Differences.between(twice, twice)).contains(List.of());
    assertThat(Between.told(twice, Between.first(List.of(), List.of(), List.of()))).isNotEmpty();
  }

  @Test
  void cannotTellOfTwoPropertiesOfOneNameButInANewType() {
    DeviceType twice =
        FIRST.types().getFirst().withProperties(List.of(property("p"), property("p")));
    assertThat(Between.toldOfTypes(FIRST.types(), List.of(twice)))
        .containsExactly(
            new Change.RemoveType("bus"),
            new Change.RemoveType("disk"),
            new Change.RemoveType("nic"),
            new Change.AddType(twice));
  }

  @Test
  void optionsOfMachinesHaveNoOrder() {
    MachineType one = machine(Map.of("x", 1L, "y", 2L));
    assertThat(Between.toldOfMachines(List.of(one), List.of(machine(Map.of("y", 2L, "x", 1L)))))
        .isEmpty();
  }

  private static MachineType machine(Map<String, Long> options) {
    return new MachineType(
        "m", Optional.empty(), "pc", List.of(), false, List.of(), List.of(), options);
  }
}
