package org.hopscotch.harness.minimise;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.hopscotch.model.release.Release;
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
import org.hopscotch.model.schema.Subsection;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.state.GuestState;

/// A scenario with much in it that has nothing to do with it: in all releases alike, so that it
/// breaks no promise more.
final class BlownUp {
  private static final String TYPE = "unrelated-device";
  private static final String BELOW = "unrelated-disk";
  private static final Property PROPERTY = new Property("unrelated", kind(), "3");
  private static final List<Member> MEMBERS =
      List.of(
          new Member("status", new MemberType.Scalar(ScalarType.UINT16)).reset("2"),
          new Member(
              "ring", new MemberType.Scalars(ScalarType.UINT32, new Expression.Constant(4))));

  private BlownUp() {}

  private static PropertyKind kind() {
    return new PropertyKind.Int(16, false);
  }

  static Scenario of(Scenario small) {
    List<Release> releases =
        new ArrayList<>(small.history().releases().stream().map(BlownUp::of).toList());
    Release last = releases.getLast();
    releases.add(
        new Release(
            "99.0",
            Optional.of(last.name()),
            last.family(),
            last.types(),
            last.tables(),
            last.machines()));
    History history = new History(releases);
    Map<String, DeviceState> guest = new LinkedHashMap<>(small.guest().devices());
    guest.put("unrelated0", DeviceState.EMPTY.with("status", 7).with("extra", 5));
    return new Scenario(
        history,
        new GuestState(guest),
        small.route().stream()
            .map(stop ->
                new Stop(
                    history.release(stop.release().name()).orElseThrow(),
                    stop.machine(),
                    of(stop.configuration()),
                    stop.surroundings(),
                    stop.reset()))
            .toList());
  }

  private static Configuration of(Configuration small) {
    List<Device> devices = new ArrayList<>(small.devices());
    devices.add(new Device("unrelated0", BELOW, Optional.empty(), Map.of("unrelated", "4")));
    devices.add(new Device("unrelated1", TYPE));
    return small.withDevices(devices);
  }

  private static Release of(Release small) {
    List<DeviceType> types = new ArrayList<>(small.types().stream().map(BlownUp::of).toList());
    types.add(new DeviceType(TYPE, List.of(PROPERTY), MEMBERS, section()));
    types.add(DeviceType.named(BELOW).withParent(TYPE));
    List<CompatTable> tables = new ArrayList<>(small.tables());
    tables.add(
        new CompatTable(
            "hw_compat_unrelated",
            Optional.of(Version.of("99.0")),
            Optional.empty(),
            List.of(new CompatTable.Row(TYPE, "unrelated", "2"))));
    List<MachineType> machines = new ArrayList<>(small.machines());
    machines.add(new MachineType("unrelated-1.0", "1.0", "unrelated"));
    return new Release(small.name(), small.parent(), small.family(), types, tables, machines);
  }

  private static Section section() {
    return new Section(
            "unrelated",
            4,
            3,
            Families.scalar("status", ScalarType.UINT16),
            new Field(
                    "ring",
                    new FieldType.Array(
                        new FieldType.Scalar(ScalarType.UINT32),
                        Count.of(4),
                        0,
                        FieldType.Storage.KEPT))
                .since(3))
        .with(
            new Subsection(
                new Section("unrelated/extra", 1, 1, Families.scalar("extra", ScalarType.UINT8)),
                Expression.of("extra != 0")))
        .with(Hooks.NONE.postLoad("refuse \"full\" when status == 65535"));
  }

  /// One more property in every type, and one more member that travels in every section.
  private static DeviceType of(DeviceType small) {
    if (small.name().equals("migration")) {
      return small;
    }
    List<Property> properties = new ArrayList<>(small.properties());
    properties.add(new Property("more-" + small.name(), kind(), "1"));
    DeviceType more = small.withProperties(properties);
    return small.section().map(section -> more.withSection(of(section))).orElse(more);
  }

  private static Section of(Section small) {
    List<Field> fields = new ArrayList<>();
    fields.add(Families.scalar("before_all", ScalarType.UINT32));
    fields.addAll(small.fields());
    return small.withFields(fields);
  }
}
