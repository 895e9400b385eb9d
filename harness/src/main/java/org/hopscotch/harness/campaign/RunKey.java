package org.hopscotch.harness.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hopscotch.generators.Generation;

/// What the cases of a run follow from. Runs of one key find the same; shards of one run differ in
/// nothing but their `shard`.
///
/// @param tool with its version
/// @param generators {@link Generation#VERSION}
/// @param seed as text: it has 64 bits, which not everything that reads JSON has
/// @param options what else decides what is drawn and judged, by name
public record RunKey(
    String tool, int generators, String seed, SortedMap<String, String> options, String shard) {
  /// This program.
  public static final String TOOL = "hopscotch 0.1.0";

  public RunKey {
    options = new TreeMap<>(options);
  }

  /// {@return the key of a run of this program}
  public static RunKey of(long seed, SortedMap<String, String> options, Shard shard) {
    return new RunKey(TOOL, Generation.VERSION, Long.toString(seed), options, shard.toString());
  }

  /// {@return how this run differs from another one, each in words; empty when it is the same}
  List<String> differences(RunKey other) {
    List<String> all = new ArrayList<>(differencesOfRun(other));
    add(all, "shard", shard, other.shard);
    return all;
  }

  /// {@return the same, whatever the shards}
  List<String> differencesOfRun(RunKey other) {
    List<String> all = new ArrayList<>();
    add(all, "version", tool, other.tool);
    add(all, "version of the generators", "" + generators, "" + other.generators);
    add(all, "seed", seed, other.seed);
    SortedMap<String, String> names = new TreeMap<>(options);
    names.putAll(other.options);
    for (String name : names.keySet()) {
      add(all, name, options.getOrDefault(name, "none"), other.options.getOrDefault(name, "none"));
    }
    return all;
  }

  private static void add(List<String> all, String what, String here, String there) {
    if (!here.equals(there)) {
      all.add("its %s is %s, not %s".formatted(what, there, here));
    }
  }
}
