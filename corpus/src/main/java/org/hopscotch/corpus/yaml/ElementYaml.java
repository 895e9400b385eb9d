package org.hopscotch.corpus.yaml;

import java.util.List;
import java.util.Optional;
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
      throw entries.missing(KINDS);
    }
    Place place = entries.require(kind);
    return switch (kind) {
      case "type" -> typed(place, entries);
      case "buffer" -> buffer(place);
      case "unused" -> new FieldType.Unused(place.integer());
      case "bitmap" -> new FieldType.Bitmap(CountYaml.read(place));
      case "struct" -> new FieldType.Struct(SectionYaml.read(place));
      case "vstruct" -> {
        int version = entries.require("struct_version_id").integer();
        yield new FieldType.VStruct(SectionYaml.read(place), version);
      }
      case "tmp" -> new FieldType.WithTmp(SectionYaml.read(place));
      case "qtailq" -> new FieldType.List(ListKind.QTAILQ, SectionYaml.read(place));
      case "qlist" -> new FieldType.List(ListKind.QLIST, SectionYaml.read(place));
      case "gtree" -> tree(place);
      default -> new FieldType.Custom(place.text(), CountYaml.read(entries.require("size")));
    };
  }

  private static Element typed(Place place, Entries entries) throws YamlException {
    String type = place.text();
    Optional<ScalarType> scalar = ScalarType.named(type);
    if (scalar.isPresent()) {
      return new FieldType.Scalar(scalar.get());
    }
    return switch (type) {
      case "fd" -> new FieldType.Fd();
      case "pci config" -> new FieldType.PciConfig(entries.require("size").integer());
      case "pci irq state" -> new FieldType.PciIrqState();
      case "msix state" -> new FieldType.MsixState();
      default -> throw place.expected("the name of one of QEMU's VMStateInfos");
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
    Count size = CountYaml.read(entries.require("size"));
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
    Optional<Place> key = entries.take("key");
    Optional<Section> keySection =
        key.isPresent() ? Optional.of(SectionYaml.read(key.get())) : Optional.empty();
    Section value = SectionYaml.read(entries.require("value"));
    entries.end();
    return new FieldType.Tree(keySection, value);
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

  static int start(Entries entries) throws YamlException {
    Optional<Place> start = entries.take("start");
    return start.isPresent() ? start.get().integer() : 0;
  }

  static Storage storage(Entries entries) throws YamlException {
    Optional<Place> alloc = entries.take("alloc");
    return alloc.isPresent() && alloc.get().flag() ? Storage.ALLOCATED : Storage.KEPT;
  }
}
