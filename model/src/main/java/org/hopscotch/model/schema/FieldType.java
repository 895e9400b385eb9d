package org.hopscotch.model.schema;

import java.util.Optional;

/// What travels under a field's name: the `VMSTATE_*` macro families, taken apart into kinds of
/// element and ways to have several (wire-format section 5). {@link Families} has the macros by
/// name.
public sealed interface FieldType {

  /// {@return what there may be several of; empty when nothing travels}
  default Optional<Element> elementType() {
    return switch (this) {
      case Element e -> Optional.of(e);
      case Array a -> Optional.of(a.element());
      case PointerArray p -> Optional.of(p.element());
      case Validate _ -> Optional.empty();
    };
  }

  /// One thing, or what an array has several of.
  sealed interface Element extends FieldType {

    /// {@return the type that a description shows: the VMStateInfo's name, or the kind of struct}
    default String describedType() {
      return switch (this) {
        case Scalar s -> s.type().wireName();
        case Buffer _ -> "buffer";
        case Unused _ -> "unused_buffer";
        case Bitmap _ -> "bitmap";
        case Struct _ -> "struct";
        case VStruct _ -> "vstruct";
        case WithTmp _ -> "tmp";
        case List list -> list.kind().describedType();
        case Tree _ -> "gtree";
        case Fd _ -> "fd";
        case PciConfig _ -> "pci config";
        case PciIrqState _ -> "pci irq state";
        case MsixState _ -> "msix state";
        case Custom custom -> custom.info();
      };
    }

    /// {@return whether a save of a struct in here may change what it saves}
    default boolean changesWhenSaved() {
      return switch (this) {
        case Struct(Section section) -> section.changesWhenSaved();
        case VStruct(Section section, _) -> section.changesWhenSaved();
        case WithTmp(Section scratch) -> scratch.changesWhenSaved();
        case List(_, Section node) -> node.changesWhenSaved();
        case Tree(Optional<Section> key, Section value) ->
            value.changesWhenSaved() || key.map(Section::changesWhenSaved).orElse(false);
        case Scalar _, Buffer _, Unused _, Bitmap _, Fd _ -> false;
        case PciConfig _, PciIrqState _, MsixState _, Custom _ -> false;
      };
    }
  }

  /// Whether loading allocates anew: the `_ALLOC` macros. What was there before is lost, unless
  /// nothing is loaded.
  enum Storage {
    KEPT,
    ALLOCATED
  }

  /// An integer, boolean, timer or double.
  record Scalar(ScalarType type) implements Element {}

  /// Bytes of a member, from its byte `start` on.
  record Buffer(Count length, int start, Storage storage) implements Element {}

  /// Zero bytes in the place of what was removed.
  record Unused(int bytes) implements Element {}

  /// A bitmap, in 64-bit words; of the last one all bits travel.
  record Bitmap(Count bits) implements Element {}

  /// A struct, embedded or behind a pointer. No version of it travels: the sender uses its own and
  /// the receiver its own (wire-format section 4.5).
  record Struct(Section section) implements Element {}

  /// A struct of the version that the enclosing section fixes.
  record VStruct(Section section, int structVersion) implements Element {}

  /// A struct in scratch memory, which its hooks fill from the enclosing one and copy back. Hooks
  /// and conditions inside reach the enclosing struct's members by their names.
  record WithTmp(Section scratch) implements Element {}

  /// A linked list. Loading adds to the list that is there, with the field's version for each
  /// element.
  record List(ListKind kind, Section node) implements Element {}

  /// The two kinds of linked list, which differ in where loaded elements are put.
  enum ListKind {
    /// Loaded elements go behind those that are there.
    QTAILQ("qtailq"),
    /// Loaded elements go before those that are there (`get_qlist` inserts the first at the head).
    QLIST("qlist");

    private final String describedType;

    ListKind(String describedType) {
      this.describedType = describedType;
    }

    /// {@return the name in a VMDESCRIPTION}
    public String describedType() {
      return describedType;
    }
  }

  /// A balanced tree: nodes of a key and a value. Its state is a list of structs with the members
  /// `key` and `value`, in the tree's order.
  ///
  /// @param key of keys that are structs; without it a key is a pointer-sized integer
  record Tree(Optional<Section> key, Section value) implements Element {}

  /// A file descriptor, which travels beside the stream and only through a unix socket.
  record Fd() implements Element {}

  /// PCI configuration space. The loader compares what the guest cannot change: bits set in the
  /// member `cmask` and clear in `wmask` and `w1cmask` of the same struct, each all zero when
  /// absent.
  record PciConfig(int bytes) implements Element {}

  /// The state of the four PCI interrupt pins, each 0 or 1.
  record PciIrqState() implements Element {

    /// How many pins there are.
    public static final int PINS = 4;
  }

  /// The MSI-X table (16 bytes an entry) and pending bits, in the members `table` and `pba` of the
  /// same struct, for as many vectors as its member `entries` says; nothing when that is 0.
  record MsixState() implements Element {

    /// Bytes of one table entry.
    public static final int ENTRY_BYTES = 16;
  }

  /// A VMStateInfo of a device's own, known as bytes only.
  record Custom(String info, Count length) implements Element {}

  /// Several elements side by side, from element `start` of the member on.
  record Array(Element element, Count count, int start, Storage storage) implements FieldType {}

  /// An array of pointers, some of which may be NULL (wire-format section 4.7).
  record PointerArray(Element element, Count count, Markers markers) implements FieldType {}

  /// Which elements of a pointer array have a marker byte.
  enum Markers {
    /// NULL ones, instead of the element; the receiver's own pointers must agree.
    FOR_NULL,
    /// All of them, before the element; the receiver allocates (QEMU 11).
    FOR_EACH
  }

  /// Nothing on the wire, but its test must hold on both sides.
  record Validate() implements FieldType {}
}
