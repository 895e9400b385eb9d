package org.hopscotch.corpus;

import java.util.Arrays;

/// Which bytes of its capabilities a loader compares: QEMU reserves a size for each kind, all of
/// which is compared but for what the guest can write, or clear by writing a one.
///
/// Observed by inverting every byte, one at a time, of 30 devices on 7.2, and of 12 of them on 5.2,
/// 10.0 and 11.1, which gave the same.
final class PciCapabilities {
  private static final int POINTER = 0x34;
  private static final int HEADER_BYTES = 0x40;
  private static final int MOST = 48;
  private static final int EXTENDED = 0x100;
  private static final int ROOT_PORT = 4;
  private static final int ROOT_COMPLEX_ENDPOINT = 9;

  private final byte[] config;
  private final byte[] compared;
  private final byte[] writable;

  private PciCapabilities(byte[] config, byte[] compared, byte[] writable) {
    this.config = config;
    this.compared = compared;
    this.writable = writable;
  }

  /// Marks what is compared.
  ///
  /// @param compared bits of each byte of `config` that are compared
  /// @param writable bits that are not, even so
  static void compare(byte[] config, byte[] compared, byte[] writable) {
    PciCapabilities all = new PciCapabilities(config, compared, writable);
    int at = config[POINTER] & 0xfc;
    for (int i = 0; i < MOST && at >= HEADER_BYTES; i++) {
      all.capability(at);
      at = config[at + 1] & 0xfc;
    }
    at = config.length > EXTENDED ? EXTENDED : 0;
    for (int i = 0; i < MOST && at >= EXTENDED && at + 4 <= config.length; i++) {
      all.extended(at);
      at = (config[at + 3] & 0xff) << 4 | (config[at + 2] & 0xf0) >> 4;
    }
  }

  private void capability(int at) {
    switch (config[at]) {
      case 0x01 -> {
        compare(at, 8);
        write(at + 4, 0x03, 0x9f);
      }
      case 0x05 -> msi(at);
      case 0x09 -> vendor(at);
      case 0x10 -> express(at);
      case 0x11 -> {
        compare(at, 12);
        write(at + 3, 0xc0);
      }
      case 0x04, 0x13 -> compare(at, 6);
      case 0x0c, 0x0d, 0x12 -> compare(at, 8);
      default -> compare(at, 2);
    }
  }

  /// Of 64-bit addresses, with a mask for each vector, or both; the flags say so.
  private void msi(int at) {
    int wide = (config[at + 2] & 0x80) != 0 ? 4 : 0;
    boolean masks = (config[at + 3] & 0x01) != 0;
    compare(at, 10 + wide);
    write(at + 2, 0x71);
    write(at + 4, 0xfc);
    open(at + 5, 5 + wide);
    if (masks) {
      // How many vectors have one, and may be pending, changes nothing in what is known here.
      compare(at + 10 + wide, 2);
    }
  }

  /// One of virtio's is a window, through which the guest reads what the others point to.
  private void vendor(int at) {
    compare(at, config[at + 2] & 0xff);
    boolean window = config[0] == (byte) 0xf4 && config[1] == 0x1a && config[at + 3] == 0x05;
    if (window) {
      write(at + 4, 0xff);
      open(at + 8, 12);
    }
  }

  private void express(int at) {
    boolean second = (config[at + 2] & 0x0f) >= 2;
    int type = (config[at + 2] & 0xf0) >> 4;
    compare(at, second ? 60 : 20);
    // The link's state is not compared.
    open(at + 0x12, 2);
    if (type != ROOT_COMPLEX_ENDPOINT) {
      write(at + 0x08, 0x0f, 0, 0x0f);
    }
    if (type == ROOT_PORT || type == ROOT_PORT + 2) {
      write(at + 0x18, 0xf9, 0x0f, 0x19);
      write(at + 0x1c, 0x07);
      write(at + 0x28, 0x20);
    }
    if (second) {
      write(at + 0x29, 0x80);
    }
  }

  private void extended(int at) {
    int id = (config[at] & 0xff) | (config[at + 1] & 0xff) << 8;
    switch (id) {
      case 0x01 -> errors(at);
      case 0x03 -> compare(at, 12);
      case 0x0d -> {
        compare(at, 8);
        write(at + 6, 0x5f);
      }
      case 0x0e, 0x0f -> compare(at, 8);
      case 0x00 -> {}
      default -> compare(at, 4);
    }
  }

  /// Advanced error reporting.
  private void errors(int at) {
    compare(at, 0x48);
    write(at + 0x04, 0x30, 0xf0, 0xff, 0x03);
    write(at + 0x0c, 0x30, 0xf0, 0xff, 0x03);
    write(at + 0x10, 0xc1, 0xf1);
    write(at + 0x14, 0xc1, 0xf1);
    write(at + 0x18, 0x40, 0x05);
    write(at + 0x2c, 0x07);
    write(at + 0x30, 0x7f);
    if (at + 0x33 < config.length) {
      compared[at + 0x33] = 0x07;
    }
  }

  private void compare(int from, int count) {
    Arrays.fill(
        compared,
        Math.min(from, config.length),
        Math.min(from + count, config.length),
        (byte) 0xff);
  }

  private void open(int from, int count) {
    Arrays.fill(
        writable,
        Math.min(from, config.length),
        Math.min(from + count, config.length),
        (byte) 0xff);
  }

  private void write(int at, int... bits) {
    for (int i = 0; i < bits.length && at + i < config.length; i++) {
      writable[at + i] = (byte) bits[i];
    }
  }
}
