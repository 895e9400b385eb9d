package org.hopscotch.corpus;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hopscotch.model.schema.Bindings;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.wire.Body;

/// A device section of a real stream as a schema: what the stream's description says of it, with
/// the state that was captured. Saving that state gives the captured bytes again, and generators
/// can draw other states of a real device.
///
/// A description tells less than the source code, and the schema is the plainest that fits it:
///
/// - Counts are fixed, names are those of the description (`config[0]` stays so), and a section
///   takes no version but the captured one. List nodes have a minimum of 0, since the version with
///   which a list is loaded is not described.
/// - A subsection that was sent is needed while the unknown condition `NAME needed` is true; of one
///   that was not sent nothing is known.
/// - Array elements that were described one by one are under a test that always holds, which is
///   what makes a description show them so. If their layouts differ, each is a field of its own.
/// - A `tmp` is a struct, whose members then belong to the device.
/// - What only its VMStateInfo understands is bytes, `virtio` too. So is a list or tree whose
///   elements differ from each other.
/// - A member that a section and its subsection both send has the value that was sent last.
/// - Hooks, checks and what the guest cannot write in PCI configuration space are not described.
///
/// @param state all that was sent
/// @param bindings with which everything is sent that was
public record DescribedSection(Section section, DeviceState state, Bindings bindings) {
  /// {@return the section whose body this is}
  ///
  /// @param body as it was read by the description of its own stream
  public static DescribedSection of(Body body) {
    return of(body, false);
  }

  /// {@return the section whose body this is, with `virtio` as a struct where it could be read so
  /// (wire-format section 7.4)} Its own description then is another.
  static DescribedSection opened(Body body) {
    return of(body, true);
  }

  private static DescribedSection of(Body body, boolean opensVirtio) {
    Map<String, Boolean> conditions = new LinkedHashMap<>();
    DescribedStruct all = new DescribedStructs(conditions, opensVirtio).of(body);
    return new DescribedSection(all.section(), all.state(), new Bindings(Map.of(), conditions));
  }
}
