package org.hopscotch.harness.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hopscotch.corpus.DescriptionCutter;
import org.hopscotch.corpus.StreamFile;
import org.hopscotch.model.wire.Body;
import org.hopscotch.model.wire.BodySize;
import org.hopscotch.model.wire.Description;
import org.hopscotch.model.wire.DescriptionParser.MalformedDescription;
import org.hopscotch.model.wire.Likenesses;
import org.hopscotch.model.wire.Refusal;
import org.hopscotch.model.wire.StreamItem;
import org.hopscotch.model.wire.StreamWriter;
import org.hopscotch.model.wire.WireOutput;

/// A real stream cut down to some of its sections, still a whole stream: header, configuration,
/// commands, EOF and the description of what stayed.
///
/// Of live sections a few records of each kind stay. A virtio body loses its large subsections,
/// tables of 1024 queues, and its described size follows.
final class StreamCut {
  private static final int HELD_BYTES = 64 << 20;
  private static final int LARGEST_SUBSECTION = 1024;
  private static final int COMMAND_RUN = 5;
  private static final int COMMAND_PACKAGED = 7;

  private final Set<String> names;
  private final List<StreamItem> kept = new ArrayList<>();
  private final List<StreamItem> section = new ArrayList<>();
  private final Map<Long, Long> resized = new HashMap<>();
  private final FewRecords records = new FewRecords();
  private boolean open;

  private StreamCut(Set<String> names) {
    this.names = names;
  }

  /// {@return the stream in `file` with its sections of these `names` only}
  ///
  /// @param names of sections, without device paths
  /// @param likenesses tell where sections end in a stream without description and footers
  static byte[] of(StreamFile file, Set<String> names, Likenesses likenesses) throws IOException {
    StreamCut cut = new StreamCut(names);
    Optional<Refusal> refusal = file.read(likenesses, HELD_BYTES, (_, item) -> cut.take(item));
    if (refusal.isPresent()) {
      throw new IllegalStateException(file.name() + ": " + refusal.get());
    }
    return written(cut.kept);
  }

  private void take(StreamItem item) {
    switch (item) {
      case StreamItem.SectionHeader header -> {
        endSection();
        open = true;
        section.add(header);
        records.enter(header.sectionId());
      }
      case StreamItem.Ram _, StreamItem.DirtyBitmap _, StreamItem.Block _ ->
          records.few(item).ifPresent(section::add);
      case StreamItem.Device device -> section.add(trimmed(device));
      case StreamItem.Unknown _, StreamItem.Footer _ -> section.add(item);
      case StreamItem.VmDescription text -> kept.add(cut(text));
      case StreamItem.Command _, StreamItem.Eof _ -> {
        endSection();
        kept.add(item);
      }
      case StreamItem.Header _, StreamItem.Configuration _, StreamItem.Trailing _ -> kept.add(item);
    }
  }

  private void endSection() {
    if (open
        && section.getFirst() instanceof StreamItem.SectionHeader header
        && names.contains(name(header.idstr()))
        && !(header.kind() == StreamItem.Kind.PART && records.isSpent())) {
      kept.addAll(section);
    }
    section.clear();
    open = false;
  }

  private static String name(String idstr) {
    return idstr.substring(idstr.lastIndexOf('/') + 1);
  }

  private StreamItem cut(StreamItem.VmDescription text) {
    try {
      byte[] json =
          DescriptionCutter.keeping(text.json(), each -> names.contains(name(each.idstr())));
      String resizedJson = new String(json, StandardCharsets.UTF_8);
      for (Map.Entry<Long, Long> size : resized.entrySet()) {
        Matcher old = Pattern.compile("(\"size\": ?)" + size.getKey() + "\\b").matcher(resizedJson);
        resizedJson = old.replaceAll("$1" + size.getValue());
      }
      return new StreamItem.VmDescription(resizedJson.getBytes(StandardCharsets.UTF_8));
    } catch (MalformedDescription e) {
      throw new IllegalStateException("read before, and now malformed", e);
    }
  }

  private StreamItem trimmed(StreamItem.Device device) {
    Body body = device.body();
    if (body.values().size() != 1
        || !(body.values().getFirst() instanceof Body.Struct(Body virtio))
        || !body.layout().fields().getFirst().type().equals("virtio")) {
      return device;
    }
    List<Body> small =
        virtio.subsections().stream()
            .filter(subsection -> BodySize.of(subsection) <= LARGEST_SUBSECTION)
            .toList();
    Body.Struct less =
        new Body.Struct(
            new Body(
                new Description.Vmsd(
                    virtio.layout().name(),
                    virtio.layout().version(),
                    virtio.layout().fields(),
                    small.stream().map(Body::layout).toList()),
                virtio.values(),
                small));
    resized.put(BodySize.of(virtio), BodySize.of(less));
    return new StreamItem.Device(
        new Body(body.layout(), List.of(less), body.subsections()), device.source());
  }

  /// What a package contains follows it as if there were none around it; only its length tells.
  private static byte[] written(List<StreamItem> items) {
    return WireOutput.toBytes(out -> {
      StreamWriter writer = new StreamWriter(out);
      for (int i = 0; i < items.size(); i++) {
        StreamItem item = items.get(i);
        writer.write(
            item instanceof StreamItem.Command command && command.number() == COMMAND_PACKAGED
                ? packaged(items.subList(i + 1, items.size()))
                : item);
      }
    });
  }

  private static StreamItem packaged(List<StreamItem> items) {
    int run = 0;
    while (!(items.get(run) instanceof StreamItem.Command command
        && command.number() == COMMAND_RUN)) {
      run++;
    }
    byte[] content = written(items.subList(0, run + 1));
    byte[] length = WireOutput.toBytes(out -> out.be32(content.length));
    return new StreamItem.Command(COMMAND_PACKAGED, length);
  }
}
