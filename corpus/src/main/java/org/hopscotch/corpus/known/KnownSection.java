package org.hopscotch.corpus.known;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.hopscotch.model.schema.Hooks;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Subsection;

/// What is known of all sections, subsections and structs of one name.
///
/// @param having a field that one must have, where different ones share the name
/// @param minimumVersionId the oldest version that is loaded
/// @param aliases alias ids by instance id (wire-format section 3.1)
/// @param hooks the checks that loading makes
/// @param subsections which are declared, whether they were captured or not
public record KnownSection(
    String name,
    Releases releases,
    Optional<String> having,
    OptionalInt minimumVersionId,
    Map<Integer, Integer> aliases,
    List<KnownField> fields,
    Hooks hooks,
    List<Subsection> subsections) {

  public KnownSection {
    aliases = Map.copyOf(aliases);
    fields = List.copyOf(fields);
    subsections = List.copyOf(subsections);
  }

  /// {@return whether it is about a section}
  boolean isAbout(Section section) {
    return name.equals(section.name())
        && having
            .filter(field -> section.fields().stream().noneMatch(f -> f.name().equals(field)))
            .isEmpty();
  }
}
