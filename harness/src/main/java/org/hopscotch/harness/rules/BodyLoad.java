package org.hopscotch.harness.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.FieldType.Markers;
import org.hopscotch.model.schema.FieldType.Storage;
import org.hopscotch.model.schema.Hook;
import org.hopscotch.model.schema.LoadStateOld;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Statement;
import org.hopscotch.model.schema.Subsection;
import org.hopscotch.model.wire.LoaderFamily;
import org.hopscotch.model.wire.Refusal;

/// Reads bodies into memory (wire-format sections 4.2 to 4.7).
record BodyLoad(LoaderFamily family, Tape tape) {
  private static final int SUBSECTION = 0x05;
  private static final int NULL_MARKER = 0x30;
  private static final int PRESENT_MARKER = 0x31;

  /// Loads one section, struct or subsection.
  ///
  /// @return what QEMU's function returns: 0, or a hook's positive result
  int load(Section section, long version, Opaque opaque) {
    if (version > section.versionId()) {
      throw new RefusedByRulesException(
          new Refusal.TooNew(section.name(), version, section.versionId()));
    }
    if (version < section.minimumVersionId()) {
      Optional<LoadStateOld> old = section.loadStateOld();
      if (old.isPresent() && version >= old.get().minimumVersionId()) {
        fields(old.get().fields(), version, opaque);
        return run(old.get().then(), version, opaque);
      }
      throw new RefusedByRulesException(
          new Refusal.TooOld(section.name(), version, section.minimumVersionId()));
    }
    int before = run(section.hooks().preLoad(), version, opaque);
    if (before != 0) {
      return before;
    }
    fields(section.fields(), version, opaque);
    int inside = subsections(section, opaque);
    if (inside != 0) {
      return inside;
    }
    return run(section.hooks().postLoad(), version, opaque);
  }

  /// {@return a hook's result, which is never positive from 11.0 on}
  private int run(Hook hook, long version, Opaque opaque) {
    Optional<Statement> end = opaque.run(hook, version);
    if (end.isPresent() && end.get() instanceof Statement.Refuse refuse) {
      throw new RefusedByRulesException(new Refusal.HookRefused(refuse.words()));
    }
    return end.isPresent()
            && end.get() instanceof Statement.Return positive
            && family != LoaderFamily.FROM_11_0
        ? positive.code()
        : 0;
  }

  /// Wire-format section 4.4.
  private int subsections(Section section, Opaque opaque) {
    while (tape.peek(0) == SUBSECTION) {
      int length = tape.peek(1);
      if (length < section.name().length() + 1 || tape.left() < 2 + length) {
        return 0;
      }
      String name = tape.peekText(2, length);
      if (!name.startsWith(section.name())) {
        return 0;
      }
      Optional<Section> declared = Optional.empty();
      for (Subsection subsection : section.subsections()) {
        if (declared.isEmpty() && subsection.section().name().equals(name)) {
          declared = Optional.of(subsection.section());
        }
      }
      if (declared.isEmpty()) {
        throw new RefusedByRulesException(new Refusal.UnknownSubsection(name));
      }
      tape.take(2 + length);
      int result = load(declared.get(), tape.number(4) & 0xff, opaque);
      if (result != 0) {
        return result;
      }
    }
    return 0;
  }

  private void fields(List<Field> fields, long version, Opaque opaque) {
    for (Field field : fields) {
      tape.work();
      if (Meaning.exists(field, opaque, version)) {
        field(field, opaque);
      } else if (field.type() instanceof FieldType.Validate) {
        throw new RefusedByRulesException(new Refusal.ValidationFailed(field.name()));
      }
    }
  }

  private void field(Field field, Opaque opaque) {
    ElementLoad elements = new ElementLoad(this, field.version(), opaque);
    switch (field.type()) {
      case FieldType.Validate _ -> {}
      case FieldType.Unused _, FieldType.WithTmp _, FieldType.MsixState _ ->
          elements.load((FieldType.Element) field.type(), Cell.nothing());
      case FieldType.Element element -> {
        Cell local =
            Paths.find(opaque.members(), field.name()).orElseGet(() -> Zeros.element(element));
        put(field, opaque, elements.load(element, local));
      }
      case FieldType.Array array -> array(field, array, opaque, elements);
      case FieldType.PointerArray pointers -> pointers(field, pointers, opaque, elements);
    }
  }

  private static void put(Field field, Opaque opaque, Cell cell) {
    Paths.put(opaque.members(), field.name(), cell);
  }

  /// Where C would write behind the end of an array, it grows.
  private void array(Field field, FieldType.Array array, Opaque opaque, ElementLoad elements) {
    int count = Meaning.count(array.count(), opaque);
    if (array.element() instanceof FieldType.Unused(int bytes)) {
      tape.take((long) Math.max(count, 0) * bytes);
      return;
    }
    Optional<Cell> local = Paths.find(opaque.members(), field.name());
    if (array.storage() == Storage.ALLOCATED && count > 0) {
      local = Optional.empty();
    }
    Cell all = local.orElseGet(() -> Zeros.array(array));
    for (int i = array.start(); i < array.start() + count; i++) {
      tape.work();
      all = Grown.to(i + 1, all, array.element());
      Grown.set(all, i, elements.load(array.element(), Grown.get(all, i)));
    }
    put(field, opaque, all);
  }

  /// Wire-format section 4.7.
  private void pointers(
      Field field, FieldType.PointerArray array, Opaque opaque, ElementLoad elements) {
    int count = Meaning.count(array.count(), opaque);
    Cell all =
        Paths.find(opaque.members(), field.name())
            .orElseGet(() -> new Cell.Elements(new ArrayList<>()));
    List<Cell> cells = all.elements();
    for (int i = 0; i < count; i++) {
      tape.work();
      if (i == cells.size()) {
        cells.add(Cell.nothing());
      }
      Cell local = cells.get(i);
      if (array.markers() == Markers.FOR_NULL && !local.isNull()) {
        cells.set(i, elements.load(array.element(), local));
        continue;
      }
      int marker = (int) tape.number(1);
      if (marker == PRESENT_MARKER && array.markers() == Markers.FOR_EACH) {
        cells.set(i, elements.load(array.element(), Zeros.element(array.element())));
      } else if (marker == NULL_MARKER) {
        cells.set(i, Cell.nothing());
      } else {
        throw new RefusedByRulesException(new Refusal.UnexpectedMarker(marker));
      }
    }
    put(field, opaque, all);
  }
}
