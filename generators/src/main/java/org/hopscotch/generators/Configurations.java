package org.hopscotch.generators;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hopscotch.generators.MigrationStreams.Feature;
import org.hopscotch.generators.choice.Choices;
import org.hopscotch.model.schema.ScalarType;
import org.hopscotch.model.wire.Body;
import org.hopscotch.model.wire.Description;
import org.hopscotch.model.wire.StreamItem;

/// CONFIGURATIONs of streams (wire-format section 2).
final class Configurations {
  private static final List<String> MACHINES =
      List.of("none", "pc-q35-5.2", "pc-i440fx-2.3", "virt-10.0", "");
  private static final List<String> CAPABILITIES = List.of("x-ignore-shared", "mapped-ram");
  private static final int SMALLEST_PAGE_BITS = 10;
  private static final int PAGE_SIZES = 11;
  private static final int UUID_BYTES = 16;

  private Configurations() {}

  /// Adds a CONFIGURATION to the stream, or leaves it out; notes what other parts depend on.
  static Optional<StreamItem.Configuration> draw(StreamDraft draft) {
    if (!draft.draws(Feature.CONFIGURATION, 3, 4)) {
      return Optional.empty();
    }
    String machine = draft.choices().oneOf(MACHINES);
    List<Body> subsections = new ArrayList<>();
    if (draft.draws(Feature.PAGE_BITS, 1, 4)) {
      subsections.add(pageBits(draft));
    }
    if (draft.draws(Feature.CAPABILITIES, 1, 2)) {
      subsections.add(capabilities(draft));
    }
    if (draft.draws(Feature.UUID, 1, 4)) {
      subsections.add(uuid(draft.choices()));
    }
    StreamItem.Configuration configuration = configuration(machine, subsections);
    draft.add(configuration);
    return Optional.of(configuration);
  }

  private static StreamItem.Configuration configuration(String machine, List<Body> subsections) {
    byte[] name = machine.getBytes(StandardCharsets.ISO_8859_1);
    Description.Vmsd layout =
        new Description.Vmsd(
            "configuration",
            1,
            List.of(
                new Description.Field("len", "uint32", Integer.BYTES),
                new Description.Field("name", "buffer", name.length)),
            subsections.stream().map(Body::layout).toList());
    List<Body.Content> values =
        List.of(new Body.Scalars(ScalarType.UINT32, name.length), new Body.Bytes(name));
    return new StreamItem.Configuration(new Body(layout, values, subsections));
  }

  private static Body pageBits(StreamDraft draft) {
    draft.pageBits(SMALLEST_PAGE_BITS + draft.choices().below(PAGE_SIZES));
    return subsection(
        "target-page-bits",
        List.of(new Description.Field("target_page_bits", "uint32", Integer.BYTES)),
        List.of(new Body.Scalars(ScalarType.UINT32, draft.pageBits())));
  }

  private static Body capabilities(StreamDraft draft) {
    List<String> names = CAPABILITIES.stream().filter(_ -> draft.choices().chance(1, 2)).toList();
    draft.capabilities(names);
    List<Description.Field> fields = new ArrayList<>();
    List<Body.Content> values = new ArrayList<>();
    fields.add(new Description.Field("caps_count", "uint32", Integer.BYTES));
    values.add(new Body.Scalars(ScalarType.UINT32, names.size()));
    for (String name : names) {
      fields.add(new Description.Field("capabilities", "capability", 1L + name.length()));
      values.add(new Body.Text(name));
    }
    return subsection("capabilities", fields, values);
  }

  private static Body uuid(Choices choices) {
    byte[] uuid = new byte[UUID_BYTES];
    for (int i = 0; i < UUID_BYTES; i++) {
      uuid[i] = (byte) choices.bits(Byte.SIZE);
    }
    return subsection(
        "uuid",
        List.of(new Description.Field("uuid", "buffer", UUID_BYTES)),
        List.of(new Body.Bytes(uuid)));
  }

  private static Body subsection(
      String name, List<Description.Field> fields, List<Body.Content> values) {
    return new Body(
        new Description.Vmsd("configuration/" + name, 1, fields, List.of()), values, List.of());
  }
}
