package org.hopscotch.model.migration;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.RamBlock;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.release.Resolution;
import org.hopscotch.model.release.ResolvedDevice;
import org.hopscotch.model.schema.Bindings;
import org.hopscotch.model.schema.DeviceExpressions;
import org.hopscotch.model.state.DeviceState;

/// The RAM blocks of one host, by name: the machine's, then those of its devices.
final class RamBlocks {
  private final Map<String, Block> blocks = new LinkedHashMap<>();

  /// One block.
  ///
  /// @param maxLength 0 when it cannot be resized
  record Block(String name, long usedLength, long maxLength) {}

  RamBlocks(Release release, Resolution.Resolved resolved) {
    for (RamBlock block : resolved.machine().ram()) {
      add("", block, resolved.devices().getFirst().bindings());
    }
    for (ResolvedDevice device : resolved.devices()) {
      String path = device.device().path().map(p -> p + "/").orElse("");
      for (DeviceType type : release.lineage(device.type()).reversed()) {
        type.ram().forEach(block -> add(path, block, device.bindings()));
      }
    }
  }

  /// Blocks of the same lengths, each of which can be resized by itself.
  RamBlocks(RamBlocks like) {
    blocks.putAll(like.blocks);
  }

  private void add(String path, RamBlock block, Bindings bindings) {
    if (!DeviceExpressions.holds(block.present(), DeviceState.EMPTY, bindings)) {
      return;
    }
    boolean below = DeviceExpressions.holds(block.below(), DeviceState.EMPTY, bindings);
    String name = (below ? path : "") + block.name();
    long used = DeviceExpressions.number(block.usedLength(), bindings);
    blocks.put(name, new Block(name, used, block.maxLength()));
  }

  Iterable<Block> all() {
    return blocks.values();
  }

  Optional<Block> find(String name) {
    return Optional.ofNullable(blocks.get(name));
  }

  void resize(Block block, long usedLength) {
    blocks.put(block.name(), new Block(block.name(), usedLength, block.maxLength()));
  }

  long total() {
    return blocks.values().stream().mapToLong(Block::usedLength).sum();
  }
}
