package org.hopscotch.generators;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.Section;

/// What is known of a struct before values are drawn for its members.
///
/// @param fields what its section does with them
/// @param mentions what expressions say of them
/// @param inside the structs in it
record StructUse(FieldUse fields, Mentions mentions, Map<String, StructUse> inside) {
  private static final Section NOTHING = new Section("", 0, 0);

  /// {@return what is known of devices of a type}
  static StructUse of(Release release, DeviceType type) {
    return of(release.section(type).orElse(NOTHING), needed(release, type));
  }

  /// {@return when a device sends its section: as the type says that has it}
  private static Expression needed(Release release, DeviceType type) {
    return release.lineage(type).stream()
        .filter(one -> one.section().isPresent())
        .findFirst()
        .orElse(type)
        .registration()
        .needed();
  }

  private static StructUse of(Section section, Expression needed) {
    FieldUse fields = FieldUse.of(section, needed);
    Map<String, StructUse> inside = new LinkedHashMap<>();
    for (String member : fields.members()) {
      fields.inside(member).ifPresent(one -> inside.put(member, of(one, Expression.TRUE)));
    }
    return new StructUse(fields, Mentions.of(section), inside);
  }

  /// {@return what is known of a struct in this one}
  StructUse in(String member) {
    return Optional.ofNullable(inside.get(member)).orElseGet(() -> of(NOTHING, Expression.TRUE));
  }
}
