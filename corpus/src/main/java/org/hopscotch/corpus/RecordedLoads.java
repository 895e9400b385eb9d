package org.hopscotch.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a real QEMU's loader answered to damaged streams: each a stream of this corpus with edits.
///
/// @param release whose loader it was
/// @param loads in the order in which they were tried
public record RecordedLoads(String release, List<Load> loads) {
  private static final JsonMapper JSON = new JsonMapper();

  public RecordedLoads {
    loads = List.copyOf(loads);
  }

  /// One damaged stream, and the answer.
  ///
  /// @param row of wire-format section 9 that the damage was made for; empty for other damage
  /// @param base the stream's path below `corpus/streams`
  /// @param accepted empty when the process died or hung
  /// @param words what it said
  public record Load(
      String name,
      String row,
      String base,
      List<Edit> edits,
      Optional<Boolean> accepted,
      List<String> words) {
    public Load {
      edits = List.copyOf(edits);
      words = List.copyOf(words);
    }

    /// {@return the base stream with the edits made}
    public byte[] damaged(byte[] stream) {
      List<byte[]> parts = new ArrayList<>();
      int from = 0;
      for (Edit edit : edits) {
        parts.add(Arrays.copyOfRange(stream, from, edit.at()));
        parts.add(edit.insert());
        from = edit.at() + edit.remove();
      }
      parts.add(Arrays.copyOfRange(stream, from, stream.length));
      int length = parts.stream().mapToInt(part -> part.length).sum();
      byte[] all = new byte[length];
      int at = 0;
      for (byte[] part : parts) {
        System.arraycopy(part, 0, all, at, part.length);
        at += part.length;
      }
      return all;
    }
  }

  /// Bytes put in the place of others.
  ///
  /// @param at offset in the stream as it was
  /// @param remove how many bytes go
  public record Edit(int at, int remove, byte[] insert) {}

  /// {@return the loads that a file tells of}
  ///
  /// @throws IOException when it cannot be read, or is no such file
  public static RecordedLoads read(InputStream in) throws IOException {
    try {
      JsonNode root = JSON.readTree(in);
      List<Load> loads = new ArrayList<>();
      root.path("cases").forEach(node -> loads.add(load(node)));
      return new RecordedLoads(root.path("release").asString(), loads);
    } catch (JacksonException e) {
      throw new IOException("not JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static Load load(JsonNode node) {
    List<Edit> edits = new ArrayList<>();
    node.path("edits")
        .forEach(edit ->
            edits.add(
                new Edit(
                    edit.path("at").asInt(),
                    edit.path("remove").asInt(),
                    HexFormat.of().parseHex(edit.path("insert").asString("")))));
    List<String> words = new ArrayList<>();
    node.path("words").forEach(word -> words.add(word.asString()));
    JsonNode accepted = node.path("accepted");
    return new Load(
        node.path("name").asString(),
        node.path("row").asString(""),
        node.path("base").asString(),
        edits,
        accepted.isBoolean() ? Optional.of(accepted.asBoolean()) : Optional.empty(),
        words);
  }
}
