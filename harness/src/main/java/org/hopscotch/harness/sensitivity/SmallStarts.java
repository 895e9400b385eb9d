package org.hopscotch.harness.sensitivity;

import static org.hopscotch.corpus.dsl.Fields.uint8;
import static org.hopscotch.corpus.dsl.Properties.propBool;
import static org.hopscotch.corpus.dsl.Properties.propUint16;
import static org.hopscotch.corpus.dsl.Properties.propUint8;
import static org.hopscotch.corpus.dsl.Telling.device;
import static org.hopscotch.corpus.dsl.Telling.machine;
import static org.hopscotch.corpus.dsl.Telling.member;
import static org.hopscotch.corpus.dsl.Telling.ram;
import static org.hopscotch.corpus.dsl.Telling.release;
import static org.hopscotch.corpus.dsl.Telling.table;
import static org.hopscotch.corpus.dsl.Telling.vmstate;
import static org.hopscotch.model.schema.ScalarType.UINT8;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hopscotch.corpus.dsl.FirstRelease;
import org.hopscotch.corpus.dsl.ToldDevice;
import org.hopscotch.corpus.dsl.ToldTable;
import org.hopscotch.corpus.dsl.VMState;
import org.hopscotch.model.evolution.Evolution;
import org.hopscotch.model.release.Configuration;
import org.hopscotch.model.release.Configuration.Global;
import org.hopscotch.model.release.Device;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.release.Version;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.state.GuestState;

/// Enumerates small scenarios in which rows, families, options and aliases decide what a machine
/// is: with up to two rows, and devices that show what a property's value is in several ways.
final class SmallStarts {
  private static final String OLD = "pc-5.0";
  private static final List<String> MACHINES = List.of("pc-5.1", OLD, "pc-4.2");

  /// Some of them no release has, or by another name.
  private static final List<String> STRANGE = List.of("pc-5.1", "pc-old", "pc-9.9");

  private static final String TYPE = "dev";

  private SmallStarts() {}

  /// {@return them all, in no order}
  static List<Scenario> all() {
    List<Scenario> all = new ArrayList<>();
    for (List<ToldDevice> devices : devices()) {
      for (List<ToldTable> tables : tables()) {
        add(all, devices, tables);
      }
    }
    return all;
  }

  private static void add(List<Scenario> all, List<ToldDevice> devices, List<ToldTable> tables) {
    Release first;
    try {
      first = first(devices, tables);
    } catch (IllegalArgumentException e) {
      // These rows and devices do not go together.
      return;
    }
    Release next = Evolution.of("5.2", first, Version.of("5.2").family(), List.of());
    String type = devices.getLast().type().name();
    for (String machine : tables.isEmpty() ? STRANGE : MACHINES) {
      for (Configuration configuration : configurations(type, tables.size())) {
        for (String route : List.of("0", "00")) {
          all.add(taken(route, List.of(first), machine, configuration));
        }
        for (String route : List.of("01", "10")) {
          all.add(taken(route, List.of(first, next), machine, configuration));
        }
      }
    }
  }

  private static Scenario taken(
      String route, List<Release> releases, String machine, Configuration configuration) {
    return SmallRoute.read(route).taken(releases, machine, configuration, GuestState.EMPTY);
  }

  private static Release first(List<ToldDevice> devices, List<ToldTable> tables) {
    FirstRelease bare =
        release("5.1")
            .machine(
                machine("pc-4.2", "4.2", "pc"),
                machine(OLD, "5.0", "pc"),
                machine("pc-5.1", "5.1", "pc").alias("pc-old").option("knob", 3))
            .device(devices.toArray(ToldDevice[]::new));
    return bare.table(tables.toArray(ToldTable[]::new)).release();
  }

  /// {@return one device, and with few rows what else decides}
  private static List<Configuration> configurations(String type, int tables) {
    Configuration one = Configuration.BARE.withDevices(List.of(new Device("d0", type)));
    return switch (tables) {
      case 0 -> List.of(Configuration.BARE, one);
      case 1 ->
          List.of(one, one.with("cpus", 4), one.withGlobals(List.of(new Global(TYPE, "p", "7"))));
      default -> List.of(one);
    };
  }

  private static VMState section(String name) {
    return vmstate(name).versionId(1).minimumVersionId(1);
  }

  /// Each with a property `p`, shown in another way, or not at all.
  private static List<List<ToldDevice>> devices() {
    List<List<ToldDevice>> all = new ArrayList<>();
    for (ToldDevice one : shown()) {
      all.add(List.of(one.vmstate(section(TYPE))));
      all.add(List.of(one.abstractType().vmstate(section(TYPE)), device("leaf").parent(TYPE)));
    }
    ToldDevice plain = device(TYPE).properties(propUint8("p", 1));
    all.add(List.of(plain.vmstate(section(TYPE).fields(uint8("f").test("property(p) == 1")))));
    all.add(List.of(plain.vmstate(section(TYPE).fields(uint8("f").test("property(p) == 2")))));
    all.add(List.of(plain.vmstate(section(TYPE).needed("property(p) == 1"))));
    all.add(List.of(plain.vmstate(section(TYPE).needed("property(p) == 2"))));
    all.add(List.of(plain.vmstate(section(TYPE).subsections(more("property(p) == 1")))));
    all.add(List.of(plain.vmstate(section(TYPE).subsections(more("property(p) == 2")))));
    all.add(
        List.of(
            plain.abstractType().vmstate(section(TYPE).subsections(more("property(p) == 2"))),
            device("leaf").parent(TYPE)));
    all.add(
        List.of(
            device(TYPE).vmstate(section(TYPE).subsections(more("property(machine.knob) == 3")))));
    return all;
  }

  private static VMState more(String needed) {
    return section("dev/more").needed(needed);
  }

  private static List<ToldDevice> shown() {
    return List.of(
        device(TYPE),
        device(TYPE).properties(propUint8("p", 1).visibleToGuest()),
        device(TYPE).properties(propBool("p", true).visibleToGuest()),
        device(TYPE)
            .properties(
                propUint16("p", 65535)
                    .automatic("65535", "property(machine.cpus)")
                    .visibleToGuest()),
        device(TYPE).properties(propUint8("p", 1)).members(member("m", UINT8).reset("property(p)")),
        device(TYPE).members(member("m", UINT8).reset("property(machine.knob)")),
        device(TYPE).properties(propUint16("p", 4096)).ram(ram("rom", "property(p) * 4096")),
        device(TYPE)
            .properties(propUint16("p", 4096))
            .ram(ram("rom", "property(p) * 4096", 1 << 30)));
  }

  /// Up to two rows, in any tables.
  private static List<List<ToldTable>> tables() {
    List<ToldTable> single =
        List.of(
            table("hw_compat_5_1").version("5.1").row(TYPE, "p", "2"),
            table("hw_compat_5_0").version("5.0").row(TYPE, "p", "2"),
            table("hw_compat_5_0").version("5.0").row(TYPE, "p", "1"),
            table("hw_compat_4_2").version("4.2").row(TYPE, "p", "3"),
            table("pc_defaults").family("pc").row(TYPE, "p", "4"),
            table("hw_compat_5_0").version("5.0").strangeOptionalRow(TYPE, "gone", "1"),
            table("hw_compat_5_1").version("5.1").strangeOptionalRow(TYPE, "gone", "1"),
            table("hw_compat_5_1").version("5.1").strangeRow(TYPE, "gone", "1"));
    List<List<ToldTable>> all = new ArrayList<>();
    all.add(List.of());
    for (int i = 0; i < single.size(); i++) {
      int first = i;
      all.add(List.of(single.get(i)));
      IntStream.range(0, single.size())
          .filter(second -> !single.get(second).name().equals(single.get(first).name()))
          .forEach(second -> all.add(List.of(single.get(first), single.get(second))));
    }
    return all;
  }
}
