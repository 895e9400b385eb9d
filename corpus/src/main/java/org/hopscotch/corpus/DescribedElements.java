package org.hopscotch.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hopscotch.model.schema.Count;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.FieldType.ListKind;
import org.hopscotch.model.schema.ScalarType;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.state.Value;
import org.hopscotch.model.wire.Body;
import org.hopscotch.model.wire.BodyWriter;
import org.hopscotch.model.wire.Description;

/// Makes one element of a field of what was sent; see {@link DescribedSection}.
final class DescribedElements {
  private final DescribedStructs structs;

  DescribedElements(DescribedStructs structs) {
    this.structs = structs;
  }

  /// What was sent of one element.
  record Element(FieldType.Element type, Value value) {
    /// {@return the members, for an element that is the whole field}
    Map<String, Value> members(String field) {
      if (type instanceof FieldType.MsixState) {
        return ((Value.Struct) value).state().members();
      }
      return type instanceof FieldType.Unused ? Map.of() : Map.of(field, value);
    }
  }

  /// {@return the only element of an entry}
  Element of(Description.Field described, Body.Content content) {
    String type = described.type();
    return switch (content) {
      case Body.Scalars s -> scalars(described, s);
      case Body.Bytes b -> bytes(described, b);
      case Body.Struct(Body body) when type.equals("vstruct") -> {
        DescribedStruct all = structs.of(body);
        yield new Element(
            new FieldType.VStruct(all.section(), body.layout().version()), struct(all));
      }
      case Body.Struct(Body body) when isStruct(type) -> {
        DescribedStruct all = structs.of(body);
        yield new Element(new FieldType.Struct(all.section()), struct(all));
      }
      case Body.Structs one when one.count() == 1 && isStruct("virtio") ->
          of(described, new Body.Struct(one.get(0)));
      case Body.Queue q -> queue(described, q);
      case Body.Tree t -> tree(described, t);
      case Body.MsixState m -> msix(m);
      case Body.Struct _, Body.Structs _, Body.Pointers _, Body.Markers _ ->
          custom(described, content);
      case Body.Text _, Body.Opaque _ -> custom(described, content);
    };
  }

  private boolean isStruct(String type) {
    return switch (type) {
      case "struct", "tmp" -> true;
      case "virtio" -> structs.opensVirtio();
      default -> false;
    };
  }

  /// {@return the elements of an entry that stands for several}
  List<Element> split(Description.Field described, Body.Content content) {
    return switch (content) {
      case Body.Structs s ->
          IntStream.range(0, s.count())
              .mapToObj(i -> of(described, new Body.Struct(s.get(i))))
              .toList();
      case Body.Scalars s when ScalarType.named(described.type()).isPresent() ->
          Arrays.stream(s.values())
              .mapToObj(number -> of(described, new Body.Scalars(s.type(), number)))
              .toList();
      case Body.Bytes b ->
          parts(described, b.bytes()).map(part -> of(described, new Body.Bytes(part))).toList();
      case Body.Scalars _, Body.Text _, Body.Pointers _, Body.Markers _ -> raw(described, content);
      case Body.Struct _ -> List.of(of(described, content));
      case Body.Queue _, Body.Tree _, Body.MsixState _, Body.Opaque _ -> raw(described, content);
    };
  }

  private static List<Element> raw(Description.Field described, Body.Content content) {
    return parts(described, BodyWriter.toBytes(content))
        .map(part -> custom(described, new Body.Bytes(part)))
        .toList();
  }

  /// Not as many as the description says: of a run in a pointer array that is too large.
  private static Stream<byte[]> parts(Description.Field described, byte[] all) {
    int each = (int) described.size();
    int count = each == 0 ? (int) described.count() : all.length / each;
    return IntStream.range(0, count)
        .mapToObj(i -> Arrays.copyOfRange(all, i * each, (i + 1) * each));
  }

  private static Value struct(DescribedStruct all) {
    return new Value.Struct(all.state());
  }

  private static Element scalars(Description.Field described, Body.Scalars sent) {
    Value words = new Value.Numbers(sent.values());
    return switch (described.type()) {
      case "bitmap" -> {
        Count bits = Count.of(sent.values().length * Long.SIZE);
        yield new Element(new FieldType.Bitmap(bits), words);
      }
      case "pci irq state" -> new Element(new FieldType.PciIrqState(), words);
      default -> new Element(new FieldType.Scalar(sent.type()), Value.of(sent.values()[0]));
    };
  }

  private static Element bytes(Description.Field described, Body.Bytes sent) {
    int length = sent.bytes().length;
    Value value = new Value.Bytes(sent.bytes());
    return switch (described.type()) {
      case "unused_buffer" -> new Element(new FieldType.Unused(length), Value.NULL);
      case "pci config" -> new Element(new FieldType.PciConfig(length), value);
      case "buffer" ->
          new Element(new FieldType.Buffer(Count.of(length), 0, FieldType.Storage.KEPT), value);
      default -> custom(described, sent);
    };
  }

  private static Element custom(Description.Field described, Body.Content content) {
    byte[] bytes = BodyWriter.toBytes(content);
    return new Element(
        new FieldType.Custom(described.type(), Count.of(bytes.length)), new Value.Bytes(bytes));
  }

  /// The members that {@link FieldType.MsixState} goes by.
  private static Element msix(Body.MsixState sent) {
    DeviceState members =
        DeviceState.EMPTY
            .with("entries", sent.table().length / FieldType.MsixState.ENTRY_BYTES)
            .with("table", new Value.Bytes(sent.table()))
            .with("pba", new Value.Bytes(sent.pending()));
    return new Element(new FieldType.MsixState(), new Value.Struct(members));
  }

  private Element queue(Description.Field described, Body.Queue queue) {
    Optional<ListKind> kind =
        Arrays.stream(ListKind.values())
            .filter(known -> known.describedType().equals(described.type()))
            .findFirst();
    List<DescribedStruct> nodes = queue.elements().stream().map(structs::node).toList();
    if (kind.isEmpty() || differ(nodes)) {
      return custom(described, queue);
    }
    return new Element(
        new FieldType.List(kind.get(), section(described, nodes)),
        new Value.Elements(nodes.stream().map(DescribedElements::struct).toList()));
  }

  private Element tree(Description.Field described, Body.Tree tree) {
    List<DescribedStruct> keys = new ArrayList<>();
    List<DescribedStruct> values = new ArrayList<>();
    List<Value> nodes = new ArrayList<>();
    for (Body.Node node : tree.nodes()) {
      Value key =
          switch (node.key()) {
            case Body.DirectKey direct -> Value.of(direct.key());
            case Body.StructKey(Body body) -> {
              keys.add(structs.node(body));
              yield struct(keys.getLast());
            }
          };
      values.add(structs.node(node.value()));
      nodes.add(
          new Value.Struct(
              DeviceState.EMPTY.with("key", key).with("value", struct(values.getLast()))));
    }
    if (differ(keys) || differ(values)) {
      return custom(described, tree);
    }
    Optional<Section> key = keys.stream().map(DescribedStruct::section).findFirst();
    return new Element(
        new FieldType.Tree(key, section(described, values)), new Value.Elements(nodes));
  }

  private static boolean differ(List<DescribedStruct> nodes) {
    return nodes.stream().map(DescribedStruct::section).distinct().count() > 1;
  }

  /// The nodes' section; without nodes one of no fields, since nothing describes it.
  private static Section section(Description.Field described, List<DescribedStruct> nodes) {
    return nodes.isEmpty() ? new Section(described.name(), 0, 0) : nodes.getFirst().section();
  }
}
