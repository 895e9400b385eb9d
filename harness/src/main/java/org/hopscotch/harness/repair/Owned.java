package org.hopscotch.harness.repair;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hopscotch.model.schema.Section;

/// A section of the newer release, of a device or of a struct inside, and who declares it.
///
/// @param type that declares the outermost section
/// @param root whether it is that one
/// @param before the section of this name on the older release
record Owned(Pair pair, String type, Section section, boolean root, Optional<Section> before) {

  /// {@return every section of the devices of a situation, compared with the nearest older
  /// release and with those that have another of it}
  static List<Owned> sections(Situation situation) {
    Map<List<Object>, Owned> all = new LinkedHashMap<>();
    for (Pair pair : situation.pairsByType()) {
      pair.section()
          .ifPresent(root -> {
            for (Section section : Layout.all(root)) {
              boolean outermost = section.equals(root);
              Optional<Section> before =
                  outermost
                      ? pair.oldSection()
                      : pair.oldSection().flatMap(old -> Layout.find(old, section.name()));
              all.putIfAbsent(
                  List.of(pair.owner(), section.name(), before),
                  new Owned(pair, pair.owner(), section, outermost, before));
            }
          });
    }
    return List.copyOf(all.values());
  }
}
