package org.hopscotch.model.wire;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What a stream says about itself in its VMDESCRIPTION: for every device section the fields that
/// were written, in order (wire-format section 10.1).
///
/// @param configuration the CONFIGURATION's own fields, which QEMU describes from 10.0 on
/// @param pageSize the target page size in bytes
/// @param sections in the order sent; live sections such as `ram` have none
public record Description(
    Optional<Vmsd> configuration, OptionalInt pageSize, List<Section> sections) {

  public Description {
    sections = List.copyOf(sections);
  }

  /// One device section.
  public record Section(String idstr, long instanceId, Layout layout) {}

  /// What is known of a section's body.
  public sealed interface Layout {}

  /// A body of `size` bytes that an old-style handler wrote; nothing inside is described.
  public record OldStyle(long size) implements Layout {}

  /// The fields and subsections of one VMStateDescription, as one save wrote them.
  ///
  /// @param name of the VMSD; a subsection's is `parent/name`
  /// @param version that was written
  public record Vmsd(String name, int version, List<Field> fields, List<Vmsd> subsections)
      implements Layout {
    public Vmsd {
      fields = List.copyOf(fields);
      subsections = List.copyOf(subsections);
    }
  }

  /// One entry of a VMSD's `fields`: a field, one element of an array (`index`), or a compressed
  /// array of equal elements.
  ///
  /// @param type the VMStateInfo name, or `struct`, `vstruct`, `tmp`
  /// @param count `array_len`; 1 where the entry has none
  /// @param index position in an array that could not be compressed; QEMU 11.1 leaves it out
  /// @param size bytes of one element, subsections included; of a compressed array the first one
  /// @param nested the struct's own layout; for a list one layout an element that was written
  public record Field(
      String name, String type, long count, OptionalInt index, long size, List<Vmsd> nested) {
    public Field {
      nested = List.copyOf(nested);
    }

    /// A field of one element without inner layout.
    public Field(String name, String type, long size) {
      this(name, type, 1, OptionalInt.empty(), size, List.of());
    }

    /// A struct.
    public Field(String name, long size, Vmsd nested) {
      this(name, "struct", 1, OptionalInt.empty(), size, List.of(nested));
    }

    /// {@return the same entry as a compressed array}
    public Field times(long count) {
      return new Field(name, type, count, index, size, nested);
    }

    /// {@return whether this entry stands for several elements}
    public boolean isArray() {
      return count != 1;
    }
  }
}
