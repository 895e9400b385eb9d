package org.hopscotch.corpus.yaml;

import java.util.Arrays;
import java.util.List;
import org.hopscotch.model.wire.BodyWriter;
import org.hopscotch.model.wire.StreamItem;
import org.hopscotch.model.wire.StreamWriter;
import org.hopscotch.model.wire.WireOutput;
import org.snakeyaml.engine.v2.nodes.Node;

/// A stream as YAML, for reading by people: a list with a line for each item, which shows what the
/// item is and its bytes. Of pages, disks and bitmaps only the first bytes are shown.
public final class StreamYaml {
  private static final int MOST_LIVE_BYTES = 16;

  private StreamYaml() {}

  /// {@return the YAML of a stream, ending in a line break}
  public static String print(List<StreamItem> items) {
    return Yaml.print(Nodes.block(items.stream().map(StreamYaml::node).toList()));
  }

  private static Node node(StreamItem item) {
    MapNode map = new MapNode();
    switch (item) {
      case StreamItem.Header header -> map.put("stream_version", header.version());
      case StreamItem.Configuration configuration ->
          map.put("configuration", configuration.machine())
              .put("body", Nodes.bytes(BodyWriter.toBytes(configuration.body())));
      case StreamItem.Command command ->
          map.put("command", command.number()).put("payload", Nodes.bytes(command.payload()));
      case StreamItem.SectionHeader header ->
          map.put("section", header.kind().name())
              .put("section_id", header.sectionId())
              .put("idstr", header.idstr())
              .put("instance_id", header.instanceId())
              .put("version_id", header.versionId());
      case StreamItem.Ram _ -> live(map, "ram", item);
      case StreamItem.DirtyBitmap _ -> live(map, "dirty-bitmap", item);
      case StreamItem.Block _ -> live(map, "block", item);
      case StreamItem.Device device ->
          map.put("device", device.body().layout().name())
              .put("body", Nodes.bytes(BodyWriter.toBytes(device.body())));
      case StreamItem.Unknown unknown ->
          map.put("unknown", unknown.why()).put("body", Nodes.bytes(unknown.bytes()));
      case StreamItem.Footer footer -> map.put("footer", footer.sectionId());
      case StreamItem.Eof _ -> {
        return Nodes.text("eof");
      }
      case StreamItem.VmDescription description ->
          map.put("vmdescription", description.json().length);
      case StreamItem.Trailing trailing -> map.put("trailing", Nodes.bytes(trailing.bytes()));
    }
    return map.flow();
  }

  private static void live(MapNode map, String kind, StreamItem item) {
    byte[] bytes = WireOutput.toBytes(out -> new StreamWriter(out).write(item));
    map.put(kind, Nodes.bytes(Arrays.copyOf(bytes, Math.min(bytes.length, MOST_LIVE_BYTES))));
    if (bytes.length > MOST_LIVE_BYTES) {
      map.put("bytes", bytes.length);
    }
  }
}
