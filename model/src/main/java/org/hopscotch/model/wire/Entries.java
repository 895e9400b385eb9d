package org.hopscotch.model.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.hopscotch.model.schema.Section;

/// The entries of one VMSD's description while its fields are saved, and their values.
final class Entries {
  private final Section section;
  private final LoaderFamily family;
  private final List<Description.Field> described = new ArrayList<>();
  private final List<Body.Content> values = new ArrayList<>();

  Entries(Section section, LoaderFamily family) {
    this.section = section;
    this.family = family;
  }

  /// The entries of one field.
  Target of(int field) {
    return new Target(field);
  }

  Body body(int version, List<Body> subsections) {
    List<Description.Vmsd> layouts = new ArrayList<>(subsections.size());
    for (Body subsection : subsections) {
      layouts.add(subsection.layout());
    }
    return new Body(
        new Description.Vmsd(section.name(), version, described, layouts), values, subsections);
  }

  /// Takes the entries of one field of the section.
  final class Target {
    private final int field;

    private Target(int field) {
      this.field = field;
    }

    /// A field, or an element that is described alone.
    void add(String type, Saved saved) {
      add(
          new Description.Field(
              section.describedName(field),
              type,
              1,
              OptionalInt.empty(),
              saved.size(),
              saved.nested()),
          saved.content());
    }

    /// A compressed array.
    ///
    /// @param length what the description says; equal to the elements in `content` but for a quirk
    ///     of pointer arrays
    void addArray(String type, int length, Saved first, Body.Content content) {
      add(
          new Description.Field(
              section.describedName(field),
              type,
              length,
              OptionalInt.empty(),
              first.size(),
              first.nested()),
          content);
    }

    /// An element of an array that cannot be compressed.
    ///
    /// @param left how many elements are left with this one
    void addElement(String type, int index, int left, Saved saved) {
      OptionalInt shown = family.showsIndex(left) ? OptionalInt.of(index) : OptionalInt.empty();
      add(
          new Description.Field(
              section.describedName(field), type, 1, shown, saved.size(), saved.nested()),
          saved.content());
    }

    /// Pointer markers with an entry of their own. QEMU makes up a field for them, which it does
    /// not find among the declared ones when the name needs a number: that number is then -1.
    void addMarkers(int length, boolean... present) {
      String name = section.fields().get(field).name();
      String shown = section.isUnique(name) ? name : name + "[-1]";
      add(
          new Description.Field(
              shown, family.markerType(), length, OptionalInt.empty(), 1, List.of()),
          new Body.Markers(present));
    }

    private void add(Description.Field entry, Body.Content content) {
      described.add(entry);
      values.add(content);
    }
  }

  /// One saved element.
  ///
  /// @param size bytes on the wire
  /// @param nested the layouts that its description shows inside
  record Saved(Body.Content content, long size, List<Description.Vmsd> nested) {}
}
