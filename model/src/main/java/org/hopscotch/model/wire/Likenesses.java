package org.hopscotch.model.wire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Descriptions of other streams, by which a stream without one can be read: each section by those
/// with its name, whatever device path stands before the name.
public final class Likenesses {
  private final Map<String, Set<Description.Vmsd>> bySection = new HashMap<>();
  private final Map<String, Set<Description.Vmsd>> bySubsection = new HashMap<>();

  /// Knows the sections of all of `descriptions`; of equal names earlier ones are tried first.
  public Likenesses(List<Description> descriptions) {
    for (Description description : descriptions) {
      for (Description.Section section : description.sections()) {
        if (section.layout() instanceof Description.Vmsd vmsd) {
          bySection
              .computeIfAbsent(withoutPath(section.idstr()), any -> new LinkedHashSet<>())
              .add(vmsd);
          subsections(vmsd);
        }
      }
    }
  }

  private Likenesses(Description.Vmsd only) {
    subsections(only);
  }

  /// {@return no likeness at all}
  public static Likenesses none() {
    return new Likenesses(List.of());
  }

  /// {@return the likeness of one VMSD only}
  static Likenesses of(Description.Vmsd only) {
    return new Likenesses(only);
  }

  private void subsections(Description.Vmsd vmsd) {
    for (Description.Field field : vmsd.fields()) {
      field.nested().forEach(this::subsections);
    }
    for (Description.Vmsd subsection : vmsd.subsections()) {
      bySubsection.computeIfAbsent(subsection.name(), any -> new LinkedHashSet<>()).add(subsection);
      subsections(subsection);
    }
  }

  /// {@return layouts of sections with the name of `idstr` and this version}
  List<Description.Vmsd> section(String idstr, long version) {
    List<Description.Vmsd> fitting =
        new ArrayList<>(bySection.getOrDefault(withoutPath(idstr), Set.of()));
    fitting.removeIf(vmsd -> vmsd.version() != version);
    return fitting;
  }

  /// {@return the layout of a subsection, if `parent` or another VMSD of its name has it}
  Optional<Description.Vmsd> subsection(Description.Vmsd parent, String name, long version) {
    return Stream.concat(
            parent.subsections().stream(), bySubsection.getOrDefault(name, Set.of()).stream())
        .filter(known -> known.name().equals(name) && known.version() == version)
        .findFirst();
  }

  /// A section's name without its device path: `0000:00:1f.0/ICH9LPC` is `ICH9LPC`. Names with a
  /// slash of their own keep it, since a path's last part is always a slot or a port.
  static String withoutPath(String idstr) {
    int start = 0;
    for (int slash = idstr.indexOf('/'); slash >= 0; slash = idstr.indexOf('/', slash + 1)) {
      if (idstr.substring(start, slash).chars().anyMatch(c -> c == ':' || c == '.' || c == '@')
          || idstr.substring(start, slash).chars().allMatch(Character::isDigit)) {
        start = slash + 1;
      }
    }
    return idstr.substring(start);
  }
}
