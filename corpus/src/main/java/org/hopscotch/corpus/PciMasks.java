package org.hopscotch.corpus;

import java.util.Arrays;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.state.Value;

/// Which bits of a captured PCI configuration space a loader compares with its own: what the PCI
/// specification makes read-only and QEMU checks. A stream does not tell, and what a device adds of
/// its own is not known; BARs count with the bits that say their kind.
final class PciMasks {
  private static final int VENDOR_ID = 0x00;
  private static final int COMMAND = 0x04;
  private static final int STATUS = 0x06;
  private static final int STATUS_CAPABILITIES = 0x10;
  private static final int REVISION_AND_CLASS = 0x08;
  private static final int CACHE_LINE = 0x0c;
  private static final int HEADER_TYPE = 0x0e;
  private static final int FIRST_BAR = 0x10;
  private static final int BAR_BYTES = 4;
  private static final int CAPABILITY_POINTER = 0x34;
  private static final int INTERRUPT_LINE = 0x3c;
  private static final int HEADER_BYTES = 0x40;
  private static final int CAPABILITIES_MOST = 48;

  private final byte[] config;
  private final byte[] fixed;
  private final byte[] writable;

  private PciMasks(byte[] config) {
    this.config = config;
    this.fixed = new byte[config.length];
    this.writable = new byte[config.length];
  }

  /// {@return a device's PCI state with the masks of its configuration space}
  static DeviceState added(DeviceState pciDevice, byte[] config) {
    PciMasks masks = new PciMasks(config);
    masks.header();
    masks.capabilities();
    return pciDevice
        .with("cmask", new Value.Bytes(masks.fixed))
        .with("wmask", new Value.Bytes(masks.writable));
  }

  private void header() {
    fix(VENDOR_ID, 4);
    fixed[STATUS] = STATUS_CAPABILITIES;
    fix(REVISION_AND_CLASS, 4);
    fix(HEADER_TYPE, 1);
    fix(CAPABILITY_POINTER, 1);
    Arrays.fill(writable, COMMAND, COMMAND + 2, (byte) 0xff);
    writable[CACHE_LINE] = (byte) 0xff;
    writable[INTERRUPT_LINE] = (byte) 0xff;
    Arrays.fill(writable, HEADER_BYTES, writable.length, (byte) 0xff);
    int bars = (config[HEADER_TYPE] & 0x7f) == 0 ? 6 : 2;
    for (int bar = 0; bar < bars; bar++) {
      int at = FIRST_BAR + bar * BAR_BYTES;
      if (config[at] != 0) {
        fixed[at] = (byte) ((config[at] & 1) == 0 ? 0x0f : 0x03);
      }
    }
  }

  private void fix(int from, int count) {
    Arrays.fill(fixed, from, from + count, (byte) 0xff);
  }

  private void capabilities() {
    int at = config[CAPABILITY_POINTER] & 0xfc;
    for (int i = 0; i < CAPABILITIES_MOST && at >= HEADER_BYTES; i++) {
      capability(at);
      at = config[at + 1] & 0xfc;
    }
  }

  /// The head of each, and what its kind is known to fix.
  private void capability(int at) {
    readOnly(at, 2);
    switch (config[at]) {
      case 0x05 -> {
        boolean wide = (config[at + 2] & 0x80) != 0;
        readOnly(at + 2, 2);
        writable[at + 2] = 0x71;
        if (wide) {
          writable[at + 4] = (byte) 0xfc;
          fixed[at + 4] = (byte) 0xff;
        }
      }
      case 0x11 -> {
        readOnly(at + 2, 10);
        writable[at + 3] = (byte) 0xc0;
      }
      case 0x09 -> readOnly(at + 2, Math.max((config[at + 2] & 0xff) - 2, 0));
      case 0x10 -> readOnly(at + 2, 6);
      case 0x01 -> readOnly(at + 2, 2);
      default -> {}
    }
  }

  private void readOnly(int from, int count) {
    int to = Math.min(from + count, config.length);
    if (from < to) {
      Arrays.fill(fixed, from, to, (byte) 0xff);
      Arrays.fill(writable, from, to, (byte) 0);
    }
  }
}
