package org.hopscotch.harness.planted;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.hopscotch.harness.planted.Distortion.Loading;
import org.hopscotch.harness.planted.Distortion.Received;
import org.hopscotch.harness.planted.Distortion.Saving;
import org.hopscotch.harness.planted.Distortion.Sent;
import org.hopscotch.harness.planted.EngineDefect.Part;
import org.hopscotch.harness.planted.EngineDefect.Shows;
import org.hopscotch.model.schema.Count;
import org.hopscotch.model.schema.Existence;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.FieldType.Markers;
import org.hopscotch.model.schema.FieldType.Storage;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Statement;
import org.hopscotch.model.wire.Body;

/// What there are several of: arrays, buffers, bitmaps, lists, trees, pointers, and the space of
/// what is gone (wire-format sections 4.6, 4.7 and 5).
final class ArrayDefects {
  static final String BITMAP = "bitmap";

  private static final int LONGEST = 64;

  private ArrayDefects() {}

  static List<EngineDefect> all() {
    List<EngineDefect> all = new ArrayList<>();
    all.addAll(arrays());
    all.addAll(lists());
    all.addAll(pointersAndGaps());
    return all;
  }

  private static List<EngineDefect> arrays() {
    return List.of(
        loading(
            "array-loaded-backwards",
            "the elements of an array are loaded from the last to the first",
            new Loading(Schemas.fields(ArrayDefects::backwards))),
        loading(
            "array-loaded-one-short",
            "the last element of an array is not loaded",
            new Loading(Schemas.fieldTypes(type -> longer(type, -1)))),
        new EngineDefect(
            "array-saved-one-short",
            "the last element of an array is not saved",
            Part.SAVING,
            Shows.ON_SOUND,
            new Saving(Schemas.fieldTypes(type -> longer(type, -1)))),
        loading(
            "array-loaded-one-long",
            "one element more than the array has is loaded",
            new Loading(Schemas.fieldTypes(type -> longer(type, 1)))),
        loading(
            "sub-array-start-ignored",
            "a SUB_ARRAY is loaded into the first elements of its array",
            new Loading(Schemas.fieldTypes(ArrayDefects::fromTheFirst))),
        loading(
            "buffer-start-ignored",
            "a BUFFER_START_MIDDLE is loaded into the first bytes of its member",
            new Loading(
                Schemas.elements(element ->
                    element instanceof FieldType.Buffer(Count length, _, Storage storage)
                        ? new FieldType.Buffer(length, 0, storage)
                        : element))),
        loading(
            "multiplier-ignored",
            "MULTIPLY and MULTIPLY_ELEMENTS count once what there is several times",
            new Loading(Schemas.fieldTypes(type -> counted(type, ArrayDefects::once)))),
        loading(
            "count-taken-late",
            "a count that was loaded counts only from the next load on",
            new Loading(Schemas.everySection(ArrayDefects::countedBefore))),
        loading(
            "bitmap-halves-swapped",
            "the words of a bitmap are read as two be32 in the host's order",
            new Received(
                SentItems.values((field, content) ->
                    content instanceof Body.Scalars(var type, long[] words)
                            && field.type().equals(BITMAP)
                        ? new Body.Scalars(
                            type, Arrays.stream(words).map(w -> Long.rotateLeft(w, 32)).toArray())
                        : content))),
        loading(
            "bitmap-words-backwards",
            "the words of a bitmap are read from the last to the first",
            new Received(
                SentItems.values((field, content) ->
                    content instanceof Body.Scalars(var type, long[] words)
                            && field.type().equals(BITMAP)
                        ? new Body.Scalars(type, reversed(words))
                        : content))));
  }

  private static List<EngineDefect> lists() {
    return List.of(
        loading(
            "list-loaded-backwards",
            "each element of a QTAILQ or QLIST that is loaded is put before the last one",
            new Received(
                SentItems.values((_, content) ->
                    content instanceof Body.Queue(List<Body> elements)
                        ? new Body.Queue(elements.reversed())
                        : content))),
        new EngineDefect(
            "list-saved-one-short",
            "the last element of a QTAILQ or QLIST is not saved",
            Part.SAVING,
            Shows.ON_SOUND,
            new Sent(
                SentItems.values((_, content) ->
                    content instanceof Body.Queue(List<Body> elements) && !elements.isEmpty()
                        ? new Body.Queue(elements.subList(0, elements.size() - 1))
                        : content))),
        loading(
            "tree-loaded-backwards",
            "the nodes of a GTREE are sorted by the wrong end of their keys",
            new Received(
                SentItems.values((_, content) ->
                    content instanceof Body.Tree(List<Body.Node> nodes)
                        ? new Body.Tree(nodes.reversed())
                        : content))),
        new EngineDefect(
            "tree-saved-one-short",
            "the last node of a GTREE is not saved, nor counted",
            Part.SAVING,
            Shows.ON_SOUND,
            new Sent(
                SentItems.values((_, content) ->
                    content instanceof Body.Tree(List<Body.Node> nodes) && !nodes.isEmpty()
                        ? new Body.Tree(nodes.subList(0, nodes.size() - 1))
                        : content))));
  }

  private static List<EngineDefect> pointersAndGaps() {
    return List.of(
        loading(
            "null-marker-before-every-pointer",
            "a marker is expected before each element of an array of pointers, as 11 has them",
            new Loading(
                Schemas.fieldTypes(type ->
                    type instanceof FieldType.PointerArray(var element, Count count, _)
                        ? new FieldType.PointerArray(element, count, Markers.FOR_EACH)
                        : type))),
        new EngineDefect(
            "null-marker-not-saved",
            "a NULL pointer of an array is passed over without its marker",
            Part.SAVING,
            Shows.ON_SOUND,
            new Sent(
                SentItems.values((_, content) ->
                    switch (content) {
                      case Body.Markers(boolean[] present) when allFalse(present) ->
                          new Body.Bytes(new byte[0]);
                      case Body.Pointers(_, Body.Content elements) -> elements;
                      default -> content;
                    }))),
        loading(
            "unused-not-skipped",
            "the bytes of UNUSED are not skipped",
            new Loading(
                Schemas.fields(field ->
                    field.type() instanceof FieldType.Unused ? List.of() : List.of(field)))));
  }

  private static EngineDefect loading(String id, String line, Distortion distortion) {
    return new EngineDefect(id, line, Part.LOADING, Shows.ON_SOUND, distortion);
  }

  private static boolean allFalse(boolean[] present) {
    for (boolean one : present) {
      if (one) {
        return false;
      }
    }
    return true;
  }

  private static long[] reversed(long[] words) {
    long[] backwards = new long[words.length];
    Arrays.setAll(backwards, i -> words[words.length - 1 - i]);
    return backwards;
  }

  // ---- fields

  /// An array as so many arrays of one element.
  private static List<Field> backwards(Field field) {
    if (!(field.type()
            instanceof FieldType.Array(var element, Count.Fixed(int n), int start, Storage storage))
        || storage == Storage.ALLOCATED
        || element instanceof FieldType.Unused
        || n > LONGEST) {
      return List.of(field);
    }
    List<Field> one = new ArrayList<>();
    for (int i = n - 1; i >= 0; i--) {
      one.add(
          new Field(
              field.name(),
              new FieldType.Array(element, Count.of(1), start + i, storage),
              field.existence()));
    }
    return one;
  }

  private static FieldType longer(FieldType type, int by) {
    return type instanceof FieldType.Array(var element, Count.Fixed(int n), int start, var storage)
            && n + by > 0
        ? new FieldType.Array(element, Count.of(n + by), start, storage)
        : type;
  }

  private static FieldType fromTheFirst(FieldType type) {
    return type instanceof FieldType.Array(var element, Count count, _, var storage)
        ? new FieldType.Array(element, count, 0, storage)
        : type;
  }

  private static Count once(Count count) {
    return count instanceof Count.OfMember(String member, _)
        ? new Count.OfMember(member, 1)
        : count;
  }

  private static FieldType counted(FieldType type, UnaryOperator<Count> change) {
    return switch (type) {
      case FieldType.Array(var element, Count count, int start, var storage) ->
          new FieldType.Array(element, change.apply(count), start, storage);
      case FieldType.PointerArray(var element, Count count, var markers) ->
          new FieldType.PointerArray(element, change.apply(count), markers);
      case FieldType.Buffer(Count length, int start, var storage) ->
          new FieldType.Buffer(change.apply(length), start, storage);
      case FieldType.Bitmap(Count bits) -> new FieldType.Bitmap(change.apply(bits));
      case FieldType.Custom(String info, Count length) ->
          new FieldType.Custom(info, change.apply(length));
      case FieldType.Element _, FieldType.Validate _ -> type;
    };
  }

  /// A section whose counts are what memory held before its load.
  private static Section countedBefore(Section section) {
    List<Statement> kept = new ArrayList<>();
    List<Field> fields = new ArrayList<>();
    for (Field field : section.fields()) {
      FieldType type =
          counted(
              field.type(),
              count -> {
                if (!(count instanceof Count.OfMember(String member, int times))) {
                  return count;
                }
                String own = DefectiveInstance.OWN + member;
                kept.add(new Statement.Assignment(own, new Expression.Member(member)));
                return new Count.OfMember(own, times);
              });
      fields.add(new Field(field.name(), type, field.existence()));
    }
    return kept.isEmpty() ? section : HookDefects.before(section.withFields(fields), kept);
  }

  static boolean isTested(Field field) {
    return field.existence() instanceof Existence.Test;
  }
}
