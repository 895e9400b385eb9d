package org.hopscotch.harness.rules;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hopscotch.model.schema.Count;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.FieldType.Markers;
import org.hopscotch.model.schema.Hook;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Statement;
import org.hopscotch.model.schema.Subsection;
import org.hopscotch.model.wire.LoaderFamily;
import org.hopscotch.model.wire.Refusal;

/// Writes bodies (wire-format sections 4.1 and 5). Hooks change the memory that is saved.
///
/// @param out gets the bytes
record BodySave(LoaderFamily family, ByteArrayOutputStream out) {
  private static final byte NULL_MARKER = 0x30;
  private static final byte PRESENT_MARKER = 0x31;

  /// Writes one section, struct or subsection as a version.
  void save(Section section, long version, Opaque opaque) {
    run(section.hooks().preSave(), opaque, version);
    try {
      for (Field field : section.fields()) {
        if (Meaning.exists(field, opaque, version)) {
          field(field, opaque);
        } else if (field.type() instanceof FieldType.Validate) {
          throw new RefusedByRulesException(new Refusal.ValidationFailed(field.name()));
        }
      }
      for (Subsection subsection : section.subsections()) {
        if (Meaning.holds(subsection.needed(), opaque, version)) {
          subsection(subsection.section(), opaque);
        }
      }
    } catch (RefusedByRulesException e) {
      if (!e.isDeadly()) {
        opaque.run(section.hooks().postSave(), version);
      }
      throw e;
    }
    run(section.hooks().postSave(), opaque, version);
  }

  private void subsection(Section subsection, Opaque opaque) {
    number(5, 1);
    str8(subsection.name());
    number(subsection.versionId(), 4);
    save(subsection, subsection.versionId(), opaque);
  }

  private void run(Hook hook, Opaque opaque, long version) {
    Optional<Statement> end = opaque.run(hook, version);
    if (end.isPresent() && end.get() instanceof Statement.Refuse refuse) {
      throw new RefusedByRulesException(new Refusal.HookRefused(refuse.words()));
    }
    if (end.isPresent()
        && end.get() instanceof Statement.Return positive
        && family != LoaderFamily.FROM_11_0) {
      throw new RefusedByRulesException(new Refusal.HookRefused("returned " + positive.code()));
    }
  }

  // ---- bytes

  void number(long number, int width) {
    byte[] bytes = new byte[width];
    for (int i = 0; i < width; i++) {
      bytes[i] = (byte) (number >> (8 * (width - 1 - i)));
    }
    out.writeBytes(bytes);
  }

  void bytes(byte... bytes) {
    out.writeBytes(bytes);
  }

  void str8(String text) {
    number(text.length(), 1);
    bytes(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  // ---- fields

  private void field(Field field, Opaque opaque) {
    switch (field.type()) {
      case FieldType.Validate _ -> {}
      case FieldType.Unused _, FieldType.WithTmp _, FieldType.MsixState _, FieldType.Fd _ ->
          element((FieldType.Element) field.type(), Cell.nothing(), opaque);
      case FieldType.Element element -> element(element, opaque.get(field.name()), opaque);
      case FieldType.Array array -> {
        int count = Meaning.count(array.count(), opaque);
        for (int i = 0; i < count; i++) {
          Cell one =
              array.element() instanceof FieldType.Unused
                  ? Cell.nothing()
                  : at(opaque.get(field.name()), array.start() + count, array.start() + i);
          element(array.element(), one, opaque);
        }
      }
      case FieldType.PointerArray pointers -> {
        int count = Meaning.count(pointers.count(), opaque);
        for (int i = 0; i < count; i++) {
          Cell one = at(opaque.get(field.name()), count, i);
          if (one.isNull()) {
            bytes(NULL_MARKER);
          } else {
            if (pointers.markers() == Markers.FOR_EACH) {
              bytes(PRESENT_MARKER);
            }
            element(pointers.element(), one, opaque);
          }
        }
      }
    }
  }

  /// {@return one element of an array that must have so many}
  private static Cell at(Cell array, int needed, int index) {
    if (array instanceof Cell.Elements(List<Cell> cells)) {
      requireHeld(cells.size(), needed);
      return cells.get(index);
    }
    if (array.isNull()) {
      requireHeld(0, needed);
    }
    long[] numbers = array.numbers();
    requireHeld(numbers.length, needed);
    return Cell.of(numbers[index]);
  }

  private static void requireHeld(int held, int needed) {
    if (needed > held) {
      throw new RefusedByRulesException(new Refusal.OutOfBounds(held, needed));
    }
  }

  private void element(FieldType.Element element, Cell cell, Opaque opaque) {
    switch (element) {
      case FieldType.Scalar s -> number(Meaning.kept(s.type(), cell.number()), s.type().width());
      case FieldType.Buffer b -> part(cell, b.start(), Meaning.count(b.length(), opaque));
      case FieldType.Custom c -> part(cell, 0, Meaning.count(c.length(), opaque));
      case FieldType.PciConfig(int length) -> part(cell, 0, length);
      case FieldType.Unused(int length) -> bytes(new byte[length]);
      case FieldType.Bitmap(Count bits) -> {
        int words = Math.ceilDiv(notNegative(Meaning.count(bits, opaque)), 64);
        requireHeld(cell.numbers().length, words);
        for (int i = 0; i < words; i++) {
          number(cell.numbers()[i], 8);
        }
      }
      case FieldType.PciIrqState _ -> {
        requireHeld(cell.numbers().length, FieldType.PciIrqState.PINS);
        for (int pin = 0; pin < FieldType.PciIrqState.PINS; pin++) {
          number(cell.numbers()[pin], 4);
        }
      }
      case FieldType.MsixState _ -> {
        int entries = (int) opaque.get("entries").number();
        if (entries != 0) {
          part(opaque.get("table"), 0, entries * 16);
          part(opaque.get("pba"), 0, Math.ceilDiv(entries, 8));
        }
      }
      case FieldType.Struct(Section section) -> struct(section, section.versionId(), cell, opaque);
      case FieldType.VStruct(Section section, int version) ->
          struct(section, version, cell, opaque);
      case FieldType.WithTmp(Section scratch) ->
          save(scratch, scratch.versionId(), opaque.scratch(scratch));
      case FieldType.List list -> {
        for (Cell node : cell.elements()) {
          number(1, 1);
          struct(list.node(), list.node().versionId(), node, opaque);
        }
        number(0, 1);
      }
      case FieldType.Tree tree -> tree(tree, cell, opaque);
      case FieldType.Fd _ -> throw new RefusedByRulesException(new Refusal.NeedsSocket());
    }
  }

  private void part(Cell cell, int start, int length) {
    byte[] held = cell.bytes();
    requireHeld(held.length, start + notNegative(length));
    bytes(ByteBuffer.allocate(length).put(held, start, length).array());
  }

  private static int notNegative(int length) {
    if (length < 0) {
      throw new RefusedByRulesException(
          new Refusal.ImpossibleLength("buffer", length, Integer.MAX_VALUE));
    }
    return length;
  }

  private void struct(Section section, long version, Cell cell, Opaque opaque) {
    if (cell.isNull()) {
      throw new RefusedByRulesException(new Refusal.OutOfBounds(0, 1));
    }
    save(section, version, opaque.inside(section, cell.struct()));
  }

  private void tree(FieldType.Tree tree, Cell cell, Opaque opaque) {
    List<Cell> nodes = new ArrayList<>(cell.elements());
    number(nodes.size(), 4);
    for (Cell node : nodes) {
      number(1, 1);
      Map<String, Cell> pair = node.struct();
      if (tree.key().isPresent()) {
        Section key = tree.key().get();
        struct(key, key.versionId(), pair.get("key"), opaque);
      } else {
        number(pair.get("key").number(), 8);
      }
      struct(tree.value(), tree.value().versionId(), pair.get("value"), opaque);
    }
    number(0, 1);
  }
}
