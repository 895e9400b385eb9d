package org.hopscotch.harness.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import org.hopscotch.model.wire.WireOutput;

/// Streams of forms that no real stream of the corpus has, or none that can be cut small, composed
/// by hand after wire-format sections 4, 7.1 and 10.1.
final class ComposedStreams {
  private static final String FIELDS = "[{\"name\": \"x\", \"type\": \"uint16\", \"size\": 2}]";
  private static final String ELEMENT =
      "\"vmsd_name\": \"e\", \"version\": 1, \"fields\": " + FIELDS;
  private static final String STRUCT =
      "\"type\": \"struct\", \"struct\": {" + ELEMENT + "}, \"size\": 2";

  private ComposedStreams() {}

  /// {@return all of them, by name}
  static Map<String, byte[]> all() {
    return Map.of(
        "lists", lists(),
        "pointers-7.2", pointersAsElements(),
        "pointers-10.0", pointersAsRuns(),
        "pointers-10.0-single", pointersOneByOne(),
        "pointers-11.1", pointersWithMarkers(),
        "inline-structs", inlineStructs(),
        "mapped-ram", mappedRam(),
        "huge-pages", hugePages());
  }

  /// QTAILQ, QLIST, GTREE with keys of both kinds.
  private static byte[] lists() {
    return device(
        "01 0001 01 0002 00"
            + "01 0006 00"
            + "00000001 01 0000000000000007 0003 00"
            + "00000001 01 0004 0005 00",
        """
        {"name": "q", "type": "qtailq", %1$s, %1$s, "size": 7},
        {"name": "l", "type": "qlist", %1$s, "size": 4},
        {"name": "direct", "type": "gtree", %1$s, "size": 16},
        {"name": "keyed", "type": "gtree", %1$s, %1$s, "size": 10}\
        """
            .formatted(ELEMENT));
  }

  /// Up to 9.1: as if every element were there; where the first is NULL, a struct of nothing.
  private static byte[] pointersAsElements() {
    return device(
        "0001 30 30 0002" + "30 30" + "0001 30 0003",
        """
        {"name": "p", "array_len": 4, %1$s},
        {"name": "n", "array_len": 2, "type": "struct", "struct": {}, "size": 1},
        {"name": "i", "array_len": 3, "type": "uint16", "size": 2}\
        """
            .formatted(STRUCT));
  }

  /// From 9.2 on: runs, the first of which says the length of all.
  private static byte[] pointersAsRuns() {
    return device(
        "0001 0002 30 30 0003",
        """
        {"name": "p", "array_len": 5, %1$s},
        {"name": "p", "type": "nullptr", "array_len": 2, "size": 1},
        {"name": "p", %1$s}\
        """
            .formatted(STRUCT));
  }

  private static byte[] pointersOneByOne() {
    return device(
        "30 0001 30",
        """
        {"name": "p", "array_len": 3, "type": "nullptr", "size": 1},
        {"name": "p", "index": 1, %s},
        {"name": "p", "type": "nullptr", "size": 1}\
        """
            .formatted(STRUCT));
  }

  /// 11.1: a marker before each element, and names that repeat.
  private static byte[] pointersWithMarkers() {
    return device(
        "31 0001 30 31 0002 30 30",
        """
        {"name": "p", "type": "ptr-marker", "size": 1}, {"name": "p", %1$s},
        {"name": "p", "type": "ptr-marker", "size": 1},
        {"name": "p", "type": "ptr-marker", "size": 1}, {"name": "p", %1$s},
        {"name": "r", "array_len": 2, "type": "ptr-marker", "size": 1}\
        """
            .formatted(STRUCT));
  }

  private static byte[] inlineStructs() {
    return device(
        "0001 0002 8000000000000000 05 03 'd/s' 00000001 0003",
        """
        {"name": "v", "type": "vstruct", %1$s, "size": 2},
        {"name": "t", "type": "tmp", %1$s, "size": 2},
        {"name": "b", "type": "bitmap", "size": 8}], "subsections":
        [{"vmsd_name": "d/s", "version": 1, "fields": %2$s}\
        """
            .formatted(ELEMENT, FIELDS));
  }

  /// One block of one page that lies right behind its bitmap.
  private static byte[] mappedRam() {
    String before =
        "'QEVM' 00000003 07 00000001 'm' 05 1a 'configuration/capabilities' 00000001 00000001"
            + " 0a 'mapped-ram' 01 00000001 03 'ram' 00000000 00000004"
            + " 0000000000001004 01 'b' 0000000000001000 00000001 0000000000001000";
    int bitmap = hex(before).length + 16;
    return hex(
        before
            + "%016x %016x".formatted(bitmap, bitmap + 8)
            + " 0100000000000000"
            + "ab".repeat(4096)
            + " 0000000000000010 7e 00000001 00");
  }

  /// Blocks of huge pages after the advice of postcopy; the marks without content.
  private static byte[] hugePages() {
    return hex(
        "'QEVM' 00000003 08 0003 0010 0000000000201000 0000000000001000"
            + " 01 00000001 03 'ram' 00000000 00000004 0000000000401004 01 'b' 0000000000001000"
            + " 01 'h' 0000000000400000 0000000000200000 0000000000000200 0000000000000080"
            + " 0000000000000010 7e 00000001 00");
  }

  /// A stream of one device whose body is `body`, described by `fields`.
  private static byte[] device(String body, String fields) {
    byte[] json =
        """
        {"page_size": 4096, "devices": [{"name": "d", "instance_id": 0, "vmsd_name": "d",
        "version": 1, "fields": [%s]}]}\
        """
            .formatted(fields)
            .getBytes(StandardCharsets.UTF_8);
    return WireOutput.toBytes(out -> {
      out.bytes(hex("'QEVM' 00000003 07 00000001 'm' 04 00000001 01 'd' 00000000 00000001"));
      out.bytes(hex(body));
      out.bytes(hex("7e 00000001 00 06"));
      out.be32(json.length);
      out.bytes(json);
    });
  }

  /// {@return hex digits with text between quotes}
  private static byte[] hex(String notation) {
    StringBuilder digits = new StringBuilder();
    String[] parts = notation.split("'", -1);
    for (int i = 0; i < parts.length; i++) {
      digits.append(
          i % 2 == 0
              ? parts[i].replace(" ", "")
              : HexFormat.of().formatHex(parts[i].getBytes(StandardCharsets.US_ASCII)));
    }
    return HexFormat.of().parseHex(digits);
  }
}
