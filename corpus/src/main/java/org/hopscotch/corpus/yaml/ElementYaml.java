package org.hopscotch.corpus.yaml;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hopscotch.model.schema.Count;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.FieldType.Element;
import org.hopscotch.model.schema.FieldType.ListKind;
import org.hopscotch.model.schema.FieldType.Storage;
import org.hopscotch.model.schema.ScalarType;
import org.hopscotch.model.schema.Section;
import org.snakeyaml.engine.v2.nodes.Node;

/// What a field is, or what it has several of, as keys of the field's map:
///
/// | key | value |
/// |---|---|
/// | `type` | the name of a VMStateInfo: `uint8`, `int32 equal`, `timer`, `fd`, `msix state`, ... |
/// | `buffer` | how many bytes, a {@link CountYaml count} |
/// | `unused` | how many bytes |
/// | `bitmap` | how many bits, a count |
/// | `struct`, `tmp`, `qtailq`, `qlist` | a {@link SectionYaml section} |
/// | `vstruct` | a section; its version is in `struct_version_id` |
/// | `gtree` | `{key, value}`, two sections; without `key` the keys are integers |
/// | `info` | the name of a device's own VMStateInfo; its bytes, a count, are in `size` |
///
/// `type: pci config` has its bytes in `size`. `buffer: {size: n, start: 2, alloc: true}` is for
/// one from byte 2 of the member on, and for one that loading allocates.
final class ElementYaml {
  private static final List<String> KINDS =
      List.of(
          "type", "buffer", "unused", "bitmap", "struct", "vstruct", "tmp", "qtailq", "qlist",
          "gtree", "info");

  /// What a field is taken for that cannot be read.
  private static final Element NOTHING = new FieldType.Unused(0);

  private static final List<String> TYPES =
      Stream.concat(
              Arrays.stream(ScalarType.values()).map(ScalarType::wireName),
              Stream.of("fd", "pci config", "pci irq state", "msix state"))
          .toList();

  private ElementYaml() {}

  static MapNode entries(Element element) {
    MapNode map = new MapNode();
    return switch (element) {
      case FieldType.Scalar scalar -> map.put("type", scalar.type().wireName());
      case FieldType.Buffer buffer -> map.put("buffer", buffer(buffer));
      case FieldType.Unused unused -> map.put("unused", unused.bytes());
      case FieldType.Bitmap bitmap -> map.put("bitmap", CountYaml.node(bitmap.bits()));
      case FieldType.Struct struct -> map.put("struct", SectionYaml.node(struct.section()));
      case FieldType.VStruct struct ->
          map.put("struct_version_id", struct.structVersion())
              .put("vstruct", SectionYaml.node(struct.section()));
      case FieldType.WithTmp tmp -> map.put("tmp", SectionYaml.node(tmp.scratch()));
      case FieldType.List list ->
          map.put(
              switch (list.kind()) {
                case QTAILQ -> "qtailq";
                case QLIST -> "qlist";
              },
              SectionYaml.node(list.node()));
      case FieldType.Tree tree -> map.put("gtree", tree(tree));
      case FieldType.Fd fd -> map.put("type", fd.describedType());
      case FieldType.PciConfig config ->
          map.put("type", config.describedType()).put("size", config.bytes());
      case FieldType.PciIrqState state -> map.put("type", state.describedType());
      case FieldType.MsixState state -> map.put("type", state.describedType());
      case FieldType.Custom custom ->
          map.put("info", custom.info()).put("size", CountYaml.node(custom.length()));
    };
  }

  static Element read(Entries entries) throws YamlException {
    String kind = entries.which(KINDS).orElse("");
    if (kind.isEmpty()) {
      entries.missing(KINDS);
      return NOTHING;
    }
    return switch (kind) {
      case "type" -> entries.require(kind, type -> typed(type, entries), NOTHING);
      case "buffer" -> entries.require(kind, ElementYaml::buffer, NOTHING);
      case "unused" -> new FieldType.Unused(entries.require(kind, Place::integer, 0));
      case "bitmap" -> new FieldType.Bitmap(count(entries, kind));
      case "struct" -> new FieldType.Struct(section(entries, kind));
      case "vstruct" -> {
        int version = entries.require("struct_version_id", Place::integer, 0);
        yield new FieldType.VStruct(section(entries, kind), version);
      }
      case "tmp" -> new FieldType.WithTmp(section(entries, kind));
      case "qtailq" -> new FieldType.List(ListKind.QTAILQ, section(entries, kind));
      case "qlist" -> new FieldType.List(ListKind.QLIST, section(entries, kind));
      case "gtree" -> entries.require(kind, ElementYaml::tree, NOTHING);
      default ->
          new FieldType.Custom(entries.require(kind, Place::name, ""), count(entries, "size"));
    };
  }

  private static Section section(Entries entries, String key) {
    return entries.require(key, SectionYaml::read, SectionYaml.NOTHING);
  }

  private static Count count(Entries entries, String key) {
    return entries.require(key, CountYaml::read, Count.of(0));
  }

  private static Element typed(Place place, Entries entries) throws YamlException {
    String type = place.text();
    Optional<ScalarType> scalar = ScalarType.named(type);
    if (scalar.isPresent()) {
      return new FieldType.Scalar(scalar.get());
    }
    return switch (type) {
      case "fd" -> new FieldType.Fd();
      case "pci config" -> new FieldType.PciConfig(entries.require("size", Place::integer, 0));
      case "pci irq state" -> new FieldType.PciIrqState();
      case "msix state" -> new FieldType.MsixState();
      default ->
          throw place.problem(
              "expected one of %s, found '%s'%s"
                  .formatted(String.join(", ", TYPES), type, Spelling.hint(type, TYPES)));
    };
  }

  private static Node buffer(FieldType.Buffer buffer) {
    MapNode part = part(buffer.start(), buffer.storage());
    Node size = CountYaml.node(buffer.length());
    return part.isEmpty() ? size : new MapNode().put("size", size).putAll(part).flow();
  }

  private static Element buffer(Place place) throws YamlException {
    if (!place.isMap()) {
      return new FieldType.Buffer(CountYaml.read(place), 0, Storage.KEPT);
    }
    Entries entries = place.entries();
    Count size = count(entries, "size");
    int start = start(entries);
    Storage storage = storage(entries);
    entries.end();
    return new FieldType.Buffer(size, start, storage);
  }

  private static Node tree(FieldType.Tree tree) {
    MapNode map = new MapNode();
    tree.key().ifPresent(key -> map.put("key", SectionYaml.node(key)));
    return map.put("value", SectionYaml.node(tree.value())).block();
  }

  private static Element tree(Place place) throws YamlException {
    Entries entries = place.entries();
    Optional<Section> key = entries.find("key", SectionYaml::read);
    Section value = section(entries, "value");
    entries.end();
    return new FieldType.Tree(key, value);
  }

  /// {@return where in its member an array or buffer begins, and whether it is allocated, as far as
  /// that needs to be said}
  static MapNode part(int start, Storage storage) {
    MapNode map = new MapNode();
    if (start != 0) {
      map.put("start", start);
    }
    return switch (storage) {
      case KEPT -> map;
      case ALLOCATED -> map.put("alloc", Nodes.flag(true));
    };
  }

  static int start(Entries entries) {
    return entries.take("start", Place::integer, 0);
  }

  static Storage storage(Entries entries) {
    return entries.take("alloc", Place::flag, false) ? Storage.ALLOCATED : Storage.KEPT;
  }
}
