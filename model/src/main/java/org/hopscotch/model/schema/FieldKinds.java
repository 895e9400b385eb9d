package org.hopscotch.model.schema;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/// What a section is made of, without its names and numbers: for counting what was drawn, and for
/// saying of a finding what is left of it.
public final class FieldKinds {
  /// The group of what travels: `uint16`, `struct`, `qtailq`.
  public static final String TYPES = "types";

  /// The group of how many of it there are: `array`, `pointers`.
  public static final String SEVERAL = "several";

  /// The group of when it travels, and what happens around it: `since`, `subsection`, `pre_save`.
  public static final String AROUND = "around";

  private final BiConsumer<String, String> visitor;

  private FieldKinds(BiConsumer<String, String> visitor) {
    this.visitor = visitor;
  }

  /// Tells `visitor` the group and kind of everything in `section`, in order.
  public static void visit(Section section, BiConsumer<String, String> visitor) {
    new FieldKinds(visitor).section(section);
  }

  /// {@return the kinds of everything in `section`}
  public static SortedSet<String> of(Section section) {
    SortedSet<String> kinds = new TreeSet<>();
    visit(section, (_, kind) -> kinds.add(kind));
    return kinds;
  }

  private void section(Section section) {
    section.fields().forEach(this::field);
    for (Subsection subsection : section.subsections()) {
      visitor.accept(AROUND, "subsection");
      section(subsection.section());
    }
    hook("pre_save", section.hooks().preSave());
    hook("pre_load", section.hooks().preLoad());
    hook("post_load", section.hooks().postLoad());
    hook("post_save", section.hooks().postSave());
  }

  private void hook(String name, Hook hook) {
    if (!hook.statements().isEmpty()) {
      visitor.accept(AROUND, name);
    }
  }

  private void field(Field field) {
    switch (field.existence()) {
      case Existence.Since(int version) when version == 0 -> {}
      case Existence.Since _ -> visitor.accept(AROUND, "since");
      case Existence.Test _ -> visitor.accept(AROUND, "test");
    }
    switch (field.type()) {
      case FieldType.Validate _ -> visitor.accept(TYPES, "validate");
      case FieldType.Element element -> element(element);
      case FieldType.Array array -> {
        visitor.accept(SEVERAL, name(array));
        element(array.element());
      }
      case FieldType.PointerArray pointers -> {
        boolean marked = pointers.markers() == FieldType.Markers.FOR_EACH;
        visitor.accept(SEVERAL, marked ? "marked pointers" : "pointers");
        element(pointers.element());
      }
    }
  }

  private static String name(FieldType.Array array) {
    String plain = array.count() instanceof Count.Fixed ? "array" : "varray";
    return array.storage() == FieldType.Storage.ALLOCATED
        ? "allocated " + plain
        : array.start() > 0 ? "sub " + plain : plain;
  }

  private void element(FieldType.Element element) {
    visitor.accept(TYPES, element.describedType());
    switch (element) {
      case FieldType.Struct s -> section(s.section());
      case FieldType.VStruct s -> section(s.section());
      case FieldType.WithTmp t -> section(t.scratch());
      case FieldType.List list -> section(list.node());
      case FieldType.Tree tree -> {
        tree.key().ifPresent(this::section);
        section(tree.value());
      }
      case FieldType.Scalar _, FieldType.Buffer _, FieldType.Unused _, FieldType.Bitmap _ -> {}
      case FieldType.Fd _, FieldType.PciConfig _, FieldType.PciIrqState _ -> {}
      case FieldType.MsixState _, FieldType.Custom _ -> {}
    }
  }
}
