package org.hopscotch.harness.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hopscotch.model.schema.Count;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.FieldType.Storage;
import org.hopscotch.model.schema.ScalarType;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.state.Value;
import org.hopscotch.model.wire.Refusal;

/// Reads single elements of a field (wire-format section 5).
///
/// @param version of the field
/// @param opaque the struct that it is in
record ElementLoad(BodyLoad bodies, int version, Opaque opaque) {

  /// {@return what is in memory afterwards, often the same cell with other content}
  Cell load(FieldType.Element element, Cell local) {
    return switch (element) {
      case FieldType.Scalar(ScalarType type) -> Cell.of(scalar(type, local.number()));
      case FieldType.Buffer buffer -> buffer(buffer, local);
      case FieldType.Unused(int length) -> {
        tape().take(length);
        yield local;
      }
      case FieldType.Bitmap(Count bits) -> {
        int count = Meaning.count(bits, opaque);
        tape().take(Math.min(count, 0));
        int words = Math.ceilDiv(count, 64);
        long[] held = local.numbers().clone();
        for (int i = 0; i < words; i++) {
          held = i < held.length ? held : Arrays.copyOf(held, i + 1);
          held[i] = tape().number(8);
        }
        yield new Cell.Leaf(new Value.Numbers(held));
      }
      case FieldType.Struct(Section section) -> struct(section, section.versionId(), local);
      case FieldType.VStruct(Section section, int fixed) -> struct(section, fixed, local);
      case FieldType.WithTmp(Section scratch) -> {
        bodies.load(scratch, version, opaque.scratch(scratch));
        yield local;
      }
      case FieldType.List list -> list(list, local);
      case FieldType.Tree tree -> tree(tree, local);
      case FieldType.Fd _ -> throw new RefusedByRulesException(new Refusal.NeedsSocket());
      case FieldType.PciConfig(int length) -> pciConfig(length, local);
      case FieldType.PciIrqState _ -> irqState();
      case FieldType.MsixState _ -> {
        msix();
        yield local;
      }
      case FieldType.Custom custom -> bytes(tape().take(Meaning.count(custom.length(), opaque)));
    };
  }

  private Tape tape() {
    return bodies.tape();
  }

  private static Cell bytes(byte... bytes) {
    return new Cell.Leaf(new Value.Bytes(bytes));
  }

  private long scalar(ScalarType type, long local) {
    long received = Meaning.kept(type, tape().number(type.width()));
    switch (type) {
      case UINT8_EQUAL, UINT16_EQUAL, INT32_EQUAL, UINT32_EQUAL, UINT64_EQUAL -> {
        if (received != Meaning.kept(type, local)) {
          throw new RefusedByRulesException(
              new Refusal.NotEqual(Meaning.kept(type, local), received));
        }
      }
      case INT32_POSITIVE_LE -> {
        if (received < 0 || received > local) {
          throw new RefusedByRulesException(new Refusal.NotPositiveLessOrEqual(local, received));
        }
      }
      case BOOL, INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32, UINT64 -> {}
      case TIMER, CPU_DOUBLE, FLOAT64 -> {}
    }
    return received;
  }

  private Cell buffer(FieldType.Buffer buffer, Cell local) {
    byte[] received = tape().take(Meaning.count(buffer.length(), opaque));
    boolean allocated = buffer.storage() == Storage.ALLOCATED && received.length > 0;
    byte[] held = allocated ? new byte[0] : local.bytes();
    byte[] after = Arrays.copyOf(held, Math.max(held.length, buffer.start() + received.length));
    for (int i = 0; i < received.length; i++) {
      after[buffer.start() + i] = received[i];
    }
    return bytes(after);
  }

  private Cell struct(Section section, int structVersion, Cell local) {
    if (local.isNull()) {
      throw new RefusedByRulesException(new Refusal.OutOfBounds(0, 1));
    }
    bodies.load(section, structVersion, opaque.inside(section, local.struct()));
    return local;
  }

  // ---- lists and trees

  private void requireVersion(Section node) {
    if (version > node.versionId()) {
      throw new RefusedByRulesException(new Refusal.TooNew(node.name(), version, node.versionId()));
    }
    if (version < node.minimumVersionId()) {
      throw new RefusedByRulesException(
          new Refusal.TooOld(node.name(), version, node.minimumVersionId()));
    }
  }

  /// {@return whether a new node was loaded; a hook's positive result ends the list (section 15)}
  private boolean node(Section section, Map<String, Cell> members) {
    return bodies.load(section, version, opaque.inside(section, members)) == 0;
  }

  private Cell list(FieldType.List list, Cell local) {
    requireVersion(list.node());
    List<Cell> received = new ArrayList<>();
    while (tape().number(1) != 0) {
      tape().work();
      Map<String, Cell> members = Zeros.members(list.node());
      if (!node(list.node(), members)) {
        break;
      }
      received.add(new Cell.Struct(members));
    }
    switch (list.kind()) {
      case QTAILQ -> local.elements().addAll(received);
      case QLIST -> local.elements().addAll(0, received);
    }
    return local;
  }

  private Cell tree(FieldType.Tree tree, Cell local) {
    if (tree.key().isPresent()) {
      requireVersion(tree.key().get());
    }
    requireVersion(tree.value());
    long announced = tape().number(4);
    long count = 0;
    while (tape().number(1) != 0) {
      tape().work();
      count++;
      if (count > (int) announced) {
        break;
      }
      Cell key;
      if (tree.key().isPresent()) {
        Map<String, Cell> members = Zeros.members(tree.key().get());
        if (!node(tree.key().get(), members)) {
          return local;
        }
        key = new Cell.Struct(members);
      } else {
        key = Cell.of(tape().number(8));
      }
      Map<String, Cell> value = Zeros.members(tree.value());
      if (!node(tree.value(), value)) {
        return local;
      }
      insert(local.elements(), key, new Cell.Struct(value));
    }
    if (count != (int) announced) {
      throw new RefusedByRulesException(new Refusal.InconsistentTree(announced));
    }
    return local;
  }

  /// A node with the same key gets the value; else there is a new one.
  private static void insert(List<Cell> nodes, Cell key, Cell value) {
    for (Cell node : nodes) {
      if (node.struct().get("key").value().equals(key.value())) {
        node.struct().put("value", value);
        return;
      }
    }
    Map<String, Cell> pair = new LinkedHashMap<>();
    pair.put("key", key);
    pair.put("value", value);
    nodes.add(new Cell.Struct(pair));
  }

  // ---- PCI

  private Cell pciConfig(int length, Cell local) {
    byte[] received = tape().take(length);
    byte[] ours = local.bytes();
    byte[] check = mask("cmask");
    byte[] write = mask("wmask");
    byte[] clear = mask("w1cmask");
    for (int i = 0; i < length; i++) {
      int compared = at(check, i) & ~at(write, i) & ~at(clear, i);
      int read = received[i] & 0xff;
      int device = at(ours, i);
      if ((read & compared) != (device & compared)) {
        throw new RefusedByRulesException(
            new Refusal.BadPciConfig(i, read, device, at(check, i), at(write, i), at(clear, i)));
      }
    }
    return bytes(received);
  }

  private byte[] mask(String member) {
    return opaque.find(member).map(Cell::bytes).orElse(new byte[0]);
  }

  private static int at(byte[] bytes, int index) {
    return index < bytes.length ? bytes[index] & 0xff : 0;
  }

  private Cell irqState() {
    long[] pins = new long[FieldType.PciIrqState.PINS];
    for (int pin = 0; pin < pins.length; pin++) {
      pins[pin] = tape().number(4);
      if (pins[pin] != 0 && pins[pin] != 1) {
        throw new RefusedByRulesException(new Refusal.BadIrqState(pin, pins[pin]));
      }
    }
    return new Cell.Leaf(new Value.Numbers(pins));
  }

  private void msix() {
    int entries = (int) opaque.get("entries").number();
    if (entries != 0) {
      opaque.members().put("table", bytes(tape().take(entries * 16L)));
      opaque.members().put("pba", bytes(tape().take(Math.ceilDiv(entries, 8))));
    }
  }
}
