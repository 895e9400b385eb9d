package org.hopscotch.harness.planted;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hopscotch.corpus.DescriptionJson;
import org.hopscotch.harness.subject.Instance;
import org.hopscotch.model.wire.Body;
import org.hopscotch.model.wire.ByteSource;
import org.hopscotch.model.wire.Description;
import org.hopscotch.model.wire.Likenesses;
import org.hopscotch.model.wire.MigrationStream;
import org.hopscotch.model.wire.StreamItem;
import org.hopscotch.model.wire.StreamReader;
import org.hopscotch.model.wire.StreamWriter;
import org.hopscotch.model.wire.WireOutput;

/// Streams as items that can be exchanged: by its own description every value in a stream is
/// known, so that one which is wrong on the wire is a wrong value here.
final class SentItems {
  private static final int HELD_BYTES = 1 << 30;

  private SentItems() {}

  /// What becomes of one value in a stream.
  @FunctionalInterface
  interface Edit {
    /// {@return the value that stands there instead}
    ///
    /// @param field as the stream describes it
    /// @param content what is inside is changed already
    Body.Content content(Description.Field field, Body.Content content);
  }

  /// {@return a stream with other items; the same bytes where it cannot be read}
  static byte[] changed(byte[] stream, UnaryOperator<List<StreamItem>> change) {
    return read(stream)
        .map(items -> new MigrationStream(change.apply(items)).toBytes())
        .orElse(stream);
  }

  /// {@return what was saved, with other items}
  static Instance.Saved changed(Instance.Saved saved, UnaryOperator<List<StreamItem>> change) {
    return read(saved.stream()).map(items -> written(change.apply(items))).orElse(saved);
  }

  private static Optional<List<StreamItem>> read(byte[] stream) {
    List<StreamItem> items = new ArrayList<>();
    StreamReader.Options options =
        new StreamReader.Options(
            DescriptionJson::parse, Optional::empty, Likenesses.none(), HELD_BYTES);
    return StreamReader.read(ByteSource.of(stream), options, (_, item) -> items.add(item)).isEmpty()
        ? Optional.of(items)
        : Optional.empty();
  }

  private static Instance.Saved written(List<StreamItem> items) {
    List<Instance.SectionBody> sections = new ArrayList<>();
    for (int i = 1; i < items.size(); i++) {
      if (items.get(i) instanceof StreamItem.Device device
          && items.get(i - 1) instanceof StreamItem.SectionHeader header) {
        byte[] body = WireOutput.toBytes(out -> new StreamWriter(out).write(device));
        sections.add(new Instance.SectionBody(header.idstr(), header.instanceId(), body));
      }
    }
    return new Instance.Saved(new MigrationStream(items).toBytes(), sections);
  }

  // ---- changes

  /// {@return a change of each value of each device}
  static UnaryOperator<List<StreamItem>> values(Edit edit) {
    return bodies(body -> body(body, edit));
  }

  /// {@return a change of each device's body}
  static UnaryOperator<List<StreamItem>> bodies(UnaryOperator<Body> change) {
    return items(item ->
        item instanceof StreamItem.Device(Body body, StreamItem.Source source)
            ? new StreamItem.Device(change.apply(body), source)
            : item);
  }

  /// {@return a change of each item}
  static UnaryOperator<List<StreamItem>> items(UnaryOperator<StreamItem> change) {
    return items -> items.stream().map(change).toList();
  }

  /// {@return a change of each body: a device's, and those of the structs and subsections in it}
  static UnaryOperator<List<StreamItem>> everyBody(UnaryOperator<Body> change) {
    return bodies(body ->
        every(
            body(
                body,
                (_, content) ->
                    content instanceof Body.Struct(Body inside)
                        ? new Body.Struct(every(inside, change))
                        : content),
            change));
  }

  private static Body every(Body body, UnaryOperator<Body> change) {
    return change.apply(
        new Body(
            body.layout(),
            body.values(),
            body.subsections().stream().map(one -> every(one, change)).toList()));
  }

  private static Body body(Body body, Edit edit) {
    List<Body.Content> values = new ArrayList<>();
    for (int i = 0; i < body.values().size(); i++) {
      values.add(content(body.layout().fields().get(i), body.values().get(i), edit));
    }
    return new Body(
        body.layout(), values, body.subsections().stream().map(one -> body(one, edit)).toList());
  }

  private static Body.Content content(Description.Field field, Body.Content content, Edit edit) {
    Body.Content inside =
        switch (content) {
          case Body.Struct(Body body) -> new Body.Struct(body(body, edit));
          case Body.Structs(var element, int count, List<Body.Content> columns) -> {
            List<Body.Content> changed = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
              changed.add(content(element.fields().get(i), columns.get(i), edit));
            }
            yield new Body.Structs(element, count, changed);
          }
          case Body.Pointers(boolean[] present, Body.Content elements) ->
              new Body.Pointers(present, content(field, elements, edit));
          case Body.Queue(List<Body> elements) ->
              new Body.Queue(elements.stream().map(one -> body(one, edit)).toList());
          case Body.Tree(List<Body.Node> nodes) ->
              new Body.Tree(nodes.stream().map(one -> node(one, edit)).toList());
          case Body.Scalars _, Body.Bytes _, Body.Text _, Body.Markers _ -> content;
          case Body.MsixState _, Body.Opaque _ -> content;
        };
    return edit.content(field, inside);
  }

  private static Body.Node node(Body.Node node, Edit edit) {
    Body.Key key =
        switch (node.key()) {
          case Body.DirectKey direct -> direct;
          case Body.StructKey(Body body) -> new Body.StructKey(body(body, edit));
        };
    return new Body.Node(key, body(node.value(), edit));
  }
}
