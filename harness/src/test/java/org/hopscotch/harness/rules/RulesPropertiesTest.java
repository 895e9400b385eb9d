package org.hopscotch.harness.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.hopscotch.generators.choice.Choices;
import org.hopscotch.model.migration.Host;
import org.hopscotch.model.migration.VirtualMachine;
import org.hopscotch.model.release.CompatTable;
import org.hopscotch.model.release.CompatTable.Row;
import org.hopscotch.model.release.Configuration;
import org.hopscotch.model.release.Configuration.Global;
import org.hopscotch.model.release.Device;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.MachineType;
import org.hopscotch.model.release.Property;
import org.hopscotch.model.release.PropertyKind;
import org.hopscotch.model.release.Registration;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.release.ResolvedDevice;
import org.hopscotch.model.release.Version;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.wire.LoaderFamily;
import org.junit.jupiter.api.Test;

/// Wire-format section 11.1, by hand and against the engine.
class RulesPropertiesTest {
  private static final int CASES = 3000;
  private static final PropertyKind BYTE = new PropertyKind.Int(8, false);
  private static final List<String> DRIVERS = List.of("leaf", "base", "face", "gone");
  private static final List<String> NAMES = List.of("p", "q", "auto");

  /// `leaf` is a `base`, which is a `face`.
  private static Release release(List<CompatTable> tables) {
    Property automatic =
        new Property(
            "auto",
            BYTE,
            "255",
            Optional.of(
                new Property.Automatic(
                    "0xff", Expression.of("property(machine.cpus) + property(p)"))),
            false,
            Optional.empty());
    DeviceType base = type("base", List.of(new Property("p", BYTE, "1")), Set.of("face"));
    DeviceType leaf = type("leaf", List.of(automatic, new Property("q", BYTE, "2")), Set.of());
    return new Release(
        "10.0",
        Optional.empty(),
        LoaderFamily.FROM_9_2,
        List.of(base, leaf.withParent("base")),
        tables,
        List.of(
            new MachineType("pc-5.1", "5.1", "pc"),
            new MachineType("pc-5.2", "5.2", "pc").withAliases(List.of("pc")),
            new MachineType("q35-5.1", "5.1", "q35")));
  }

  private static DeviceType type(String name, List<Property> properties, Set<String> interfaces) {
    return new DeviceType(
        name,
        Optional.empty(),
        interfaces,
        false,
        properties,
        List.of(),
        Optional.empty(),
        Registration.USUAL,
        List.of(),
        List.of());
  }

  private static CompatTable table(String version, String family, Row... rows) {
    return new CompatTable(
        "compat",
        Optional.of(version).filter(v -> !v.isEmpty()).map(Version::of),
        Optional.of(family).filter(f -> !f.isEmpty()),
        List.of(rows));
  }

  private static RulesHost.Start start(Configuration configuration, CompatTable... tables) {
    return RulesHost.start(new Host(release(List.of(tables)), "pc-5.1", configuration));
  }

  private static Configuration with(Map<String, String> options, Global... globals) {
    return Configuration.BARE
        .withDevices(List.of(new Device("d", "leaf", Optional.empty(), options)))
        .withGlobals(List.of(globals));
  }

  private static long p(RulesHost.Start start) {
    return ((RulesHost.Started) start).host().properties("d").get("p");
  }

  @Test
  void theLastToSayWins() {
    CompatTable family = table("", "pc", new Row("leaf", "p", "3"));
    CompatTable newer = table("9.2", "", new Row("leaf", "p", "4"));
    CompatTable older = table("5.1", "", new Row("face", "p", "5"));
    CompatTable ofPc = table("5.1", "pc", new Row("base", "p", "6"));
    CompatTable tooOld = table("5.0", "", new Row("leaf", "p", "7"));
    assertThat(p(start(with(Map.of())))).isEqualTo(1);
    assertThat(p(start(with(Map.of()), family, tooOld))).isEqualTo(3);
    assertThat(p(start(with(Map.of()), newer, family))).isEqualTo(4);
    assertThat(p(start(with(Map.of()), older, newer, family))).isEqualTo(5);
    assertThat(p(start(with(Map.of()), ofPc, older, newer))).isEqualTo(6);
    assertThat(p(start(with(Map.of(), new Global("face", "p", "8")), ofPc))).isEqualTo(8);
    assertThat(
            p(start(with(Map.of(), new Global("leaf", "p", "9"), new Global("base", "p", "0x0a")))))
        .isEqualTo(10);
    assertThat(p(start(with(Map.of("p", "013"), new Global("leaf", "p", "8"))))).isEqualTo(11);
  }

  @Test
  void choosesAfterAllWasSaid() {
    RulesHost.Start start = start(with(Map.of("p", "5")).with("cpus", 4));
    assertThat(((RulesHost.Started) start).host().properties("d")).containsEntry("auto", 9L);
  }

  @Test
  void resolvesDrawnHostsAsTheEngineDoes() {
    Map<String, Integer> counts = new TreeMap<>();
    for (int number = 0; number < CASES; number++) {
      Host host = draw(Choices.unrecorded(3, number));
      String what =
          switch (VirtualMachine.start(host)) {
            case VirtualMachine.Started(VirtualMachine engine) -> {
              RulesHost rules = ((RulesHost.Started) RulesHost.start(host)).host();
              for (ResolvedDevice device : engine.resolved().devices()) {
                assertThat(rules.properties(device.device().id()))
                    .as("case %d", number)
                    .isEqualTo(device.bindings().properties());
              }
              yield "started";
            }
            case VirtualMachine.DidNotStart(var failure) -> {
              assertThat(RulesHost.start(host))
                  .as("case %d", number)
                  .isEqualTo(new RulesHost.DidNotStart(failure));
              yield failure.getClass().getSimpleName();
            }
          };
      counts.merge(what, 1, Integer::sum);
    }
    assertThat(counts.keySet())
        .containsExactly("BadValue", "UnknownMachine", "UnknownProperty", "started");
    assertThat(counts.values()).as("%s", counts).allMatch(count -> count > CASES / 100);
  }

  private static Host draw(Choices choices) {
    List<CompatTable> tables =
        choices.list(
            "table",
            0,
            6,
            _ -> {
              String version = choices.oneOf(List.of("", "5.0", "5.1", "5.2", "9.2"));
              String family =
                  choices.oneOf(
                      version.isEmpty() ? List.of("pc", "q35") : List.of("", "pc", "q35"));
              return table(version, family, rows(choices));
            });
    List<Global> globals =
        choices.list(
            "global",
            0,
            2,
            _ -> new Global(choices.oneOf(DRIVERS), choices.oneOf(NAMES), value(choices)));
    List<Device> devices = new ArrayList<>(List.of(new Device("b", "base")));
    devices.add(
        new Device(
            "d",
            "leaf",
            Optional.empty(),
            choices.chance(1, 4) ? Map.of(choices.oneOf(NAMES), value(choices)) : Map.of()));
    return new Host(
        release(tables),
        choices.oneOf(List.of("pc-5.1", "pc-5.2", "pc", "q35-5.1", "pc-4.0")),
        Configuration.BARE.withDevices(devices).withGlobals(globals));
  }

  private static Row[] rows(Choices choices) {
    return choices
        .list(
            "row",
            0,
            3,
            _ ->
                new Row(
                    choices.oneOf(DRIVERS),
                    choices.chance(1, 16) ? "none" : choices.oneOf(List.of("p", "p", "p", "q")),
                    value(choices),
                    choices.chance(3, 4)))
        .toArray(Row[]::new);
  }

  private static String value(Choices choices) {
    return choices.chance(1, 64) ? "on" : Integer.toString(choices.below(256));
  }
}
