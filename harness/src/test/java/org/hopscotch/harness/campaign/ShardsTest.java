package org.hopscotch.harness.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hopscotch.corpus.yaml.ProvenanceYaml;
import org.hopscotch.harness.invariant.DecoderTotal;
import org.hopscotch.harness.invariant.RoundTrip;
import org.hopscotch.model.scenario.Guest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Shards together find and save what the whole run does.
class ShardsTest {
  private static final long SEED = 11;
  private static final long TRIES = 2300;

  @TempDir private Path folder;

  /// Many kinds of device show it, some of them rarely: with many findings some are first met in
  /// each shard.
  private static Experiments experiments() {
    RoundTrip.Codec right = RoundTrip.ofThisProject();
    RoundTrip.Codec defective =
        new RoundTrip.Codec() {
          @Override
          public RoundTrip.Saved save(Guest source) {
            return right.save(source);
          }

          @Override
          public RoundTrip.Loaded load(Guest destination, byte[] body) {
            if (destination.section().fields().size() > 2 && body.length > 5) {
              throw new IllegalStateException("planted " + destination.section().fields().size());
            }
            return right.load(destination, body);
          }
        };
    return Experiments.of(
        List.of(), new DecoderTotal(), new RoundTrip(defective), Experiments.Selection.ALL);
  }

  private Totals run(Shard shard, int threads, Path out) throws Exception {
    FindingsFolder findings =
        new FindingsFolder(
            out, RunKey.of(SEED, new TreeMap<>(), shard), "campaign --seed " + SEED, Disk.REAL);
    return new Campaign(SEED, experiments(), shard)
        .run(
            threads,
            Campaign.Work.of(TRIES),
            () -> false,
            (_, found) -> found.forEach(one -> save(findings, one)));
  }

  private static void save(FindingsFolder findings, Found one) {
    try {
      findings.save(one);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static SortedMap<String, String> files(Path folder) throws IOException {
    SortedMap<String, String> all = new TreeMap<>();
    try (var files = Files.list(folder)) {
      for (Path one : files.toList()) {
        all.put(one.getFileName().toString(), Files.readString(one, StandardCharsets.ISO_8859_1));
      }
    }
    return all;
  }

  private static Optional<Long> number(Map<String, String> files, String name) throws Exception {
    String found = files.get(name.replaceAll("(\\.original)?\\.(found\\.)?\\w+$", ".found.yaml"));
    return found == null ? Optional.empty() : Optional.of(ProvenanceYaml.read(found).number());
  }

  @Test
  void savedFilesAreTheSameWhateverThreadsAndShards() throws Exception {
    Totals whole = run(Shard.WHOLE, 2, folder.resolve("whole"));
    SortedMap<String, String> all = files(folder.resolve("whole"));
    assertThat(whole.found()).hasSizeGreaterThan(3);
    assertThat(all).hasSize(3 * whole.found().size());
    run(Shard.WHOLE, 1, folder.resolve("alone"));
    assertThat(files(folder.resolve("alone"))).isEqualTo(all);

    List<Totals> parts = new ArrayList<>();
    SortedMap<String, String> union = new TreeMap<>();
    boolean several = false;
    for (int i = 1; i <= 3; i++) {
      Path own = folder.resolve("own" + i);
      parts.add(run(new Shard(i, 3), 2, own));
      run(new Shard(i, 3), 1, folder.resolve("shared"));
      SortedMap<String, String> saved = files(own);
      for (String name : saved.keySet()) {
        boolean lower =
            number(union, name).orElse(Long.MAX_VALUE) > number(saved, name).orElseThrow();
        several |= union.containsKey(name);
        if (lower && name.endsWith(".found.yaml")) {
          String stem = name.replace(".found.yaml", "");
          saved.forEach((other, content) -> {
            if (other.startsWith(stem)) {
              union.put(other, content);
            }
          });
        }
      }
    }
    assertThat(several).isTrue();
    assertThat(union).isEqualTo(all);
    assertThat(files(folder.resolve("shared"))).isEqualTo(all);
    assertThat(parts.stream().mapToLong(Totals::tries).sum()).isEqualTo(TRIES);
    assertThat(parts.stream().mapToLong(Totals::violated).sum()).isEqualTo(whole.violated());
  }

  @Test
  void sharesOutEveryBatchOnce() {
    List<Shard> shards = List.of(new Shard(1, 3), new Shard(2, 3), new Shard(3, 3));
    long end = 0;
    Optional<Batch> batch = Optional.of(Batch.first(1_000_001));
    int count = 0;
    while (batch.isPresent()) {
      Batch one = batch.get();
      assertThat(one.from()).isEqualTo(end);
      assertThat(shards.stream().filter(shard -> shard.has(one))).hasSize(1);
      end = one.to();
      count++;
      batch = one.next(1_000_001);
    }
    assertThat(end).isEqualTo(1_000_001);
    assertThat(count).isBetween(150, 300);
  }

  @Test
  void refusesShardsThatThereAreNot() {
    for (String bad : Arrays.asList("0/3", "4/3", "1", "1/0", "a/b", "-1/3", "1/9999999")) {
      assertThatThrownBy(() -> Shard.parse(bad)).isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(Shard.parse("3/3")).isEqualTo(new Shard(3, 3));
  }
}
