package org.hopscotch.generators;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.hopscotch.generators.choice.Choices;
import org.hopscotch.model.schema.Count;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.ScalarType;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Subsection;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.state.MemberPath;
import org.hopscotch.model.state.Value;

/// Draws the state of a device for any section, drawn, written by hand or imported: a value for
/// every member that a field sends or an expression names. Arrays have the lengths that their
/// counts say; counts are small, and other members often have the values that conditions turn on.
public final class DeviceStates {
  private static final int MOST = 4;
  private static final int SPARE = 2;
  private static final int FEW = 8;
  private static final List<Integer> NEAR = List.of(0, 1, -1);

  private final Choices choices;
  private final Map<Section, Mentions> known;
  private final Mentions mentions;
  private final int most;
  private final boolean spares;
  private final Map<String, Value> members = new LinkedHashMap<>();

  /// @param most how large counts and lists become; those inside only half as large
  /// @param spares whether arrays may be longer than what travels
  private DeviceStates(
      Choices choices, Map<Section, Mentions> known, Section section, int most, boolean spares) {
    this.spares = spares;
    this.choices = choices;
    this.known = known;
    this.mentions = known.computeIfAbsent(section, Mentions::of);
    this.most = most;
  }

  /// {@return a state of the struct that `section` is about}
  public static DeviceState draw(Choices choices, Section section) {
    return draw(choices, new IdentityHashMap<>(), section, MOST, true);
  }

  /// {@return the nodes of a list or tree, with nothing in memory but what travels}
  static Value nodes(Choices choices, FieldType.Element element) {
    Section around = new Section("", 0, 0);
    return new DeviceStates(choices, new IdentityHashMap<>(), around, MOST, false).element(element);
  }

  private static DeviceState draw(
      Choices choices, Map<Section, Mentions> known, Section section, int most, boolean spares) {
    DeviceStates states = new DeviceStates(choices, known, section, most, spares);
    states.fields(section);
    states.rest();
    return new DeviceState(states.members);
  }

  private void fields(Section section) {
    section.fields().forEach(this::field);
    section.subsections().stream().map(Subsection::section).forEach(this::fields);
  }

  private void field(Field field) {
    String name = field.name();
    switch (field.type()) {
      case FieldType.Validate _, FieldType.Unused _, FieldType.WithTmp _ -> {}
      case FieldType.MsixState _ -> msix();
      case FieldType.Scalar(ScalarType type) -> putIfAbsent(name, () -> scalar(name, type));
      case FieldType.Element element -> putIfAbsent(name, () -> element(element));
      case FieldType.Array array when array.element() instanceof FieldType.Unused ->
          count(array.count());
      case FieldType.Array array -> putIfAbsent(name, () -> array(array));
      case FieldType.PointerArray pointers -> putIfAbsent(name, () -> pointers(pointers));
    }
  }

  /// Members that are only named.
  private void rest() {
    for (String name : mentions.members().keySet()) {
      if (name.indexOf('.') < 0 && name.indexOf('[') < 0) {
        putIfAbsent(name, () -> scalar(name, ScalarType.UINT32));
      }
    }
  }

  /// A name such as `channels[0].time` may be a part of another member.
  private void putIfAbsent(String name, Supplier<Value> value) {
    if (MemberPath.find(members, name).isEmpty()) {
      Value drawn = choices.span("member", _ -> value.get());
      members.put(name, drawn);
    }
  }

  // ---- numbers

  private Value scalar(String name, ScalarType type) {
    return mentions.counts().contains(name)
        ? Value.of(choices.integer(0, most))
        : Value.of(
            constant(name)
                .map(value -> Scalars.cut(type, value))
                .orElseGet(() -> Scalars.draw(choices, type)));
  }

  /// {@return often a number at which an expression's value changes, if any names the member}
  private Optional<Long> constant(String name) {
    Set<Long> constants = mentions.members().getOrDefault(name, Set.of());
    return constants.isEmpty() || !choices.chance(1, 2)
        ? Optional.empty()
        : Optional.of(choices.oneOf(List.copyOf(constants)) + choices.oneOf(NEAR));
  }

  /// {@return how many there are, by a member that is drawn now if it was not yet}
  private int count(Count count) {
    return switch (count) {
      case Count.Fixed fixed -> fixed.n();
      case Count.OfMember of -> {
        putIfAbsent(of.member(), () -> Value.of(choices.integer(0, most)));
        yield members.get(of.member()) instanceof Value.Number(long n)
            ? (int) Math.max(n, 0) * of.times()
            : 0;
      }
    };
  }

  // ---- several

  private Value array(FieldType.Array array) {
    int length = array.start() + count(array.count()) + spare();
    if (array.element() instanceof FieldType.Scalar(ScalarType type)) {
      long[] numbers = new long[length];
      for (int i = 0; i < length; i++) {
        numbers[i] = Scalars.draw(choices, type);
      }
      return new Value.Numbers(numbers);
    }
    List<Value> elements = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      elements.add(choices.span("element", _ -> element(array.element())));
    }
    return new Value.Elements(elements);
  }

  private Value pointers(FieldType.PointerArray pointers) {
    int length = count(pointers.count()) + spare();
    List<Value> elements = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      elements.add(
          choices.span(
              "element", _ -> choices.chance(3, 4) ? element(pointers.element()) : Value.NULL));
    }
    return new Value.Elements(elements);
  }

  /// Memory that no count reaches.
  private int spare() {
    return spares && choices.chance(1, 8) ? 1 + choices.below(SPARE) : 0;
  }

  // ---- one

  private Value element(FieldType.Element element) {
    return switch (element) {
      case FieldType.Scalar(ScalarType type) -> Value.of(Scalars.draw(choices, type));
      case FieldType.Buffer b -> new Value.Bytes(bytes(b.start() + count(b.length()) + spare()));
      case FieldType.Bitmap b -> bitmap(Math.ceilDiv(count(b.bits()), Long.SIZE));
      case FieldType.Struct s -> struct(s.section());
      case FieldType.VStruct s -> struct(s.section());
      case FieldType.List list ->
          new Value.Elements(choices.list("node", 0, most, _ -> struct(list.node())));
      case FieldType.Tree tree -> tree(tree);
      case FieldType.PciConfig p -> {
        masks(p.bytes());
        yield new Value.Bytes(bytes(p.bytes()));
      }
      case FieldType.PciIrqState _ -> {
        long[] pins = new long[FieldType.PciIrqState.PINS];
        Arrays.setAll(pins, _ -> choices.below(2));
        yield new Value.Numbers(pins);
      }
      case FieldType.Custom c -> new Value.Bytes(bytes(count(c.length())));
      case FieldType.Fd _ -> Value.of(0);
      case FieldType.Unused _, FieldType.WithTmp _, FieldType.MsixState _ -> Value.NULL;
    };
  }

  private Value struct(Section section) {
    return new Value.Struct(draw(choices, known, section, Math.max(most / 2, 1), spares));
  }

  /// Nodes of different keys.
  private Value tree(FieldType.Tree tree) {
    Map<Value, Value> nodes = new LinkedHashMap<>();
    choices.list(
        "node",
        0,
        most,
        _ -> {
          Value key = tree.key().map(this::struct).orElseGet(() -> Value.of(choices.bits(64)));
          return nodes.putIfAbsent(key, struct(tree.value()));
        });
    List<Value> all = new ArrayList<>();
    nodes.forEach((key, value) ->
        all.add(new Value.Struct(DeviceState.EMPTY.with("key", key).with("value", value))));
    return new Value.Elements(all);
  }

  private void msix() {
    int entries = choices.below(MOST);
    members.putIfAbsent("entries", Value.of(entries));
    members.putIfAbsent("table", new Value.Bytes(bytes(entries * FieldType.MsixState.ENTRY_BYTES)));
    members.putIfAbsent("pba", new Value.Bytes(bytes(Math.ceilDiv(entries, Byte.SIZE))));
  }

  /// Sometimes what the guest cannot change, and of that what it can.
  private void masks(int length) {
    if (choices.chance(1, 2)) {
      members.putIfAbsent("cmask", new Value.Bytes(bytes(length)));
      members.putIfAbsent("wmask", new Value.Bytes(bytes(length)));
    }
  }

  // ---- bytes

  private Value bitmap(int words) {
    long[] bits = new long[words];
    Arrays.setAll(bits, _ -> choices.bits(Long.SIZE));
    return new Value.Numbers(bits);
  }

  /// Few bytes one by one; many all alike but for a few.
  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    if (length <= FEW) {
      for (int i = 0; i < length; i++) {
        bytes[i] = (byte) choices.bits(Byte.SIZE);
      }
    } else {
      Arrays.fill(bytes, (byte) choices.bits(Byte.SIZE));
      choices.list(
          "byte", 0, FEW, _ -> bytes[choices.below(length)] = (byte) choices.bits(Byte.SIZE));
    }
    return bytes;
  }
}
