package org.hopscotch.model.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hopscotch.model.schema.ScalarType;

/// Reads what a virtio device behind PCI saves as one undescribed field (wire-format section 7.4).
///
/// The layout is certain only when it ends exactly where the field ends; otherwise the field stays
/// opaque. What the device type itself saves lies between the queues and the subsections of
/// `virtio`, and stays opaque too: nothing in a stream tells how it is laid out.
final class VirtioReader {
  private static final int MOST_QUEUES = 1024;
  private static final int CONVENTIONAL_CONFIG = 256;
  private static final int EXPRESS_CONFIG = 4096;
  private static final int MSIX_CAPABILITY = 0x11;
  private static final Likenesses SUBSECTIONS = Likenesses.of(subsections());

  private final WireInput in;
  private final List<Description.Field> fields = new ArrayList<>();
  private final List<Body.Content> values = new ArrayList<>();

  private VirtioReader(WireInput in) {
    this.in = in;
  }

  /// {@return a
  /// {@link Body.Struct} when all of `slice` is laid out as wire-format 7.4 says, in just one way;
  /// else a {@link Body.Opaque}. All of `slice` is consumed}
  static Body.Content read(WireInput slice) {
    long start = slice.offset();
    long end = start + slice.remaining();
    Optional<Body> express = attempt(slice, EXPRESS_CONFIG);
    slice.moveTo(start);
    Optional<Body> conventional = attempt(slice, CONVENTIONAL_CONFIG);
    slice.moveTo(end);
    if (express.isPresent() == conventional.isPresent()) {
      return new Body.Opaque(slice.copy(start, end), "not laid out as virtio behind PCI");
    }
    return new Body.Struct(express.or(() -> conventional).orElseThrow());
  }

  private static Optional<Body> attempt(WireInput in, int configBytes) {
    int depth = in.depth();
    try {
      return Optional.of(new VirtioReader(in).proxyAndDevice(configBytes));
    } catch (RefusedException _) {
      // Refused as this layout; the caller keeps the bytes.
      in.leaveTo(depth);
      return Optional.empty();
    }
  }

  private Body proxyAndDevice(int configBytes) {
    byte[] config = pciDevice(configBytes);
    int vectors = msixEntries(config);
    if (vectors > 0) {
      int pending = Math.ceilDiv(vectors, Byte.SIZE);
      add("msix", "msix state", new Body.MsixState(in.bytes(16L * vectors), in.bytes(pending)));
      scalar("config_vector", ScalarType.UINT16);
    }
    scalar("status", ScalarType.UINT8);
    scalar("isr", ScalarType.UINT8);
    scalar("queue_sel", ScalarType.UINT16);
    scalar("guest_features", ScalarType.UINT32);
    long configLength = scalar("config_len", ScalarType.UINT32);
    in.requireElements("config", configLength, 1);
    add("config", "buffer", new Body.Bytes(in.bytes(configLength)));
    queues(scalar("num_queues", ScalarType.UINT32), vectors > 0);
    return device();
  }

  /// The proxy's `PCIDevice`: version, configuration space, interrupt pins.
  private byte[] pciDevice(int configBytes) {
    long version = in.be32();
    byte[] config = in.bytes(configBytes);
    Body.Scalars pins =
        new Body.Scalars(ScalarType.UINT32, in.be32(), in.be32(), in.be32(), in.be32());
    if (Arrays.stream(pins.values()).anyMatch(state -> state > 1)) {
      throw in.refused(new Refusal.DescriptionMismatch("interrupt pins of 0 or 1"));
    }
    Description.Vmsd layout =
        new Description.Vmsd(
            "PCIDevice",
            2,
            List.of(
                new Description.Field("version_id", "int32 le", 4),
                new Description.Field("config", "pci config", configBytes),
                new Description.Field("irq_state", "pci irq state", 16)),
            List.of());
    Body.Scalars versionId = new Body.Scalars(ScalarType.INT32_POSITIVE_LE, version);
    Body proxy = new Body(layout, List.of(versionId, new Body.Bytes(config), pins), List.of());
    fields.add(new Description.Field("parent_obj", 20L + configBytes, layout));
    values.add(new Body.Struct(proxy));
    return config;
  }

  /// Finds the MSI-X capability in the list that starts at byte 0x34 of the configuration.
  private static int msixEntries(byte[] config) {
    int at = config[0x34] & 0xfc;
    // Capabilities lie 4 bytes apart or more, so a longer walk is a circle.
    for (int hops = 0; at != 0 && hops < 64; hops++) {
      if (config[at] == MSIX_CAPABILITY) {
        return ((config[at + 2] & 0xff) | (config[at + 3] & 0x07) << 8) + 1;
      }
      at = config[at + 1] & 0xfc;
    }
    return 0;
  }

  private void queues(long count, boolean hasVectors) {
    if (count > MOST_QUEUES) {
      throw in.refused(new Refusal.ImpossibleLength("num_queues", count, MOST_QUEUES));
    }
    List<Description.Field> queue =
        new ArrayList<>(
            List.of(
                new Description.Field("vring.num", "uint32", 4),
                new Description.Field("vring.desc", "uint64", 8),
                new Description.Field("last_avail_idx", "uint16", 2)));
    if (hasVectors) {
      queue.add(new Description.Field("vector", "uint16", 2));
    }
    Description.Vmsd layout = new Description.Vmsd("virtqueue", 1, queue, List.of());
    long size = queue.stream().mapToLong(Description.Field::size).sum();
    Description.Field field = new Description.Field("vq", size, layout).times(count);
    fields.add(field);
    Body.Structs read = (Body.Structs) new ColumnReader(in, NullChoices.none()).read(field);
    Body.Scalars sizes = (Body.Scalars) read.columns().getFirst();
    // Only queues before the first one of size 0 are saved, so other bytes were read as queues
    // here.
    if (count == 0 || Arrays.stream(sizes.values()).anyMatch(each -> each == 0)) {
      throw in.refused(new Refusal.DescriptionMismatch("queues that have a size"));
    }
    values.add(read);
  }

  /// What the device type saves, up to the place from which the subsections reach the end exactly.
  private Body device() {
    long start = in.offset();
    long end = start + in.remaining();
    boolean frames = false;
    for (long split = start; split < end; split++) {
      in.moveTo(split);
      if (in.peek(0) == BodyWriter.SUBSECTION && in.peekText(2, 7).equals("virtio/")) {
        frames = true;
        Optional<List<Body>> subsections = subsectionsToEnd();
        if (subsections.isPresent()) {
          return body(start, split, subsections.get());
        }
      }
    }
    if (frames) {
      throw in.refused(new Refusal.DescriptionMismatch("virtio subsections up to the end"));
    }
    return body(start, end, List.of());
  }

  private Optional<List<Body>> subsectionsToEnd() {
    int depth = in.depth();
    try {
      Description.Vmsd none = new Description.Vmsd("virtio", 1, List.of(), List.of());
      List<Body> subsections = BodyReader.alike(in, SUBSECTIONS).read(none).subsections();
      return in.atEnd() ? Optional.of(subsections) : Optional.empty();
    } catch (RefusedException _) {
      // No subsections begin here: the byte belongs to the device.
      in.leaveTo(depth);
      return Optional.empty();
    }
  }

  private Body body(long device, long split, List<Body> subsections) {
    if (split > device) {
      String why = "the layout of this device's own part is not in the stream";
      add("device", "virtio device", new Body.Opaque(in.copy(device, split), why));
    }
    List<Description.Vmsd> layouts = subsections.stream().map(Body::layout).toList();
    return new Body(new Description.Vmsd("virtio", 1, fields, layouts), values, subsections);
  }

  private long scalar(String name, ScalarType type) {
    long value = in.integer(type.width());
    add(name, type.wireName(), new Body.Scalars(type, value));
    return value;
  }

  private void add(String name, String type, Body.Content value) {
    fields.add(new Description.Field(name, type, BodySize.of(value)));
    values.add(value);
  }

  /// The subsections of `virtio`, each of version 1; all arrays are of the 1024 queues there can
  /// be.
  private static Description.Vmsd subsections() {
    Description.Vmsd avail = vmsd("ringsize", field("vring.num_default", "uint32", 4));
    Description.Vmsd split =
        vmsd(
            "virtqueue_state", field("vring.avail", "uint64", 8), field("vring.used", "uint64", 8));
    Description.Vmsd packed =
        vmsd(
            "packed_virtqueue_state",
            field("last_avail_idx", "uint16", 2),
            field("last_avail_wrap_counter", "bool", 1),
            field("used_idx", "uint16", 2),
            field("used_wrap_counter", "bool", 1),
            field("inuse", "uint32", 4));
    Description.Vmsd modern =
        vmsd(
            "virtio_pci/modern_queue_state",
            field("num", "uint16", 2),
            field("unused", "unused_buffer", 1),
            field("enabled", "bool", 1),
            field("desc", "uint32", 4).times(2),
            field("avail", "uint32", 4).times(2),
            field("used", "uint32", 4).times(2));
    Description.Vmsd modernState =
        vmsd(
            "virtio_pci/modern_state",
            field("dfselect", "uint32", 4),
            field("gfselect", "uint32", 4),
            field("guest_features", "uint32", 4).times(2),
            queues("vqs", modern, 28));
    Description.Vmsd proxy = new Description.Vmsd("virtio_pci", 1, List.of(), List.of(modernState));
    return new Description.Vmsd(
        "virtio",
        1,
        List.of(),
        List.of(
            vmsd("virtio/device_endian", field("device_endian", "uint8", 1)),
            vmsd("virtio/64bit_features", field("guest_features", "uint64", 8)),
            vmsd("virtio/virtqueues", queues("vq", split, 16)),
            vmsd("virtio/packed_virtqueues", queues("vq", packed, 10)),
            vmsd("virtio/ringsize", queues("vq", avail, 4)),
            vmsd("virtio/broken", field("broken", "bool", 1)),
            vmsd("virtio/started", field("started", "bool", 1)),
            vmsd("virtio/disabled", field("disabled", "bool", 1)),
            vmsd("virtio/extra_state", new Description.Field("extra_state", 0, proxy))));
  }

  private static Description.Field queues(String name, Description.Vmsd queue, long size) {
    return new Description.Field(name, size, queue).times(MOST_QUEUES);
  }

  private static Description.Vmsd vmsd(String name, Description.Field... fields) {
    return new Description.Vmsd(name, 1, List.of(fields), List.of());
  }

  private static Description.Field field(String name, String type, long size) {
    return new Description.Field(name, type, size);
  }
}
