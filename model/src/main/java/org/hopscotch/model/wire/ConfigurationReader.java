package org.hopscotch.model.wire;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hopscotch.model.schema.ScalarType;

/// Reads the CONFIGURATION (wire-format section 2): the machine type's name and three subsections
/// that tell how other parts of the stream are laid out.
final class ConfigurationReader {
  static final int DEFAULT_PAGE_BITS = 12;

  private static final int SMALLEST_PAGE_BITS = 10;
  private static final int LARGEST_PAGE_BITS = 20;
  private static final String NAME = "configuration";
  private static final String TARGET_PAGE_BITS = "configuration/target-page-bits";
  private static final String CAPABILITIES = "configuration/capabilities";
  private static final String UUID = "configuration/uuid";
  private static final int NAME_LIMIT = 4096;
  private static final int CAPABILITIES_LIMIT = 256;
  private static final int UUID_BYTES = 16;

  private ConfigurationReader() {}

  /// Reads what follows the type byte.
  static StreamItem.Configuration read(WireInput in) {
    in.enter(NAME);
    long length = in.be32();
    if (length > NAME_LIMIT) {
      throw in.refused(new Refusal.ImpossibleLength("machine type name", length, NAME_LIMIT));
    }
    byte[] name = in.bytes(length);
    List<Body> subsections = new ArrayList<>();
    while (in.peek(0) == BodyWriter.SUBSECTION) {
      in.skip(1);
      subsections.add(subsection(in));
    }
    in.leave();
    Description.Vmsd layout =
        new Description.Vmsd(
            NAME,
            1,
            List.of(
                new Description.Field("len", "uint32", 4),
                new Description.Field("name", "buffer", name.length)),
            subsections.stream().map(Body::layout).toList());
    return new StreamItem.Configuration(
        new Body(
            layout,
            List.of(new Body.Scalars(ScalarType.UINT32, length), new Body.Bytes(name)),
            subsections));
  }

  private static Body subsection(WireInput in) {
    String name = in.str8();
    in.enter(name);
    long version = in.be32();
    if (version != 1) {
      throw in.refused(new Refusal.TooNew(name, version, 1));
    }
    Body body =
        switch (name) {
          case TARGET_PAGE_BITS ->
              body(
                  name,
                  List.of(new Description.Field("target_page_bits", "uint32", 4)),
                  List.of(new Body.Scalars(ScalarType.UINT32, in.be32())));
          case CAPABILITIES -> capabilities(in);
          case UUID ->
              body(
                  name,
                  List.of(new Description.Field("uuid", "buffer", UUID_BYTES)),
                  List.of(new Body.Bytes(in.bytes(UUID_BYTES))));
          default -> throw in.refused(new Refusal.UnknownConfiguration(name));
        };
    in.leave();
    return body;
  }

  private static Body capabilities(WireInput in) {
    long count = in.be32();
    if (count > CAPABILITIES_LIMIT) {
      throw in.refused(new Refusal.ImpossibleLength("capabilities", count, CAPABILITIES_LIMIT));
    }
    List<Description.Field> fields = new ArrayList<>();
    List<Body.Content> values = new ArrayList<>();
    fields.add(new Description.Field("caps_count", "uint32", 4));
    values.add(new Body.Scalars(ScalarType.UINT32, count));
    for (long i = 0; i < count; i++) {
      in.step();
      String capability = in.str8();
      fields.add(new Description.Field("capabilities", "capability", 1L + capability.length()));
      values.add(new Body.Text(capability));
    }
    return body(CAPABILITIES, fields, values);
  }

  private static Body body(String name, List<Description.Field> fields, List<Body.Content> values) {
    return new Body(new Description.Vmsd(name, 1, fields, List.of()), values, List.of());
  }

  /// {@return the capabilities that the sender had on, of those that are checked}
  static Set<String> capabilities(StreamItem.Configuration configuration) {
    Set<String> names = new LinkedHashSet<>();
    for (Body subsection : configuration.body().subsections()) {
      for (Body.Content value : subsection.values()) {
        if (value instanceof Body.Text text) {
          names.add(text.text());
        }
      }
    }
    return names;
  }

  /// {@return log2 of the target page size, which is sent where it is not the target's smallest}
  static int pageBits(WireInput in, StreamItem.Configuration configuration) {
    long bits =
        configuration.body().subsections().stream()
            .filter(subsection -> subsection.layout().name().equals(TARGET_PAGE_BITS))
            .mapToLong(subsection -> ((Body.Scalars) subsection.values().getFirst()).values()[0])
            .findFirst()
            .orElse(DEFAULT_PAGE_BITS);
    if (bits < SMALLEST_PAGE_BITS || bits > LARGEST_PAGE_BITS) {
      throw in.refused(new Refusal.ImpossibleLength("target page bits", bits, LARGEST_PAGE_BITS));
    }
    return (int) bits;
  }
}
