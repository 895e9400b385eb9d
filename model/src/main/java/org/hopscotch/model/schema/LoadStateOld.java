package org.hopscotch.model.schema;

import java.util.List;

/// How a section's versions below its minimum are loaded: the historical `load_state_old` with its
/// `minimum_version_id_old` (wire-format section 6). No other hook of the section runs then, and no
/// subsections are looked for.
///
/// @param minimumVersionId the oldest version that it takes
/// @param fields what it reads, in order
/// @param then what it does afterwards
public record LoadStateOld(int minimumVersionId, List<Field> fields, Hook then) {
  public LoadStateOld {
    fields = List.copyOf(fields);
  }
}
