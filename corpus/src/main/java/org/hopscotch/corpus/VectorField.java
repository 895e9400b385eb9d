package org.hopscotch.corpus;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hopscotch.model.schema.Compounds;
import org.hopscotch.model.schema.Count;
import org.hopscotch.model.schema.Existence;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.Families;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.FieldType.Element;
import org.hopscotch.model.schema.FieldType.Struct;
import org.hopscotch.model.schema.ScalarType;
import org.hopscotch.model.schema.Section;
import tools.jackson.databind.JsonNode;

/// Reads one field of a vector's schema: a list of the name (or null), the `VMSTATE_` macro without
/// that prefix, and its arguments.
///
/// The suffixes `_V`, `_TEST`, `_ALLOC`, `_POINTER`, `_UNSAFE` and `_KNOWN` are taken off the macro
/// first; what remains is the family.
final class VectorField {
  private static final Pattern SCALAR =
      Pattern.compile(
          "(BOOL|U?INT(?:8|16|32|64)(?:_EQUAL)?|U(?:8|16|32|64)|UINTTL|INT32_POSITIVE_LE|INT32_LE"
              + "|TIMER_PTR|TIMER|CPU_?DOUBLE(?:_U)?|FLOAT64)(_ARRAY|_SUB_ARRAY|_2DARRAY)?");
  private static final Map<String, ScalarType> OTHER_NAMES =
      Map.of(
          "UINTTL", ScalarType.UINT64,
          "INT32_LE", ScalarType.INT32_POSITIVE_LE,
          "TIMER_PTR", ScalarType.TIMER,
          "CPUDOUBLE", ScalarType.CPU_DOUBLE,
          "CPUDOUBLE_U", ScalarType.CPU_DOUBLE,
          "CPU_DOUBLE_U", ScalarType.CPU_DOUBLE);

  /// The name of scratch space's section when a vector gives none: what the vectors' maker calls
  /// it.
  private static final String SCRATCH = "split";

  private final String name;
  private final String family;
  private final boolean allocates;
  private final VectorArguments arguments;

  private VectorField(String name, String family, boolean allocates, VectorArguments arguments) {
    this.name = name;
    this.family = family;
    this.allocates = allocates;
    this.arguments = arguments;
  }

  /// @throws NotationException naming field and family when they cannot be understood
  static Field read(JsonNode entry) {
    if (!entry.isArray() || entry.size() < 2) {
      throw new NotationException(entry.toString(), "", "not a list of name and macro");
    }
    String macro = entry.get(1).asString().toUpperCase(Locale.ROOT).replaceFirst("^VMSTATE_", "");
    String name = entry.get(0).isNull() ? macro.toLowerCase(Locale.ROOT) : entry.get(0).asString();
    boolean test = macro.contains("_TEST");
    boolean version = macro.matches(".*_V(_TEST)?");
    String family = macro.replaceAll("_TEST|_V$|_V(?=_TEST)|_UNSAFE|_KNOWN|(_AUTO)?_ALLOC", "");
    if (!family.startsWith("ARRAY_OF_POINTER") && !family.equals("POINTER")) {
      family = family.replace("_POINTER", "");
    }
    VectorArguments arguments = new VectorArguments(name, macro, entry);
    if (macro.equals("UNUSED_V") || macro.matches("(STATIC_)?BUFFER(_POINTER)?_UNSAFE")) {
      arguments.swapVersionAndSize();
    }
    try {
      Field field = new VectorField(name, family, macro.contains("_ALLOC"), arguments).field();
      return existing(field, test, version, arguments);
    } catch (IllegalArgumentException e) {
      throw arguments.problem(e.getMessage());
    }
  }

  private static Field existing(
      Field field, boolean test, boolean version, VectorArguments arguments) {
    if (field.type() instanceof FieldType.Validate) {
      return field;
    }
    Optional<Expression> condition = test ? arguments.test() : Optional.empty();
    if (test && condition.isEmpty()) {
      throw arguments.problem("needs a condition for 'test'");
    }
    if (condition.isPresent()) {
      return field.test(condition.get());
    }
    return field.existence().equals(Existence.ALWAYS)
        ? (version
                ? Optional.of(arguments.requiredNumber("version", "since"))
                : arguments.number("version", "since"))
            .map(field::since)
            .orElse(field)
        : field;
  }

  /// {@return the scalar type with this macro name}
  static Optional<ScalarType> scalar(String macro) {
    String name = macro.toUpperCase(Locale.ROOT).replaceFirst("^U(?=\\d)", "UINT");
    if (OTHER_NAMES.containsKey(name)) {
      return Optional.of(OTHER_NAMES.get(name));
    }
    for (ScalarType type : ScalarType.values()) {
      if (type.name().equals(name)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  private Field field() {
    Matcher scalar = SCALAR.matcher(family);
    if (scalar.matches()) {
      return scalar(scalar.group(1), Optional.ofNullable(scalar.group(2)).orElse(""));
    }
    return switch (family) {
      case "SINGLE", "POINTER" -> new Field(name, arguments.element());
      case "STRUCT" -> new Field(name, struct());
      case "VSTRUCT" -> new Field(name, vstruct());
      case "ARRAY" -> array(arguments.element());
      case "STRUCT_ARRAY" -> array(struct());
      case "VSTRUCT_ARRAY" -> array(arguments.count("count", "num", "n"), vstruct());
      case "VSTRUCT_VARRAY_UINT8" ->
          varray(arguments.count("count", "num", "n", "field_num"), vstruct());
      case "SUB_ARRAY" -> subArray(arguments.element());
      case "STRUCT_SUB_ARRAY" -> subArray(struct());
      case "2DARRAY" -> array2d(arguments.element());
      case "STRUCT_2DARRAY" -> array2d(struct());
      case "VARRAY_INT32",
          "VARRAY_UINT32",
          "VARRAY_UINT16",
          "VARRAY_UINT8",
          "VARRAY",
          "VARRAY_MULTIPLY" ->
          varray(arguments.count("count", "num", "n", "field_num"), arguments.element());
      case "STRUCT_VARRAY_INT32",
          "STRUCT_VARRAY_UINT32",
          "STRUCT_VARRAY_UINT16",
          "STRUCT_VARRAY_UINT8",
          "STRUCT_VARRAY" ->
          varray(arguments.count("count", "num", "n", "field_num"), struct());
      case "ARRAY_OF_POINTER" -> pointers(arguments.element());
      case "ARRAY_OF_POINTER_TO_STRUCT" -> pointers(struct());
      case "ARRAY_CLOCK" -> pointers(new Struct(Compounds.clock()));
      case "BUFFER", "STATIC_BUFFER" -> Families.buffer(name, size());
      case "PARTIAL_BUFFER" ->
          Families.buffer(name, arguments.requiredNumber("sent", "num", "count", "bytes", "size"));
      case "BUFFER_START_MIDDLE" ->
          Families.bufferStartMiddle(name, size(), arguments.requiredNumber("start"));
      case "VBUFFER",
          "VBUFFER_INT32",
          "VBUFFER_UINT32",
          "PARTIAL_VBUFFER",
          "PARTIAL_VBUFFER_UINT32",
          "VBUFFER_MULTIPLY" ->
          vbuffer();
      case "UNUSED", "UNUSED_BUFFER" -> Families.unused(size());
      case "UNUSED_VARRAY_UINT32" ->
          Families.unusedVarray(arguments.count("count", "num", "n", "field_num"), size());
      case "BITMAP" -> Families.bitmap(name, arguments.count("bits", "size", "count", "num"));
      case "WITH_TMP" -> Families.withTmp(scratch());
      case "QTAILQ" -> list(FieldType.ListKind.QTAILQ);
      case "QLIST" -> list(FieldType.ListKind.QLIST);
      case "GTREE" -> gtree(arguments.section(name, "key", "key_vmsd"));
      case "GTREE_DIRECT_KEY" -> gtree(Optional.empty());
      case "FD" -> Families.fd(name);
      case "VALIDATE" ->
          Families.validate(
              name, arguments.test().orElseThrow(() -> arguments.problem("needs a condition")));
      case "VIRTIO_DEVICE" -> Families.custom(name, "virtio", arguments.count("size", "length"));
      case "CLOCK" -> Families.struct(name, Compounds.clock());
      case "FIFO8" -> Families.struct(name, Compounds.fifo8(capacity(1)));
      case "FIFO32" -> Families.struct(name, Compounds.fifo32(capacity(4)));
      case "PCI_DEVICE", "PCIE_DEVICE" -> Families.struct(name, Compounds.pciDevice());
      case "MSIX" -> Families.struct(name, Compounds.msix());
      case "CPU" -> Families.struct(name, Compounds.cpu());
      default -> throw arguments.problem("unknown family");
    };
  }

  private Field scalar(String macro, String several) {
    Element element = new FieldType.Scalar(scalar(macro).orElseThrow());
    return switch (several) {
      case "_ARRAY" -> macro.equals("TIMER_PTR") ? pointers(element) : array(element);
      case "_SUB_ARRAY" -> subArray(element);
      case "_2DARRAY" -> array2d(element);
      default -> new Field(name, element);
    };
  }

  private Struct struct() {
    return new Struct(arguments.requiredSection("of", "vmsd", "section", "struct"));
  }

  private FieldType.VStruct vstruct() {
    Section section = arguments.requiredSection("of", "vmsd", "section", "struct");
    int version = arguments.requiredNumber("struct_version", "struct_version_id", "version");
    return new FieldType.VStruct(section, version);
  }

  private Field array(Element element) {
    return array(arguments.count("count", "num", "n"), element);
  }

  private Field array(Count count, Element element) {
    return Families.varray(name, element, count);
  }

  private Field subArray(Element element) {
    int start = arguments.requiredNumber("start");
    return Families.subArray(name, element, start, arguments.requiredNumber("num", "count", "n"));
  }

  private Field array2d(Element element) {
    int rows = arguments.requiredNumber("n1", "rows", "num");
    return Families.array(name, element, rows * arguments.requiredNumber("n2", "columns"));
  }

  private Field varray(Count count, Element element) {
    return allocates
        ? Families.varrayAlloc(name, element, count)
        : Families.varray(name, element, count);
  }

  private Field pointers(Element element) {
    Count count = arguments.count("count", "num", "n");
    return allocates
        ? Families.arrayOfPointerAutoAlloc(name, element, count)
        : Families.arrayOfPointer(name, element, count);
  }

  private int size() {
    return arguments.requiredNumber("size", "bytes", "length", "len", "num");
  }

  private Field vbuffer() {
    Count length = arguments.count("size", "length", "len", "count", "num");
    return allocates ? Families.vbufferAlloc(name, length) : Families.vbuffer(name, length);
  }

  private Section scratch() {
    return arguments
        .section(SCRATCH, "of", "child", "vmsd", "tmp", "section")
        .orElseThrow(() -> arguments.problem("needs a section"));
  }

  private Field list(FieldType.ListKind kind) {
    Section node = arguments.requiredSection("of", "vmsd", "element", "section");
    int version = arguments.number("version", "field_version").orElse(node.versionId());
    return new Field(name, new FieldType.List(kind, node)).since(version);
  }

  private Field gtree(Optional<Section> key) {
    Section value = arguments.requiredSection("value", "val", "of", "value_vmsd", "val_vmsd");
    int version = arguments.number("version", "field_version").orElse(value.versionId());
    return new Field(name, new FieldType.Tree(key, value)).since(version);
  }

  private Count capacity(int bytes) {
    return Count.of(bytes * arguments.requiredNumber("capacity", "size", "num", "count"));
  }
}
