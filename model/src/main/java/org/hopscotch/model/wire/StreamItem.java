package org.hopscotch.model.wire;

import java.nio.charset.StandardCharsets;

/// What a stream is made of, in order; see wire-format section 1. A section is a
/// {@link SectionHeader}, its content and, unless the machine type switches them off, a
/// {@link Footer}.
public sealed interface StreamItem {
  /// Magic and stream version.
  record Header(long version) implements StreamItem {
    /// The first four bytes, `QEVM`.
    static final long MAGIC = 0x5145564dL;
  }

  /// The machine type's name, and what both sides must agree on. Its body is a VMSD named
  /// `configuration` whose version is not on the wire.
  record Configuration(Body body) implements StreamItem {
    /// {@return the machine type's name as it was sent}
    public String machine() {
      Body.Bytes name = (Body.Bytes) body.values().get(1);
      return new String(name.bytes(), StandardCharsets.ISO_8859_1);
    }
  }

  /// A command to the destination, see wire-format section 7.3. After PACKAGED the items of the
  /// package follow as if there were none around them.
  record Command(int number, byte[] payload) implements StreamItem {}

  /// Starts a section. PART and END carry only the section id; here they repeat what the START with
  /// that id said.
  ///
  /// @param sectionId the sender's running number
  /// @param idstr device path, if any, and name
  record SectionHeader(Kind kind, long sectionId, String idstr, long instanceId, long versionId)
      implements StreamItem {}

  /// The four kinds of section.
  enum Kind {
    START(0x01),
    PART(0x02),
    END(0x03),
    FULL(0x04);

    private final int type;

    Kind(int type) {
      this.type = type;
    }

    /// {@return the type byte}
    int type() {
      return type;
    }

    /// {@return whether the header has name, instance and version}
    boolean hasFullHeader() {
      return this == START || this == FULL;
    }
  }

  /// One record of a `ram` section's body.
  record Ram(RamRecord record) implements StreamItem {}

  /// One chunk of a `dirty-bitmap` section's body.
  record DirtyBitmap(DirtyBitmapRecord record) implements StreamItem {}

  /// One record of a `block` section's body.
  record Block(BlockRecord record) implements StreamItem {}

  /// The body of a device section.
  record Device(Body body, Source source) implements StreamItem {}

  /// Whose description a device section was read by.
  enum Source {
    /// The stream's own.
    DESCRIBED,
    /// Another stream's.
    ALIKE
  }

  /// The body of a section that nothing describes, as far as its footer.
  ///
  /// @param why what was missing
  record Unknown(byte[] bytes, String why) implements StreamItem {}

  /// Ends a section.
  record Footer(long sectionId) implements StreamItem {}

  /// Ends the sections.
  record Eof() implements StreamItem {}

  /// The stream's description of itself.
  ///
  /// @param json text in UTF-8, see {@link Description}
  record VmDescription(byte[] json) implements StreamItem {}

  /// Whatever lies behind the end of the stream. No loader looks at it.
  record Trailing(byte[] bytes) implements StreamItem {}
}
