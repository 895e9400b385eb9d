package org.hopscotch.generators;

import java.util.List;

/// What a drawn section may have, in the order of simplicity. A {@linkplain
/// org.hopscotch.generators.choice.Choices#swarm swarm} switches some of it off.
@SuppressWarnings("EnumOrdinal") // Swarms are masks of this very order.
public enum SectionFeature {
  // What travels.
  SCALAR,
  BUFFER,
  STRUCT,
  UNUSED,
  BITMAP,
  CHECKED,
  VSTRUCT,
  QTAILQ,
  QLIST,
  TREE,
  SCRATCH,
  PCI_CONFIG,
  PCI_IRQ,
  MSIX,
  CUSTOM,
  VALIDATE,
  PACKED,
  FD,
  // How many of it.
  ARRAY,
  VARRAY,
  SUB_ARRAY,
  ALLOCATED,
  POINTERS,
  MARKED_POINTERS,
  // When, and what happens around it.
  SINCE,
  TEST,
  SAME_NAME,
  SUBSECTION,
  HOOKS;

  /// How many there are.
  static final int COUNT = values().length;

  /// How many kinds of element there are: all before {@link #ARRAY}.
  static final int ELEMENTS = ARRAY.ordinal();

  /// How many ways to have several there are, with the one of having one.
  static final int SHAPES = SINCE.ordinal() - ARRAY.ordinal() + 1;

  private static final List<SectionFeature> ALL = List.of(values());

  /// {@return the feature at a place, from 0}
  static SectionFeature at(int place) {
    return ALL.get(place);
  }

  boolean in(long swarm) {
    return (swarm >>> ordinal() & 1) != 0;
  }

  long bit() {
    return 1L << ordinal();
  }
}
