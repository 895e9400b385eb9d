package org.hopscotch.generators.pass;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hopscotch.model.evolution.Change;
import org.hopscotch.model.evolution.Evolution;
import org.hopscotch.model.release.CompatTable;
import org.hopscotch.model.release.Configuration;
import org.hopscotch.model.release.Device;
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
import org.hopscotch.model.release.Surroundings;
import org.hopscotch.model.release.Version;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.scenario.Stop;
import org.hopscotch.model.schema.Count;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.Families;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.Hooks;
import org.hopscotch.model.schema.ScalarType;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Statement;
import org.hopscotch.model.schema.Subsection;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.state.GuestState;
import org.hopscotch.model.state.Value;
import org.hopscotch.model.wire.LoaderFamily;

/// A scenario with one of everything, over three releases of which the later ones differ a little.
final class Sample {
  private Sample() {}

  static Scenario scenario() {
    Release first =
        new Release(
            "5.1",
            Optional.empty(),
            LoaderFamily.UP_TO_9_1,
            List.of(above(), disk(), other()),
            List.of(table("5.1", new CompatTable.Row("disk", "size", "3"))),
            List.of(machine("pc-5.1").withAliases(List.of("pc"))));
    Release second =
        Evolution.of(
            "5.2",
            first,
            LoaderFamily.UP_TO_9_1,
            List.of(
                new Change.AddMachine(machine("pc-5.2")),
                new Change.AddField(
                    "disk", "disk", Families.scalar("late", ScalarType.UINT8), Optional.empty()),
                new Change.AddRow(table("5.1", new CompatTable.Row("above", "queues", "4")))));
    Release third =
        Evolution.of(
            "6.0", second, LoaderFamily.UP_TO_9_1, List.of(new Change.RemoveType("other")));
    return new Scenario(
        new History(List.of(first, second, third)),
        new GuestState(
            Map.of(
                "disk0",
                new DeviceState(
                    Map.of(
                        "a", Value.of(300),
                        "ring", new Value.Numbers(1, 2, 3, 4),
                        "regs", new Value.Struct(DeviceState.EMPTY.with("x", 1).with("y", 2)))))),
        List.of(stop(first, false), stop(second, true), stop(third, false)));
  }

  private static Stop stop(Release release, boolean reset) {
    Configuration configuration =
        new Configuration(
            Map.of("cpus", 4L),
            List.of(
                new Device("disk0", "disk", Optional.of("0000:00:02.0"), Map.of("queues", "2"))),
            List.of(),
            Set.of("xbzrle"),
            Optional.empty());
    return new Stop(
        release, "pc", configuration, new Surroundings(Map.of("kvm", 1L), Map.of()), reset);
  }

  private static MachineType machine(String name) {
    return new MachineType(name, name.substring(3), "pc")
        .withDevices(List.of(new Device("built-in", "above")))
        .withRam(List.of(new RamBlock("pc.ram", new Expression.Constant(4096), 0)));
  }

  private static CompatTable table(String version, CompatTable.Row row) {
    return new CompatTable(
        "hw_compat_5_1", Optional.of(Version.of(version)), Optional.empty(), List.of(row));
  }

  private static PropertyKind number() {
    return new PropertyKind.Int(16, false);
  }

  private static DeviceType above() {
    return DeviceType.named("above")
        .withProperties(List.of(new Property("queues", number(), "1").visibleToGuest()));
  }

  private static DeviceType other() {
    return new DeviceType(
        "other",
        List.of(),
        List.of(),
        new Section("other", 1, 1, Families.scalar("a", ScalarType.UINT8)));
  }

  private static DeviceType disk() {
    Section section =
        new Section(
                "disk",
                4,
                3,
                Families.scalar("a", ScalarType.UINT32),
                new Field(
                        "ring",
                        new FieldType.Array(
                            new FieldType.Scalar(ScalarType.UINT16),
                            Count.of(4),
                            0,
                            FieldType.Storage.KEPT))
                    .since(3),
                new Field(
                    "regs",
                    new FieldType.Struct(
                        new Section(
                            "regs",
                            1,
                            1,
                            Families.scalar("x", ScalarType.UINT8),
                            Families.scalar("y", ScalarType.UINT8)))))
            .with(
                new Subsection(
                    new Section("disk/extra", 1, 1, Families.scalar("e", ScalarType.UINT8)),
                    Expression.of("e != 0 && regs.x > property(queues)")))
            .with(Hooks.NONE.postLoad("refuse \"bad\" when a == 9, regs.y = a"));
    return new DeviceType(
        "disk",
        Optional.of("above"),
        Set.of("a-bus"),
        false,
        List.of(new Property("size", number(), "8")),
        List.of(new Member("a", new MemberType.Scalar(ScalarType.UINT32)).reset("7")),
        Optional.of(section),
        Registration.USUAL.priority(5),
        List.of(new RamBlock("vram", new Expression.Constant(64), 0)),
        List.of(new Statement.Refuse("too small", Expression.of("property(size) < 2"))));
  }
}
