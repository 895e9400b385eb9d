package org.hopscotch.corpus.dsl;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hopscotch.corpus.Case;
import org.hopscotch.corpus.Told;
import org.hopscotch.corpus.yaml.CaseException;
import org.hopscotch.corpus.yaml.CaseYaml;
import org.hopscotch.model.release.CompatTable;
import org.hopscotch.model.release.Configuration;
import org.hopscotch.model.release.Device;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.MigrationObject;
import org.hopscotch.model.release.Property;
import org.hopscotch.model.release.PropertyKind;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.release.Surroundings;
import org.hopscotch.model.release.Version;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.scenario.Stop;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.state.GuestState;
import org.hopscotch.model.wire.LoaderFamily;

/// Whether what is told of releases fits together. Each method throws IllegalArgumentException with
/// the name that does not.
final class Releases {
  private Releases() {}

  /// {@return the rules of loading that a release's number says}
  static LoaderFamily loader(String release) {
    return Version.find(release).map(Version::family).orElse(LoaderFamily.UP_TO_9_1);
  }

  /// {@return a device type's name, if the release has it}
  static String knownType(String type, Release release) {
    if (release.type(type).isEmpty()) {
      throw Words.none("device type", type, release.name(), types(List.of(release)));
    }
    return type;
  }

  static void requireDevices(List<Device> devices, List<Release> releases) {
    for (Device device : devices) {
      if (releases.stream().allMatch(release -> release.type(device.type()).isEmpty())) {
        throw Words.none("device type", device.type(), names(releases), types(releases));
      }
      device
          .properties()
          .forEach((property, value) -> requireSetting(device.type(), property, value, releases));
    }
  }

  static void requireRows(ToldTable table, List<Release> releases) {
    for (CompatTable.Row row : table.rows()) {
      if (!table.strange().contains(row)) {
        Words.parsed(
            "row of " + table.name(),
            () -> {
              requireSetting(row.driver(), row.property(), row.value(), releases);
              return row;
            });
      }
    }
  }

  /// Looks whether some device type is a driver, and has a property that takes a value.
  static void requireSetting(String driver, String property, String value, List<Release> releases) {
    List<Property> all = new ArrayList<>();
    Set<String> drivers = new LinkedHashSet<>(types(releases));
    boolean known = false;
    for (Release release : releases) {
      for (String name : types(List.of(release))) {
        DeviceType type = release.type(name).orElseThrow();
        drivers.addAll(type.interfaces());
        if (release.isA(type, driver)) {
          known = true;
          all.addAll(release.properties(type));
        }
      }
    }
    if (!known) {
      throw Words.none("device type", driver, names(releases), drivers);
    }
    List<Property> named = all.stream().filter(one -> one.name().equals(property)).toList();
    if (named.isEmpty()) {
      throw Words.none(
          "property",
          property,
          "%s of %s".formatted(driver, names(releases)),
          all.stream().map(Property::name).toList());
    }
    Optional<String> words = refusal(named, value);
    if (words.isPresent()) {
      throw new IllegalArgumentException("%s.%s: %s".formatted(driver, property, words.get()));
    }
  }

  private static Optional<String> refusal(List<Property> properties, String value) {
    Optional<String> refused = Optional.empty();
    for (Property property : properties) {
      switch (property.kind().parse(property.name(), value)) {
        case PropertyKind.Accepted _ -> {
          return Optional.empty();
        }
        case PropertyKind.Refused(String words) -> refused = Optional.of(words);
      }
    }
    return refused;
  }

  /// Looks at releases as they would be read: their expressions, counts, hooks and machine types.
  static void requireFitting(List<Told> told) {
    Release last = Told.history(told).releases().getLast();
    Stop stop = new Stop(last, "none of these", Configuration.BARE, Surroundings.PLAIN, false);
    Scenario scenario = new Scenario(Told.history(told), GuestState.EMPTY, List.of(stop));
    requireFitting(
        new Case(
            Case.Kind.REGRESSION,
            "Only to be looked at.",
            List.of(),
            Optional.empty(),
            told,
            scenario,
            Map.of(),
            Optional.empty(),
            Optional.empty()));
  }

  /// Looks at a case as it would be read.
  static void requireFitting(Case one) {
    try {
      CaseYaml.read(CaseYaml.print(one));
    } catch (CaseException e) {
      throw new IllegalArgumentException(
          e.problems().stream()
              .map(problem -> "%s: %s".formatted(problem.path(), problem.message()))
              .collect(Collectors.joining("\n")),
          e);
    }
  }

  /// {@return a section and the subsections inside it}
  static List<Section> sections(Section section) {
    List<Section> all = new ArrayList<>(List.of(section));
    section.subsections().forEach(one -> all.addAll(sections(one.section())));
    return all;
  }

  private static List<String> types(List<Release> releases) {
    Set<String> names = new LinkedHashSet<>();
    for (Release release : releases) {
      release.types().forEach(type -> names.add(type.name()));
    }
    names.add(MigrationObject.NAME);
    return List.copyOf(names);
  }

  private static String names(List<Release> releases) {
    return releases.stream().map(Release::name).distinct().collect(Collectors.joining(", "));
  }
}
