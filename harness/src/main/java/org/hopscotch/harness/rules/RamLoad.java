package org.hopscotch.harness.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hopscotch.model.release.Device;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.RamBlock;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.state.Value;
import org.hopscotch.model.wire.LoaderFamily;
import org.hopscotch.model.wire.Refusal;

/// The section `ram` (wire-format section 7.1). Pages are taken for their places only.
final class RamLoad {
  private static final int ZERO = 0x002;
  private static final int MEM_SIZE = 0x004;
  private static final int PAGE = 0x008;
  private static final int EOS = 0x010;
  private static final int CONTINUE = 0x020;
  private static final int XBZRLE = 0x040;
  private static final int HOOK = 0x080;
  private static final int COMPRESS_PAGE = 0x100;
  private static final int MULTIFD_FLUSH = 0x200;

  private final RulesHost host;
  private Optional<String> lastBlock = Optional.empty();

  RamLoad(RulesHost host) {
    this.host = host;
  }

  /// A block as the host begins with it.
  ///
  /// @param most to which it can be resized, 0 for not at all
  record Block(String name, long length, long most) {}

  static List<Block> blocks(RulesHost host) {
    List<Block> blocks = new ArrayList<>();
    for (RamBlock block : host.machine().ram()) {
      add(blocks, "", block, host.properties(RulesHost.MIGRATION));
    }
    for (Device device : host.devices()) {
      DeviceType type = host.host().release().type(device.type()).orElseThrow();
      for (DeviceType one : RulesProperties.ancestry(host.host().release(), type).reversed()) {
        for (RamBlock block : one.ram()) {
          String path = device.path().isPresent() ? device.path().get() + "/" : "";
          add(blocks, path, block, host.properties(device.id()));
        }
      }
    }
    return blocks;
  }

  private static void add(
      List<Block> blocks, String path, RamBlock block, Map<String, Long> properties) {
    Opaque opaque = Opaque.device(new Section("", 0, 0), Map.of(), properties);
    if (Meaning.holds(block.present(), opaque, 0)) {
      Value length = Meaning.value(block.usedLength(), opaque, 0);
      String name = Meaning.holds(block.below(), opaque, 0) ? path + block.name() : block.name();
      blocks.add(new Block(name, Cell.of(length).number(), block.maxLength()));
    }
  }

  /// Writes the list of blocks, with the lengths that they have now.
  static void saveList(RulesHost host, BodySave out) {
    long total = 0;
    for (long length : host.ramLengths().values()) {
      total += length;
    }
    out.number(total | MEM_SIZE, 8);
    host.ramLengths()
        .forEach((name, length) -> {
          out.str8(name);
          out.number(length, 8);
          if (host.has("x-ignore-shared")) {
            out.number(0, 8);
          }
        });
  }

  private static RefusedByRulesException refused(Refusal.Reason reason) {
    return new RefusedByRulesException(reason);
  }

  void load(Tape tape, long version) {
    if (version != 4) {
      throw refused(new Refusal.UnsupportedRamVersion(version));
    }
    long pageBytes = 1L << ConfigurationRules.pageBits(host);
    while (true) {
      // Observed: a word that is cut off reads as zeros, and zero is no flag.
      long word = tape.left() < 8 ? 0 : tape.number(8);
      int flags = (int) (word & (pageBytes - 1));
      long address = word & -pageBytes;
      if (isOld() && (flags & COMPRESS_PAGE) != 0) {
        throw refused(new Refusal.CompressedPage());
      }
      if ((flags & (ZERO | PAGE | XBZRLE)) != 0) {
        page(tape, flags, address);
      }
      switch (flags & ~CONTINUE) {
        case MEM_SIZE -> list(tape, address);
        case ZERO -> zeroPage(tape);
        case PAGE -> tape.take(pageBytes);
        case XBZRLE -> delta(tape, pageBytes, address);
        case EOS -> {
          return;
        }
        case HOOK -> {
          if (isOld()) {
            throw refused(new Refusal.UnknownFlags(flags));
          }
        }
        case MULTIFD_FLUSH -> {
          if (!Entry.since(host.host().release(), "8.1", !isOld())) {
            throw refused(new Refusal.UnknownFlags(flags));
          }
        }
        default -> throw refused(new Refusal.UnknownFlags(flags));
      }
    }
  }

  private boolean isOld() {
    return host.host().release().family() == LoaderFamily.UP_TO_9_1;
  }

  private void page(Tape tape, int flags, long address) {
    if ((flags & CONTINUE) == 0) {
      String name = tape.text((int) tape.number(1));
      if (!host.ramLengths().containsKey(name)) {
        throw refused(new Refusal.PageWithoutBlock(name, address));
      }
      lastBlock = Optional.of(name);
    }
    if (lastBlock.isEmpty()) {
      throw refused(new Refusal.NoRamBlock(address));
    }
    if (Long.compareUnsigned(address, host.ramLengths().get(lastBlock.get())) >= 0) {
      throw refused(new Refusal.PageOutsideBlock(lastBlock.get(), address));
    }
  }

  private void zeroPage(Tape tape) {
    int fill = (int) tape.number(1);
    if (fill != 0 && !isOld()) {
      throw refused(new Refusal.FilledPage(fill));
    }
  }

  private static void delta(Tape tape, long pageBytes, long address) {
    long coding = tape.number(1);
    long length = tape.number(2);
    if (coding != 1) {
      throw refused(
          new Refusal.BadDelta("Failed to load XBZRLE page - wrong compression!", address));
    }
    if (length > pageBytes) {
      throw refused(new Refusal.BadDelta("Failed to load XBZRLE page - len overflow!", address));
    }
    decode(tape.take(length), pageBytes, address);
  }

  /// By turns how many bytes stay and how many are new, and the new ones; numbers are ULEB128 of
  /// one or two bytes.
  private static void decode(byte[] delta, long pageBytes, long address) {
    long page = 0;
    int at = 0;
    boolean fresh = false;
    while (at < delta.length) {
      int first = delta[at++] & 0xff;
      boolean two = first >= 128;
      if (two && (at == delta.length || delta[at] < 0)) {
        throw notDecoded(address);
      }
      int run = two ? first - 128 + 128 * delta[at++] : first;
      page += run;
      boolean atStart = !fresh && at == (two ? 2 : 1);
      if ((run == 0 && !atStart) || page > pageBytes || (fresh && run > delta.length - at)) {
        throw notDecoded(address);
      }
      at += fresh ? run : 0;
      fresh = !fresh;
    }
    if (fresh) {
      throw notDecoded(address);
    }
  }

  private static RefusedByRulesException notDecoded(long address) {
    return refused(new Refusal.BadDelta("Failed to load XBZRLE page - decode error!", address));
  }

  /// Entries follow until they make up the announced total, whatever it takes.
  private void list(Tape tape, long total) {
    long left = total;
    while (left != 0) {
      String name = tape.text((int) tape.number(1));
      long length = tape.number(8);
      Optional<Block> block =
          blocks(host).stream().filter(one -> one.name().equals(name)).findFirst();
      if (block.isEmpty()) {
        throw refused(new Refusal.UnknownRamBlock(name));
      }
      long ours = host.ramLengths().get(name);
      if (length != ours && block.get().most() == 0) {
        throw refused(new Refusal.OtherBlockSize(name, length, ours));
      }
      if (length != ours && Long.compareUnsigned(length, block.get().most()) > 0) {
        throw refused(new Refusal.BlockTooLarge(name, length, block.get().most()));
      }
      host.ramLengths().put(name, length);
      if (host.has("x-ignore-shared")) {
        tape.number(8);
      }
      left -= length;
    }
  }
}
