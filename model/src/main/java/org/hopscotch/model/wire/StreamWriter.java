package org.hopscotch.model.wire;

/// Writes a stream item by item; what {@link StreamReader} reads. It sees typed values only, so
/// that equal bytes prove that reading understood them.
public final class StreamWriter {
  static final int EOF = 0x00;
  static final int VM_DESCRIPTION = 0x06;
  static final int CONFIGURATION = 0x07;
  static final int COMMAND = 0x08;
  static final int FOOTER = 0x7e;

  private final WireOutput out;

  public StreamWriter(WireOutput out) {
    this.out = out;
  }

  /// Writes one item after those before it.
  public void write(StreamItem item) {
    switch (item) {
      case StreamItem.Header h -> {
        out.be32(StreamItem.Header.MAGIC);
        out.be32(h.version());
      }
      case StreamItem.Configuration c -> {
        out.u8(CONFIGURATION);
        BodyWriter.write(out, c.body());
      }
      case StreamItem.Command c -> {
        out.u8(COMMAND);
        out.be16(c.number());
        out.be16(c.payload().length);
        out.bytes(c.payload());
      }
      case StreamItem.SectionHeader h -> header(h);
      case StreamItem.Ram r -> RamWriter.write(out, r.record());
      case StreamItem.DirtyBitmap d -> d.record().write(out);
      case StreamItem.Block b -> BlockRecord.write(out, b.record());
      case StreamItem.Device d -> BodyWriter.write(out, d.body());
      case StreamItem.Unknown u -> out.bytes(u.bytes());
      case StreamItem.Footer f -> {
        out.u8(FOOTER);
        out.be32(f.sectionId());
      }
      case StreamItem.Eof _ -> out.u8(EOF);
      case StreamItem.VmDescription d -> {
        out.u8(VM_DESCRIPTION);
        out.be32(d.json().length);
        out.bytes(d.json());
      }
      case StreamItem.Trailing t -> out.bytes(t.bytes());
    }
  }

  private void header(StreamItem.SectionHeader header) {
    out.u8(header.kind().type());
    out.be32(header.sectionId());
    if (header.kind().hasFullHeader()) {
      out.str8(header.idstr());
      out.be32(header.instanceId());
      out.be32(header.versionId());
    }
  }
}
