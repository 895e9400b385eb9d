package org.hopscotch.model.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hopscotch.model.schema.Count;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.FieldType.Element;
import org.hopscotch.model.schema.FieldType.Storage;
import org.hopscotch.model.schema.ScalarType;
import org.hopscotch.model.schema.Scope;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.ZeroedMemory;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.state.Value;

/// Loads one element of a field, with its checks (wire-format section 5).
final class ElementLoader {
  private final WireInput in;
  private final SectionLoader sections;

  ElementLoader(WireInput in, SectionLoader sections) {
    this.in = in;
    this.sections = sections;
  }

  /// Loads an element.
  ///
  /// @param version of the field, for the types that load with it
  /// @param local what is in its place
  /// @return what is there afterwards; empty when nothing is stored under the field's name
  Optional<Value> load(Element element, int version, Optional<Value> local, Scope scope) {
    return switch (element) {
      case FieldType.Scalar s ->
          Optional.of(Value.of(scalar(s.type(), local.map(Kinds::number).orElse(0L))));
      case FieldType.Buffer b -> Optional.of(buffer(b, local, scope));
      case FieldType.Unused u -> {
        in.skip(u.bytes());
        yield Optional.empty();
      }
      case FieldType.Bitmap b -> Optional.of(bitmap(b, local, scope));
      case FieldType.Struct s ->
          Optional.of(struct(s.section(), s.section().versionId(), local, scope));
      case FieldType.VStruct s -> Optional.of(struct(s.section(), s.structVersion(), local, scope));
      case FieldType.WithTmp t -> {
        sections.load(t.scratch(), version, scope.scratch(t.scratch()));
        yield Optional.empty();
      }
      case FieldType.List list -> Optional.of(list(list, version, local, scope));
      case FieldType.Tree tree -> Optional.of(tree(tree, version, local, scope));
      case FieldType.Fd _ -> throw in.refused(new Refusal.NeedsSocket());
      case FieldType.PciConfig p -> Optional.of(pciConfig(p, local, scope));
      case FieldType.PciIrqState _ -> Optional.of(irqState());
      case FieldType.MsixState _ -> {
        msix(scope);
        yield Optional.empty();
      }
      case FieldType.Custom c -> Optional.of(new Value.Bytes(raw(c.info(), c.length(), scope)));
    };
  }

  /// Loads a number.
  ///
  /// @param local what the checked types compare with
  long scalar(ScalarType type, long local) {
    long offset = in.offset();
    long received = type.normalise(in.integer(type.width()));
    return switch (type) {
      case BOOL -> received == 0 ? 0 : 1;
      case UINT8_EQUAL, UINT16_EQUAL, INT32_EQUAL, UINT32_EQUAL, UINT64_EQUAL -> {
        if (received != type.normalise(local)) {
          throw in.refused(offset, new Refusal.NotEqual(local, received));
        }
        yield received;
      }
      case INT32_POSITIVE_LE -> {
        if (received < 0 || received > local) {
          throw in.refused(offset, new Refusal.NotPositiveLessOrEqual(local, received));
        }
        yield received;
      }
      case INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32, UINT64, TIMER, CPU_DOUBLE, FLOAT64 ->
          received;
    };
  }

  // ---- bytes and words

  private byte[] raw(String of, Count count, Scope scope) {
    int length = scope.count(count);
    in.requireElements(of, length, 1);
    return in.bytes(length);
  }

  private Value buffer(FieldType.Buffer buffer, Optional<Value> local, Scope scope) {
    byte[] received = raw("buffer", buffer.length(), scope);
    boolean kept = buffer.storage() == Storage.KEPT || received.length == 0;
    byte[] before = local.filter(_ -> kept).map(Kinds::bytes).orElse(new byte[0]);
    int end = buffer.start() + received.length;
    byte[] after = Arrays.copyOf(before, Math.max(before.length, end));
    System.arraycopy(received, 0, after, buffer.start(), received.length);
    return new Value.Bytes(after);
  }

  private Value bitmap(FieldType.Bitmap bitmap, Optional<Value> local, Scope scope) {
    int bits = scope.count(bitmap.bits());
    int words = bits < 0 ? bits : Math.ceilDiv(bits, Long.SIZE);
    in.requireElements("bitmap", words, Long.BYTES);
    long[] before = local.map(Kinds::numbers).orElse(new long[0]);
    long[] after = Arrays.copyOf(before, Math.max(before.length, words));
    for (int i = 0; i < words; i++) {
      after[i] = in.be64();
    }
    return new Value.Numbers(after);
  }

  // ---- structs, lists, trees

  private Value struct(Section section, int version, Optional<Value> local, Scope scope) {
    if (local.filter(Value.NULL::equals).isPresent()) {
      throw in.refused(new Refusal.OutOfBounds(0, 1));
    }
    DeviceState before = local.map(Kinds::struct).orElseGet(() -> ZeroedMemory.of(section));
    Scope child = scope.child(section, before);
    sections.load(section, version, child);
    return new Value.Struct(child.state());
  }

  /// A hook's positive result ends the list, and is no failure.
  private Value list(FieldType.List list, int version, Optional<Value> local, Scope scope) {
    sections.requireVersion(list.node(), version);
    List<Value> received = new ArrayList<>();
    while (in.u8() != 0) {
      in.step();
      in.enter(Integer.toString(received.size()));
      Scope node = scope.child(list.node(), ZeroedMemory.of(list.node()));
      int result = sections.load(list.node(), version, node);
      in.leave();
      if (result != 0) {
        break;
      }
      received.add(new Value.Struct(node.state()));
    }
    List<Value> all = new ArrayList<>(local.map(Kinds::elements).orElse(List.of()));
    switch (list.kind()) {
      case QTAILQ -> all.addAll(received);
      case QLIST -> all.addAll(0, received);
    }
    return new Value.Elements(all);
  }

  /// A node with the key of one that is there replaces it; others are added behind.
  private Value tree(FieldType.Tree tree, int version, Optional<Value> local, Scope scope) {
    tree.key().ifPresent(key -> sections.requireVersion(key, version));
    sections.requireVersion(tree.value(), version);
    Map<Value, Value> nodes = new LinkedHashMap<>();
    for (Value node : local.map(Kinds::elements).orElse(List.of())) {
      nodes.put(Kinds.member(Kinds.struct(node), "key"), Kinds.member(Kinds.struct(node), "value"));
    }
    int announced = (int) in.be32();
    int count = 0;
    while (in.u8() != 0) {
      in.step();
      if (++count > announced) {
        break;
      }
      in.enter(Integer.toString(count - 1));
      boolean whole = node(tree, version, scope, nodes);
      in.leave();
      if (!whole) {
        return treeOf(nodes);
      }
    }
    if (count != announced) {
      throw in.refused(new Refusal.InconsistentTree(Integer.toUnsignedLong(announced)));
    }
    return treeOf(nodes);
  }

  /// {@return whether the node was loaded; a hook's positive result ends the tree}
  private boolean node(FieldType.Tree tree, int version, Scope scope, Map<Value, Value> nodes) {
    Value key = Value.NULL;
    if (tree.key().isPresent()) {
      Section section = tree.key().get();
      Scope child = scope.child(section, ZeroedMemory.of(section));
      if (sections.load(section, version, child) != 0) {
        return false;
      }
      key = new Value.Struct(child.state());
    } else {
      key = Value.of(in.be64());
    }
    Scope child = scope.child(tree.value(), ZeroedMemory.of(tree.value()));
    if (sections.load(tree.value(), version, child) != 0) {
      return false;
    }
    nodes.put(key, new Value.Struct(child.state()));
    return true;
  }

  private static Value treeOf(Map<Value, Value> nodes) {
    List<Value> all = new ArrayList<>();
    nodes.forEach((key, value) -> all.add(Kinds.node(key, value)));
    return new Value.Elements(all);
  }

  // ---- PCI

  private Value pciConfig(FieldType.PciConfig config, Optional<Value> local, Scope scope) {
    long start = in.offset();
    byte[] received = in.bytes(config.bytes());
    byte[] device = local.map(Kinds::bytes).orElse(new byte[0]);
    byte[] fixed = mask("cmask", scope);
    byte[] writable = mask("wmask", scope);
    byte[] clearable = mask("w1cmask", scope);
    for (int i = 0; i < received.length; i++) {
      int compared = at(fixed, i) & ~at(writable, i) & ~at(clearable, i);
      if (((at(received, i) ^ at(device, i)) & compared) != 0) {
        throw in.refused(
            start + i,
            new Refusal.BadPciConfig(
                i,
                at(received, i),
                at(device, i),
                at(fixed, i),
                at(writable, i),
                at(clearable, i)));
      }
    }
    return new Value.Bytes(received);
  }

  private static byte[] mask(String member, Scope scope) {
    return scope.find(member).map(Kinds::bytes).orElse(new byte[0]);
  }

  private static int at(byte[] bytes, int index) {
    return index < bytes.length ? bytes[index] & 0xff : 0;
  }

  private Value irqState() {
    long[] pins = new long[FieldType.PciIrqState.PINS];
    for (int pin = 0; pin < pins.length; pin++) {
      long offset = in.offset();
      pins[pin] = in.be32();
      if (pins[pin] > 1) {
        throw in.refused(offset, new Refusal.BadIrqState(pin, pins[pin]));
      }
    }
    return new Value.Numbers(pins);
  }

  private void msix(Scope scope) {
    int entries = (int) Kinds.number(scope.get("entries"));
    in.requireElements("msix", entries, FieldType.MsixState.ENTRY_BYTES);
    scope.set("table", new Value.Bytes(in.bytes((long) entries * FieldType.MsixState.ENTRY_BYTES)));
    scope.set("pba", new Value.Bytes(in.bytes(Math.ceilDiv(entries, Byte.SIZE))));
  }
}
