package org.hopscotch.model.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.hopscotch.model.release.CompatTable;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.History;
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
import org.hopscotch.model.schema.Hooks;
import org.hopscotch.model.schema.ScalarType;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Subsection;
import org.hopscotch.model.wire.LoaderFamily;
import org.junit.jupiter.api.Test;

class EvolutionKindsTest {
  private static final Field A = Families.scalar("a", ScalarType.UINT16);
  private static final Field B = Families.scalar("b", ScalarType.UINT8);
  private static final Field UNUSED = new Field("unused", new FieldType.Unused(2));
  private static final Section EXTRA =
      new Section("dev/extra", 1, 1, Families.scalar("e", ScalarType.UINT8));
  private static final Property SIZE = new Property("size", new PropertyKind.Int(16, false), "1");
  private static final Member M = new Member("a", new MemberType.Scalar(ScalarType.UINT16));

  private static final Release OLD =
      new Release(
          "5.1",
          Optional.empty(),
          LoaderFamily.UP_TO_9_1,
          List.of(
              new DeviceType(
                      "dev",
                      List.of(SIZE),
                      List.of(M),
                      new Section("dev", 2, 1, UNUSED, A, B, UNUSED).with(new Subsection(EXTRA)))
                  .withRam(List.of(new RamBlock("ram", new Expression.Constant(1), 0)))),
          List.of(table("1")),
          List.of(new MachineType("pc-5.1", "5.1", "pc")));

  private static CompatTable table(String value) {
    return new CompatTable(
        "hw_compat_5_1",
        Optional.of(Version.of("5.1")),
        Optional.empty(),
        List.of(new CompatTable.Row("dev", "size", value)));
  }

  private static Iterable<String> kinds(Change... changes) {
    Release next = Evolution.of("5.2", OLD, LoaderFamily.UP_TO_9_1, List.of(changes));
    return EvolutionKinds.of(new History(List.of(OLD, next)));
  }

  private static Change field(String name, Field by) {
    return new Change.ReplaceField("dev", "dev", name, by);
  }

  private static Change section(Section section) {
    return new Change.SetSection("dev", section);
  }

  private static Section dev(Field... fields) {
    return new Section("dev", 2, 1, fields).with(new Subsection(EXTRA));
  }

  @Test
  void aMachineTypeOfItsOwnIsNoDifference() {
    assertThat(kinds(new Change.AddMachine(new MachineType("pc-5.2", "5.2", "pc")))).isEmpty();
    assertThat(kinds(new Change.RemoveMachine("pc-5.1"))).containsExactly("machine type removed");
  }

  @Test
  void fieldsComeGoMoveAndChange() {
    assertThat(kinds(section(dev(UNUSED, A, B, UNUSED, Families.scalar("c", ScalarType.BOOL)))))
        .containsExactly("field added");
    assertThat(kinds(section(dev(UNUSED, A, B)))).containsExactly("field removed");
    assertThat(kinds(section(dev(UNUSED, B, A, UNUSED)))).containsExactly("field moved");
    assertThat(kinds(field("a", Families.scalar("a", ScalarType.UINT32))))
        .containsExactly("field type uint16 to uint32");
    assertThat(kinds(field("b", B.test("a != 0")))).containsExactly("field test changed");
    assertThat(kinds(field("b", B.since(2)))).containsExactly("field version changed");
  }

  @Test
  void sectionsAreRaisedRenamedAndHooked() {
    assertThat(kinds(new Change.SetVersions("dev", "dev", 3, 2)))
        .containsExactly("minimum raised", "version raised");
    assertThat(kinds(new Change.RenameSection("dev", "dev", "new")))
        .containsExactly("section renamed");
    assertThat(kinds(new Change.SetHooks("dev", "dev", Hooks.NONE.postLoad("a = 1"))))
        .containsExactly("post_load added");
  }

  @Test
  void subsectionsComeAndAreNeededOtherwise() {
    assertThat(kinds(new Change.SetNeeded("dev", "dev/extra", Expression.of("e != 0"))))
        .containsExactly("needed changed");
    assertThat(kinds(new Change.RemoveSubsection("dev", "dev", "dev/extra")))
        .containsExactly("subsection removed");
  }

  @Test
  void propertiesRowsAndMembersChange() {
    assertThat(kinds(new Change.SetDefault("dev", "size", "2", Optional.empty())))
        .containsExactly("default changed");
    assertThat(kinds(new Change.RemoveTable("hw_compat_5_1"))).containsExactly("row removed");
    assertThat(kinds(new Change.RemoveTable("hw_compat_5_1"), new Change.AddRow(table("2"))))
        .containsExactly("row changed");
    assertThat(kinds(new Change.SetMember("dev", M.reset("1")))).containsExactly("reset changed");
  }

  @Test
  void registrationsAndBlocksChange() {
    Registration numbered = Registration.USUAL.instanceId(Expression.of("2"));
    assertThat(kinds(new Change.SetRegistration("dev", numbered)))
        .containsExactly("instance id changed");
    RamBlock renamed = new RamBlock("other", new Expression.Constant(1), 0);
    assertThat(kinds(new Change.SetRam("dev", List.of(renamed))))
        .containsExactly("RAM block renamed");
  }
}
