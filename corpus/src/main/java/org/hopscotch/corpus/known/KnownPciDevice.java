package org.hopscotch.corpus.known;

import java.util.List;

/// A PCI device by what its configuration space says it is.
///
/// @param bars of which a loader compares all bits that the guest cannot write
/// @param uncheckedCapabilities whether it made its capabilities by hand, so that nobody compares
///     them
public record KnownPciDevice(
    int vendor, int device, List<KnownBar> bars, boolean uncheckedCapabilities) {

  /// A device of which nothing is known.
  public static final KnownPciDevice UNKNOWN = new KnownPciDevice(0, 0, List.of(), false);

  public KnownPciDevice {
    bars = List.copyOf(bars);
  }

  /// {@return whether a configuration space can be this device's}
  boolean fits(byte[] config) {
    return vendor == word(config, 0)
        && device == word(config, 2)
        && bars.stream().allMatch(bar -> bar.fits(config));
  }

  private static int word(byte[] config, int at) {
    return (config[at] & 0xff) | (config[at + 1] & 0xff) << Byte.SIZE;
  }
}
