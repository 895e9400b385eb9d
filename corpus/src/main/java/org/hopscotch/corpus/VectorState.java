package org.hopscotch.corpus;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.hopscotch.model.schema.Count;
import org.hopscotch.model.schema.Evaluation;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.ScalarType;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.state.Value;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the state of a vector, as its schema says what each member is.
///
/// Numbers may be hexadecimal strings, `min` or `max`, or fractions where they are doubles; bytes
/// are hexadecimal; a bitmap is the list of its set bits; null is a NULL pointer, or a timer that
/// is not armed; a tree's nodes are objects with `key` and `value`, or pairs, or the properties of
/// an object.
final class VectorState {
  private static final int PCI_CONFIG_BYTES = 256;
  private static final FieldType TIMER = new FieldType.Scalar(ScalarType.TIMER);
  private static final long NOT_ARMED = -1;

  private VectorState() {}

  /// @throws IllegalArgumentException for values that are not what their field needs
  static DeviceState read(Section section, JsonNode state) {
    DeviceState read = DeviceState.EMPTY;
    for (Map.Entry<String, JsonNode> member : state.properties()) {
      String name = member.getKey();
      try {
        Value value =
            type(section, name)
                .map(type -> value(type, member.getValue(), state))
                .orElseGet(() -> free(member.getValue()));
        read = read.with(name, value);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
      }
    }
    return configured(section, read);
  }

  /// What a vector may leave out, since it follows from the rest.
  private static DeviceState configured(Section section, DeviceState state) {
    return switch (section.name()) {
      case "PCIDevice" ->
          defaulted(
              defaulted(state, "version_id", section.versionId()),
              "express",
              length(state, "config") > PCI_CONFIG_BYTES ? 1 : 0);
      case "msix" ->
          defaulted(state, "entries", length(state, "table") / FieldType.MsixState.ENTRY_BYTES);
      case "clock" -> defaulted(defaulted(state, "multiplier", 1), "divider", 1);
      case "cpu_common" -> defaulted(defaulted(state, "exception_index", -1), "crash_occurred", 0);
      default -> state;
    };
  }

  private static DeviceState defaulted(DeviceState state, String member, long value) {
    return state.members().containsKey(member) ? state : state.with(member, value);
  }

  private static int length(DeviceState state, String member) {
    return state.find(member).orElse(Value.NULL) instanceof Value.Bytes b ? b.bytes().length : 0;
  }

  private static Optional<FieldType> type(Section section, String member) {
    Stream<FieldType> own =
        section.fields().stream().filter(f -> f.name().equals(member)).map(f -> f.type());
    Stream<FieldType> below =
        section.subsections().stream().flatMap(s -> type(s.section(), member).stream());
    return Stream.concat(own, below).findFirst();
  }

  private static Value value(FieldType type, JsonNode json, JsonNode state) {
    if (json.isNull()) {
      return type.equals(TIMER) ? Value.of(NOT_ARMED) : Value.NULL;
    }
    return switch (type) {
      case FieldType.Element element -> element(element, json, state);
      case FieldType.Array(FieldType.Scalar(ScalarType scalar), _, _, _) ->
          new Value.Numbers(
              json.isString() && !json.asString().startsWith("0x")
                  ? octets(json.asString())
                  : flat(json).mapToLong(n -> number(n, scalar)).toArray());
      case FieldType.Array array -> elements(array.element(), flat(json), state);
      case FieldType.PointerArray array -> elements(array.element(), nodes(json), state);
      case FieldType.Validate _ -> throw new IllegalArgumentException("not a member");
    };
  }

  private static Value elements(
      FieldType.Element element, Stream<JsonNode> values, JsonNode state) {
    return new Value.Elements(
        values.map(value -> value.isNull() ? Value.NULL : element(element, value, state)).toList());
  }

  private static Value element(FieldType.Element element, JsonNode json, JsonNode state) {
    return switch (element) {
      case FieldType.Scalar scalar -> Value.of(number(json, scalar.type()));
      case FieldType.Buffer _, FieldType.Custom _ -> new Value.Bytes(bytes(json));
      case FieldType.PciConfig config ->
          new Value.Bytes(Arrays.copyOf(bytes(json), config.bytes()));
      case FieldType.PciIrqState _ -> numbers(json);
      case FieldType.Bitmap bitmap -> bitmap(bitmap.bits(), json, state);
      case FieldType.Struct struct -> new Value.Struct(struct(struct.section(), json));
      case FieldType.VStruct struct -> new Value.Struct(struct(struct.section(), json));
      case FieldType.List list -> elements(new FieldType.Struct(list.node()), nodes(json), state);
      case FieldType.Tree tree ->
          new Value.Elements(treeNodes(json).map(node -> node(tree, node, state)).toList());
      case FieldType.Fd _ -> Value.of(json.asInt());
      case FieldType.Unused _, FieldType.WithTmp _, FieldType.MsixState _ -> free(json);
    };
  }

  private static DeviceState struct(Section section, JsonNode json) {
    if (!json.isObject()) {
      throw new IllegalArgumentException("not an object: " + json);
    }
    boolean flatFifo32 = section.name().equals("Fifo32") && !json.has("fifo");
    return flatFifo32
        ? DeviceState.EMPTY.with("fifo", value(type(section, "fifo").orElseThrow(), json, json))
        : read(section, json);
  }

  private static Stream<JsonNode> treeNodes(JsonNode json) {
    return json.isObject()
        ? json.properties().stream()
            .map(node ->
                JsonMapper.shared().createArrayNode().add(node.getKey()).add(node.getValue()))
        : nodes(json);
  }

  private static Value node(FieldType.Tree tree, JsonNode node, JsonNode state) {
    JsonNode key = node.isArray() ? node.get(0) : node.path("key");
    JsonNode value = node.isArray() ? node.get(1) : VectorSchema.first(node, "value", "val");
    return new Value.Struct(
        DeviceState.EMPTY
            .with(
                "key",
                tree.key()
                    .map(section -> (Value) new Value.Struct(struct(section, key)))
                    .orElseGet(() -> Value.of(number(key, ScalarType.UINT64))))
            .with("value", value(new FieldType.Struct(tree.value()), value, state)));
  }

  /// A bitmap is as long as its member says, or as its last bit needs.
  private static Value bitmap(Count bits, JsonNode json, JsonNode state) {
    long[] set = flat(json).mapToLong(JsonNode::asLong).toArray();
    long length =
        switch (bits) {
          case Count.Fixed fixed -> fixed.n();
          case Count.OfMember of -> state.path(of.member()).asLong(0) * of.times();
        };
    long needed = LongStream.of(set).map(bit -> bit + 1).max().orElse(0);
    long[] words = new long[(int) Math.ceilDiv(Math.max(length, needed), Long.SIZE)];
    for (long bit : set) {
      words[(int) (bit / Long.SIZE)] |= 1L << bit;
    }
    return new Value.Numbers(words);
  }

  private static long number(JsonNode json, ScalarType type) {
    int unused = Long.SIZE - Byte.SIZE * type.width();
    long bits =
        switch (json.asString()) {
          case "true" -> 1;
          case "false" -> 0;
          case "min" -> type.signed() ? Long.MIN_VALUE >> unused : 0;
          case "max" -> type.signed() ? Long.MAX_VALUE >> unused : -1;
          case String text when text.startsWith("0x") ->
              Long.parseUnsignedLong(text.substring(2), 16);
          case String text when isDouble(type) && text.contains(".") ->
              Double.doubleToRawLongBits(Double.parseDouble(text));
          case String text -> new BigInteger(text).longValue();
        };
    return Evaluation.stored(type, bits);
  }

  private static boolean isDouble(ScalarType type) {
    return type == ScalarType.CPU_DOUBLE || type == ScalarType.FLOAT64;
  }

  private static byte[] bytes(JsonNode json) {
    if (json.isString()) {
      return HexFormat.of().parseHex(json.asString().replaceFirst("^0x", ""));
    }
    List<JsonNode> values = flat(json).toList();
    byte[] bytes = new byte[values.size()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) number(values.get(i), ScalarType.UINT8);
    }
    return bytes;
  }

  private static long[] octets(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    long[] numbers = new long[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      numbers[i] = bytes[i] & 0xff;
    }
    return numbers;
  }

  private static Value numbers(JsonNode json) {
    return new Value.Numbers(flat(json).mapToLong(n -> number(n, ScalarType.UINT64)).toArray());
  }

  /// A member that no field mentions.
  private static Value free(JsonNode json) {
    if (json.isNull()) {
      return Value.NULL;
    }
    if (json.isObject()) {
      return new Value.Struct(read(new Section("", 0, 0), json));
    }
    if (json.isArray()) {
      boolean structs =
          StreamSupport.stream(json.spliterator(), false).anyMatch(JsonNode::isObject);
      return structs
          ? new Value.Elements(new ArrayList<>(nodes(json).map(VectorState::free).toList()))
          : numbers(json);
    }
    String text = json.asString();
    return json.isString() && !text.startsWith("0x")
        ? new Value.Bytes(HexFormat.of().parseHex(text))
        : Value.of(number(json, ScalarType.INT64));
  }

  private static Stream<JsonNode> nodes(JsonNode json) {
    if (!json.isArray()) {
      throw new IllegalArgumentException("not a list: " + json);
    }
    return StreamSupport.stream(json.spliterator(), false);
  }

  /// The elements of a list, or of the lists in it.
  private static Stream<JsonNode> flat(JsonNode json) {
    return nodes(json).flatMap(node -> node.isArray() ? flat(node) : Stream.of(node));
  }
}
