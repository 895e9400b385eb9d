package org.hopscotch.generators.history;

import java.util.List;
import org.hopscotch.generators.choice.Choices;

/// The kinds of {@link Part}, the simplest first. A swarm switches some of them off.
// Swarms are masks of this very order; a method holds nothing.
@SuppressWarnings({"EnumOrdinal", "ImmutableEnumChecker"})
enum PartKind {
  SCALAR("scalar", NumberParts::scalar),
  ARRAY("array", ManyParts::array),
  STRUCT("struct", StructParts::struct),
  BUFFER("buffer", ManyParts::buffer),
  UNUSED("unused space", NumberParts::unused),
  SPARE("member that no guest sees", NumberParts::spare),
  CONDITIONAL("field under a test of data", NumberParts::conditional),
  OPTIONAL("subsection of a struct", StructParts::optional),
  PRESET("value set before loading", NumberParts::preset),
  EQUAL("value compared with the own", NumberParts::equal),
  LIMITED("value limited by the own", NumberParts::limited),
  CHECKED("value checked after loading", NumberParts::checked),
  VALIDATED("validated count", ManyParts::validated),
  PACKED("packed before saving", NumberParts::packed),
  DERIVED("derived after loading", NumberParts::derived),
  SCRATCH("scratch space", NumberParts::scratch),
  GARBAGE("garbage while it means nothing", NumberParts::garbage),
  SUB_ARRAYS("sub-arrays", ManyParts::subArrays),
  BUFFER_PIECES("buffer in two pieces", ManyParts::bufferPieces),
  VARRAY("counted array", ManyParts::varray),
  VBUFFER("counted buffer", ManyParts::vbuffer),
  BITMAP("bitmap", ManyParts::bitmap),
  STRUCTS("array of structs", StructParts::structs),
  POINTERS("array of pointers", StructParts::pointers),
  VSTRUCT("struct of a version", StructParts::vstruct),
  TAIL_QUEUE("tail queue", StructParts::tailQueue),
  LINKED_LIST("linked list", StructParts::linkedList),
  TREE("tree", StructParts::tree),
  CLOCK("clock", StructParts::clock),
  FIFO("FIFO", StructParts::fifo),
  PCI("PCI device", StructParts::pci),
  MSIX("MSI-X", StructParts::msix),
  CUSTOM("info of its own", ManyParts::custom);

  /// How many there are.
  static final int COUNT = values().length;

  private static final List<PartKind> ALL = List.of(values());

  private final String words;
  private final Draw draw;

  PartKind(String words, Draw draw) {
    this.words = words;
    this.draw = draw;
  }

  private interface Draw {
    Part of(Choices choices, Names names);
  }

  /// {@return a part of one of the kinds that a swarm leaves on; a scalar always is}
  static PartKind drawn(Choices choices, long swarm) {
    return ALL.get(choices.oneOf(swarm | 1, COUNT));
  }

  /// {@return the kind as counts and options name it}
  String words() {
    return words;
  }

  /// {@return a part of this kind}
  Part draw(Choices choices, Names names) {
    names.drawn(this);
    return draw.of(choices, names);
  }
}
