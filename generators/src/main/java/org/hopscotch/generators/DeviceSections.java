package org.hopscotch.generators;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hopscotch.generators.MigrationStreams.Feature;
import org.hopscotch.generators.choice.Choices;
import org.hopscotch.model.scenario.Guest;
import org.hopscotch.model.wire.Body;
import org.hopscotch.model.wire.BodyWriter;
import org.hopscotch.model.wire.Description;
import org.hopscotch.model.wire.RefusedException;
import org.hopscotch.model.wire.SectionSaver;
import org.hopscotch.model.wire.StreamItem;
import org.hopscotch.model.wire.StreamItem.Kind;

/// The FULL sections of devices, and what the description says of them.
final class DeviceSections {
  private static final List<String> PATHS = List.of("", "0000:00:01.0/", "0000:00:02.0:00.0/");
  private static final List<String> UNKNOWN = List.of("slirp", "unknown");
  private static final Set<String> LINKED = Set.of("qtailq", "qlist", "gtree");
  private static final int MOST = 4;
  private static final int MOST_BYTES = 24;

  private final StreamDraft draft;
  private final Choices choices;
  private final List<StreamItem.SectionHeader> sent = new ArrayList<>();

  private DeviceSections(StreamDraft draft) {
    this.draft = draft;
    this.choices = draft.choices();
  }

  /// Adds the device sections of the stream, perhaps none.
  static void draw(StreamDraft draft) {
    if (draft.draws(Feature.DEVICES, 3, 4)) {
      new DeviceSections(draft).all();
    }
  }

  /// Adds a device section between live ones, mostly none. Its reader has not seen the description
  /// and looks for a footer, so that the body has nothing that one could begin with.
  static void drawEarly(StreamDraft draft) {
    if (draft.footers() && draft.draws(Feature.EARLY_DEVICES, 1, 8)) {
      draft.choices().span("early section", _ -> new DeviceSections(draft).early());
    }
  }

  private void all() {
    choices.list("section", 0, MOST, _ -> one());
  }

  private boolean one() {
    if (!draft.describes() || (draft.footers() && draft.draws(Feature.UNDESCRIBED, 1, 8))) {
      undescribed();
    } else if (draft.draws(Feature.OLD_STYLE, 1, 8)) {
      oldStyle();
    } else {
      saved()
          .filter(body -> draft.footers() || showsItsEnd(body))
          .ifPresent(body -> device(body, header(body)));
    }
    return true;
  }

  private boolean early() {
    if (draft.describes()) {
      saved()
          .filter(body -> !StreamDraft.hasFooter(BodyWriter.toBytes(body)))
          .ifPresent(body -> device(body, header(body)));
    } else {
      undescribed();
    }
    return true;
  }

  /// What a guest's device saves; nothing when the save fails.
  private Optional<Body> saved() {
    Guest guest = Guests.draw(choices);
    try {
      return Optional.of(
          SectionSaver.save(guest.section(), guest.state(), guest.bindings(), guest.family())
              .body());
    } catch (RefusedException refused) {
      return Optional.empty();
    }
  }

  private void device(Body body, StreamItem.SectionHeader header) {
    draft.describe(header, body.layout());
    section(header, new StreamItem.Device(body, StreamItem.Source.DESCRIBED));
    sent.add(header);
  }

  private void oldStyle() {
    StreamItem.SectionHeader header = header(choices.oneOf(UNKNOWN), 1);
    byte[] bytes = draft.bytes(MOST_BYTES);
    draft.describe(header, new Description.OldStyle(bytes.length));
    String why = "an old-style section: only its size is described";
    section(header, new StreamItem.Unknown(bytes, why));
  }

  private void undescribed() {
    String why =
        draft.describes()
            ? "the stream's description leaves this section out"
            : "no description, and no likeness fits";
    section(
        header(choices.oneOf(UNKNOWN), 1),
        new StreamItem.Unknown(draft.bytesWithoutFooter(MOST_BYTES), why));
  }

  private void section(StreamItem.SectionHeader header, StreamItem body) {
    draft.begin(header);
    draft.add(body);
    draft.end(header);
  }

  // ---- headers

  private StreamItem.SectionHeader header(Body body) {
    Description.Vmsd layout = body.layout();
    if (!sent.isEmpty() && draft.draws(Feature.REPEATED, 1, 8)) {
      StreamItem.SectionHeader before = choices.oneOf(sent);
      return new StreamItem.SectionHeader(
          Kind.FULL, draft.newSectionId(), before.idstr(), before.instanceId(), layout.version());
    }
    return header(layout.name(), layout.version());
  }

  private StreamItem.SectionHeader header(String name, int version) {
    String idstr = choices.oneOf(PATHS) + visible(name);
    return new StreamItem.SectionHeader(
        Kind.FULL, draft.newSectionId(), idstr, draft.newInstanceId(idstr), version);
  }

  /// A name as idstrs have it, without blanks; by these a reader knows a section's header.
  private static String visible(String name) {
    String shown = name.replaceAll("[^!-~]", "_");
    return shown.isEmpty() ? "_" : shown;
  }

  // ---- ends

  /// Whether the description says where the body ends: not where pointers are NULL, or elements
  /// differ from the first, that it does not show (wire-format sections 4.7 and 10.1).
  static boolean showsItsEnd(Body body) {
    for (int i = 0; i < body.values().size(); i++) {
      if (!showsItsEnd(body.layout().fields().get(i), body.values().get(i))) {
        return false;
      }
    }
    return body.subsections().stream().allMatch(DeviceSections::showsItsEnd);
  }

  private static boolean showsItsEnd(Description.Field described, Body.Content content) {
    return switch (content) {
      case Body.Pointers _, Body.Markers _ -> false;
      case Body.Opaque(byte[] bytes, _) ->
          described.nested().isEmpty()
              && !LINKED.contains(described.type())
              && described.size() * described.count() == bytes.length;
      case Body.Struct(Body body) -> showsItsEnd(body);
      case Body.Queue(List<Body> elements) ->
          elements.stream().allMatch(DeviceSections::showsItsEnd);
      case Body.Tree(List<Body.Node> nodes) ->
          nodes.stream().allMatch(node -> showsItsEnd(node.value()) && showsItsEnd(node.key()));
      case Body.Scalars _, Body.Bytes _, Body.Text _, Body.Structs _, Body.MsixState _ -> true;
    };
  }

  private static boolean showsItsEnd(Body.Key key) {
    return switch (key) {
      case Body.DirectKey _ -> true;
      case Body.StructKey(Body body) -> showsItsEnd(body);
    };
  }
}
