package org.hopscotch.corpus;

import java.util.Arrays;
import org.hopscotch.corpus.known.Known;
import org.hopscotch.corpus.known.KnownBar;
import org.hopscotch.corpus.known.KnownPciDevice;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.state.Value;

/// Which bits of a captured PCI configuration space a loader compares with its own: those of the
/// header that cannot change, and of a capability all that QEMU reserves for it and the guest
/// cannot write. A stream does not tell; see {@link PciCapabilities} and `known-sections.yaml`.
final class PciMasks {
  private static final int VENDOR_ID = 0x00;
  private static final int STATUS = 0x06;
  private static final int STATUS_CAPABILITIES = 0x10;
  private static final int REVISION_AND_CLASS = 0x08;
  private static final int HEADER_TYPE = 0x0e;
  private static final int BRIDGE = 1;
  private static final int FIRST_BAR = 0x10;
  private static final int BAR_BYTES = 4;
  private static final int IO_WINDOW = 0x1c;
  private static final int PREFETCHABLE_WINDOW = 0x24;
  private static final int CAPABILITY_POINTER = 0x34;

  private final byte[] config;
  private final byte[] compared;
  private final byte[] writable;

  private PciMasks(byte[] config) {
    this.config = config;
    this.compared = new byte[config.length];
    this.writable = new byte[config.length];
  }

  /// {@return a device's PCI state with the masks of its configuration space}
  static DeviceState added(DeviceState pciDevice, byte[] config, Known known) {
    PciMasks masks = new PciMasks(config);
    KnownPciDevice device = known.device(config);
    masks.header(device);
    if (!device.uncheckedCapabilities()) {
      PciCapabilities.compare(config, masks.compared, masks.writable);
    }
    return pciDevice
        .with("cmask", new Value.Bytes(masks.compared))
        .with("wmask", new Value.Bytes(masks.writable));
  }

  private void header(KnownPciDevice device) {
    Arrays.fill(compared, VENDOR_ID, VENDOR_ID + 4, (byte) 0xff);
    compared[STATUS] = STATUS_CAPABILITIES;
    Arrays.fill(compared, REVISION_AND_CLASS, REVISION_AND_CLASS + 4, (byte) 0xff);
    compared[HEADER_TYPE] = (byte) 0xff;
    compared[CAPABILITY_POINTER] = (byte) 0xff;
    boolean bridge = (config[HEADER_TYPE] & 0x7f) == BRIDGE;
    if (bridge) {
      for (int window : new int[] {IO_WINDOW, IO_WINDOW + 1}) {
        compared[window] = 0x0f;
      }
      for (int window : new int[] {PREFETCHABLE_WINDOW, PREFETCHABLE_WINDOW + 2}) {
        compared[window] = 0x0f;
      }
    }
    if (device.bars().isEmpty()) {
      kinds(bridge ? 2 : 6);
    }
    device.bars().forEach(this::bar);
  }

  /// Of a register of unknown size, the bits that say its kind.
  private void kinds(int bars) {
    for (int bar = 0; bar < bars; bar++) {
      int at = FIRST_BAR + bar * BAR_BYTES;
      boolean io = (config[at] & 1) != 0;
      if (config[at] != 0) {
        compared[at] = (byte) (io ? 0x03 : 0x0f);
      }
      if (!io && (config[at] & 0x04) != 0) {
        bar++;
      }
    }
  }

  private void bar(KnownBar bar) {
    long guest = -bar.size();
    for (int i = 0; i < bar.bytes(); i++) {
      compared[bar.offset() + i] = (byte) 0xff;
      writable[bar.offset() + i] = (byte) (guest >> (i * Byte.SIZE));
    }
  }
}
