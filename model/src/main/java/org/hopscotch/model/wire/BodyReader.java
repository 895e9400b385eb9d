package org.hopscotch.model.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hopscotch.model.schema.ScalarType;

/// Reads a section's body by a description into typed content, which {@link BodyWriter} writes
/// back.
///
/// A stream's own description says exactly what was written. The description of another stream, a
/// *likeness*, says the same about the fields, but its guest may have had other subsections, other
/// list lengths: those are then found as a loader finds them, by their frames and marks.
final class BodyReader {
  private static final int DEEPEST = 64;

  private final WireInput in;
  private final NullChoices nulls;
  private final Optional<Likenesses> likenesses;

  private BodyReader(WireInput in, NullChoices nulls, Optional<Likenesses> likenesses) {
    this.in = in;
    this.nulls = nulls;
    this.likenesses = likenesses;
  }

  /// Reads a body that its own stream describes.
  static BodyReader described(WireInput in, NullChoices nulls) {
    return new BodyReader(in, nulls, Optional.empty());
  }

  /// Reads a body that other streams' descriptions may fit.
  static BodyReader alike(WireInput in, Likenesses likenesses) {
    return new BodyReader(in, NullChoices.none(), Optional.of(likenesses));
  }

  /// {@return whether a described type is bytes and nothing else}
  static boolean isBytes(String type) {
    return switch (type) {
      case "buffer", "unused_buffer", "pci config" -> true;
      default -> false;
    };
  }

  static String unknownType(String type) {
    return "type '" + type + "' describes only its size";
  }

  /// {@return `elements` alone when all are present, else with their NULLs}
  static Body.Content pointers(boolean[] present, Body.Content elements) {
    for (boolean one : present) {
      if (!one) {
        return new Body.Pointers(present, elements);
      }
    }
    return elements;
  }

  /// Reads the fields and subsections of `layout`.
  ///
  /// @throws RefusedException when the bytes do not lie as described
  Body read(Description.Vmsd layout) {
    if (in.depth() > DEEPEST) {
      throw in.refused(new Refusal.TooDeep(DEEPEST));
    }
    List<Body.Content> values = new ArrayList<>(layout.fields().size());
    for (int i = 0; i < layout.fields().size(); i++) {
      in.step();
      in.enter(layout.fields().get(i).name());
      values.add(field(PointerRuns.entry(layout.fields(), i)));
      in.leave();
    }
    List<Body> subsections =
        likenesses.map(known -> framed(layout, known)).orElseGet(() -> announced(layout));
    return new Body(
        new Description.Vmsd(
            layout.name(),
            layout.version(),
            layout.fields(),
            subsections.stream().map(Body::layout).toList()),
        values,
        subsections);
  }

  /// The subsections that the stream's own description lists, in its order.
  private List<Body> announced(Description.Vmsd layout) {
    List<Body> subsections = new ArrayList<>(layout.subsections().size());
    for (Description.Vmsd subsection : layout.subsections()) {
      in.enter(subsection.name());
      expect(in.u8() == BodyWriter.SUBSECTION, "subsection " + subsection.name());
      expect(in.str8().equals(subsection.name()), "subsection " + subsection.name());
      expect(in.be32() == subsection.version(), "version " + subsection.version());
      subsections.add(read(subsection));
      in.leave();
    }
    return subsections;
  }

  /// The subsections that lie here by their frames, of those that are known.
  private List<Body> framed(Description.Vmsd layout, Likenesses known) {
    List<Body> subsections = new ArrayList<>();
    while (in.peek(0) == BodyWriter.SUBSECTION) {
      String name = in.peekText(2, Math.max(in.peek(1), 0));
      if (!name.startsWith(layout.name() + "/")) {
        break;
      }
      in.enter(name);
      long version = in.peekInteger(2 + name.length(), Integer.BYTES);
      Description.Vmsd subsection =
          known
              .subsection(layout, name, version)
              .orElseThrow(() -> in.refused(new Refusal.UnknownSubsection(name)));
      in.skip(2 + name.length() + Integer.BYTES);
      subsections.add(read(subsection));
      in.leave();
    }
    return subsections;
  }

  private Body.Content field(Description.Field field) {
    long start = in.offset();
    Body.Content content =
        switch (field.type()) {
          case "struct", "vstruct", "tmp" -> struct(field);
          case "nullptr", "ptr-marker" -> markers(field);
          case "qtailq", "qlist" -> queue(field);
          case "gtree" -> tree(field);
          case "virtio" -> virtio(field);
          case "bitmap" -> bitmap(field);
          case "pci irq state" -> scalars(ScalarType.UINT32, 4 * field.count());
          case "msix state" -> msix(field);
          case "capability" -> new Body.Text(in.str8());
          case "scsi-requests" -> scsiRequests(field);
          default -> plain(field);
        };
    long expected = field.size() * field.count();
    boolean exact = likenesses.isEmpty() && !(content instanceof Body.Pointers);
    expect(!exact || in.offset() - start == expected, expected + " bytes");
    return content;
  }

  private Body.Content plain(Description.Field field) {
    if (isBytes(field.type())) {
      return new Body.Bytes(raw(field));
    }
    Optional<ScalarType> scalar = ScalarType.named(field.type());
    if (scalar.isEmpty()) {
      return new Body.Opaque(raw(field), unknownType(field.type()));
    }
    ScalarType type = scalar.get();
    boolean firstIsNull = field.size() == 1 && type.width() > 1;
    expect(firstIsNull || field.size() == type.width(), type.width() + " bytes an element");
    if (!field.isArray()) {
      return firstIsNull ? markers(field) : scalars(type, 1);
    }
    in.requireElements(field.name(), field.count(), 1);
    boolean[] present = new boolean[(int) field.count()];
    long[] values = new long[(int) Math.min(present.length, in.remaining() / type.width() + 1L)];
    int filled = 0;
    for (int i = 0; i < present.length; i++) {
      if (nulls.nextIsNull(in)) {
        in.skip(1);
      } else {
        present[i] = true;
        values[filled++] = type.normalise(in.integer(type.width()));
      }
    }
    return pointers(present, new Body.Scalars(type, Arrays.copyOf(values, filled)));
  }

  private byte[] raw(Description.Field field) {
    long length = field.size() * field.count();
    in.requireElements(field.name(), length, 1);
    return in.bytes(length);
  }

  private Body.Scalars scalars(ScalarType type, long count) {
    if (count > 1) {
      in.requireElements(type.wireName(), count, type.width());
    }
    long[] values = new long[(int) count];
    for (int i = 0; i < values.length; i++) {
      values[i] = type.normalise(in.integer(type.width()));
    }
    return new Body.Scalars(type, values);
  }

  private Body.Content bitmap(Description.Field field) {
    long length = field.size() * field.count();
    expect(length % Long.BYTES == 0, "whole 64-bit words");
    return scalars(ScalarType.UINT64, length / Long.BYTES);
  }

  private Body.Content struct(Description.Field field) {
    if (field.nested().isEmpty()) {
      // Up to QEMU 9.1 a NULL pointer is shown as a struct without content.
      return markers(field);
    }
    if (field.isArray()) {
      return new ColumnReader(in, nulls).read(field);
    }
    return new Body.Struct(read(field.nested().getFirst()));
  }

  private Body.Content markers(Description.Field field) {
    in.requireElements(field.name(), field.count(), 1);
    boolean[] present = new boolean[(int) field.count()];
    for (int i = 0; i < present.length; i++) {
      int marker = in.peek(0);
      present[i] = marker == BodyWriter.PRESENT_MARKER && field.type().equals("ptr-marker");
      if (!present[i] && marker != BodyWriter.NULL_MARKER) {
        throw in.refused(new Refusal.UnexpectedMarker(marker));
      }
      in.skip(1);
    }
    return new Body.Markers(present);
  }

  private Body.Content queue(Description.Field field) {
    List<Body> elements = new ArrayList<>();
    while (another()) {
      elements.add(read(element(field, elements.size())));
    }
    expect(
        likenesses.isPresent() || elements.size() == field.nested().size(),
        field.nested().size() + " elements");
    return new Body.Queue(elements);
  }

  /// The mark before each element of a list, or after the last.
  private boolean another() {
    in.step();
    int mark = in.u8();
    expect(mark <= 1, "mark 0 or 1");
    return mark == 1;
  }

  /// The layout of list element `index`; in a likeness all elements are like its first.
  private Description.Vmsd element(Description.Field field, int index) {
    int known = likenesses.isPresent() ? 0 : index;
    expect(known < field.nested().size(), field.nested().size() + " elements");
    return field.nested().get(known);
  }

  private Body.Content tree(Description.Field field) {
    long announced = in.be32();
    in.requireElements(field.name(), announced, 1);
    boolean structKeys = field.nested().size() == 2 * announced && announced > 0;
    List<Body.Node> nodes = new ArrayList<>();
    int described = 0;
    while (another()) {
      Body.Key key =
          structKeys
              ? new Body.StructKey(read(element(field, described++)))
              : new Body.DirectKey(in.be64());
      nodes.add(new Body.Node(key, read(element(field, described++))));
    }
    expect(nodes.size() == announced, announced + " nodes");
    return new Body.Tree(nodes);
  }

  private Body.Content virtio(Description.Field field) {
    long length = field.size() * field.count();
    if (likenesses.isPresent()) {
      // Mostly it is all that the section has, with its own number of queues and subsections.
      long start = in.offset();
      if (VirtioReader.read(in.slice(in.remaining())) instanceof Body.Struct all) {
        return all;
      }
      in.moveTo(start);
    }
    in.requireElements(field.name(), length, 1);
    return VirtioReader.read(in.slice((int) length));
  }

  /// A table of 16 bytes an entry, then one pending bit an entry in whole bytes.
  private Body.Content msix(Description.Field field) {
    int entries = (int) (field.size() * Byte.SIZE / (16 * Byte.SIZE + 1));
    int pending = Math.ceilDiv(entries, Byte.SIZE);
    if (field.isArray() || 16L * entries + pending != field.size()) {
      return new Body.Opaque(raw(field), "no whole number of MSI-X entries");
    }
    in.requireElements(field.name(), field.size(), 1);
    return new Body.MsixState(in.bytes(16L * entries), in.bytes(pending));
  }

  private Body.Content scsiRequests(Description.Field field) {
    // One zero byte ends the list of requests; what a request holds, its host adapter decides.
    return field.size() == 1 && in.peek(0) == 0
        ? queue(new Description.Field(field.name(), field.type(), field.size()))
        : new Body.Opaque(raw(field), unknownType(field.type()));
  }

  private void expect(boolean condition, String what) {
    if (!condition) {
      throw in.refused(new Refusal.DescriptionMismatch(what));
    }
  }
}
