package org.hopscotch.model.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hopscotch.model.schema.Evaluation;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.FieldType.Element;
import org.hopscotch.model.schema.ScalarType;
import org.hopscotch.model.schema.Scope;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.state.Value;

/// Saves one element of a field: a scalar, bytes, a struct, a list (wire-format section 5).
final class ElementSaver {
  private final SectionSaver saver;

  ElementSaver(SectionSaver saver) {
    this.saver = saver;
  }

  /// {@return the element at `slot`; `scope` is the struct that its field is in}
  Entries.Saved save(Element element, Slot slot, Scope scope) {
    return switch (element) {
      case FieldType.Scalar s ->
          plain(
              new Body.Scalars(s.type(), Evaluation.stored(s.type(), Kinds.number(slot.value()))));
      case FieldType.Buffer b -> plain(buffer(b, slot.value(), scope));
      case FieldType.Unused u -> plain(new Body.Bytes(new byte[u.bytes()]));
      case FieldType.Bitmap b -> plain(bitmap(b, slot.value(), scope));
      case FieldType.PciConfig p -> plain(new Body.Bytes(bytes(slot.value(), 0, p.bytes())));
      case FieldType.PciIrqState _ -> plain(irqState(slot.value()));
      case FieldType.MsixState _ -> plain(msix(scope));
      case FieldType.Custom c ->
          plain(
              new Body.Opaque(
                  bytes(slot.value(), 0, length(scope.count(c.length()))),
                  "type '" + c.info() + "' is known as bytes only"));
      case FieldType.Struct s -> struct(s.section(), s.section().versionId(), slot, scope);
      case FieldType.VStruct s -> struct(s.section(), s.structVersion(), slot, scope);
      case FieldType.WithTmp t -> scratch(t.scratch(), scope);
      case FieldType.List list -> list(list.node(), slot, scope);
      case FieldType.Tree tree -> tree(tree, slot, scope);
      case FieldType.Fd _ -> throw saver.refused(new Refusal.NeedsSocket());
    };
  }

  private Entries.Saved plain(Body.Content content) {
    long size = BodySize.of(content);
    saver.advance(size);
    return new Entries.Saved(content, size, List.of());
  }

  private Body.Bytes buffer(FieldType.Buffer buffer, Value value, Scope scope) {
    return new Body.Bytes(bytes(value, buffer.start(), length(scope.count(buffer.length()))));
  }

  private int length(int length) {
    if (length < 0) {
      throw saver.refused(new Refusal.ImpossibleLength("buffer", length, Integer.MAX_VALUE));
    }
    return length;
  }

  private byte[] bytes(Value value, int from, int length) {
    byte[] bytes = Kinds.bytes(value);
    requireHeld(bytes.length, (long) from + length);
    return Arrays.copyOfRange(bytes, from, from + length);
  }

  private Body.Scalars bitmap(FieldType.Bitmap bitmap, Value value, Scope scope) {
    int words = Math.ceilDiv(length(scope.count(bitmap.bits())), Long.SIZE);
    long[] held = Kinds.numbers(value);
    requireHeld(held.length, words);
    return new Body.Scalars(ScalarType.UINT64, Arrays.copyOf(held, words));
  }

  private Body.Scalars irqState(Value value) {
    long[] pins = Kinds.numbers(value);
    requireHeld(pins.length, FieldType.PciIrqState.PINS);
    long[] sent = Arrays.copyOf(pins, FieldType.PciIrqState.PINS);
    Arrays.setAll(sent, pin -> ScalarType.UINT32.normalise(sent[pin]));
    return new Body.Scalars(ScalarType.UINT32, sent);
  }

  private Body.MsixState msix(Scope scope) {
    int entries = (int) Kinds.number(scope.get("entries"));
    return new Body.MsixState(
        bytes(scope.get("table"), 0, entries * FieldType.MsixState.ENTRY_BYTES),
        bytes(scope.get("pba"), 0, Math.ceilDiv(entries, Byte.SIZE)));
  }

  private void requireHeld(int held, long needed) {
    if (needed > held) {
      throw saver.refused(new Refusal.OutOfBounds(held, needed));
    }
  }

  private Entries.Saved struct(Section section, int version, Slot slot, Scope scope) {
    if (slot.value().equals(Value.NULL)) {
      throw saver.refused(new Refusal.OutOfBounds(0, 1));
    }
    DeviceState before = Kinds.struct(slot.value());
    Scope child = scope.child(section, before);
    long start = saver.offset();
    Body body = saver.body(section, child, version);
    DeviceState after = child.state();
    if (!after.equals(before)) {
      slot.change(new Value.Struct(after));
    }
    return structured(new Body.Struct(body), start, List.of(body.layout()));
  }

  private Entries.Saved scratch(Section section, Scope scope) {
    long start = saver.offset();
    Body body = saver.body(section, scope.scratch(section), section.versionId());
    return structured(new Body.Struct(body), start, List.of(body.layout()));
  }

  private Entries.Saved structured(
      Body.Content content, long start, List<Description.Vmsd> nested) {
    return new Entries.Saved(content, saver.offset() - start, nested);
  }

  private Entries.Saved list(Section node, Slot slot, Scope scope) {
    long start = saver.offset();
    List<Body> bodies = new ArrayList<>();
    List<Value> after = new ArrayList<>();
    for (Value value : Kinds.elements(slot.value())) {
      saver.advance(1);
      bodies.add(node(node, value, scope, after));
    }
    saver.advance(1);
    slot.change(new Value.Elements(after));
    return structured(new Body.Queue(bodies), start, bodies.stream().map(Body::layout).toList());
  }

  private Body node(Section section, Value value, Scope scope, List<Value> after) {
    Scope child = scope.child(section, Kinds.struct(value));
    Body body = saver.body(section, child, section.versionId());
    after.add(new Value.Struct(child.state()));
    return body;
  }

  private Entries.Saved tree(FieldType.Tree tree, Slot slot, Scope scope) {
    long start = saver.offset();
    List<Body.Node> nodes = new ArrayList<>();
    List<Value> after = new ArrayList<>();
    List<Description.Vmsd> nested = new ArrayList<>();
    saver.advance(Integer.BYTES);
    for (Value value : Kinds.elements(slot.value())) {
      saver.advance(1);
      DeviceState node = Kinds.struct(value);
      List<Value> pair = new ArrayList<>();
      Body.Key key = key(tree, Kinds.member(node, "key"), scope, pair);
      if (key instanceof Body.StructKey struct) {
        nested.add(struct.body().layout());
      }
      Body body = node(tree.value(), Kinds.member(node, "value"), scope, pair);
      nested.add(body.layout());
      nodes.add(new Body.Node(key, body));
      after.add(Kinds.node(pair.getFirst(), pair.getLast()));
    }
    saver.advance(1);
    slot.change(new Value.Elements(after));
    return structured(new Body.Tree(nodes), start, nested);
  }

  private Body.Key key(FieldType.Tree tree, Value key, Scope scope, List<Value> after) {
    if (tree.key().isPresent()) {
      return new Body.StructKey(node(tree.key().get(), key, scope, after));
    }
    saver.advance(Long.BYTES);
    after.add(key);
    return new Body.DirectKey(Kinds.number(key));
  }
}
