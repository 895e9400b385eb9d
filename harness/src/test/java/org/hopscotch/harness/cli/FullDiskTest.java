package org.hopscotch.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.hopscotch.harness.Repository;
import org.hopscotch.harness.campaign.Disk;
import org.hopscotch.harness.campaign.Experiments;
import org.hopscotch.harness.campaign.Journal;
import org.hopscotch.harness.campaign.RunFolder;
import org.hopscotch.harness.campaign.RunKey;
import org.hopscotch.harness.campaign.Shard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A disk that is full loses nothing that was found, and everybody knows.
class FullDiskTest {
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  /// Takes so many bytes and no more.
  private static final class Small implements Disk {
    private long left;

    Small(long left) {
      this.left = left;
    }

    @Override
    public void write(Path file, byte[] content) throws IOException {
      take(file, content);
      Disk.REAL.write(file, content);
    }

    @Override
    public void append(Path file, byte[] content) throws IOException {
      take(file, content);
      Disk.REAL.append(file, content);
    }

    private void take(Path file, byte[] content) throws IOException {
      left -= content.length;
      if (left < 0) {
        throw new FileSystemException(file.toString(), null, "No space left on device");
      }
    }
  }

  private int run(Disk disk) throws Exception {
    Source source =
        Source.history(
            Repository.root().resolve("corpus/cases/virtio-blk-num-queues-newer-to-older.yaml"));
    RunKey key = RunKey.of(1, new TreeMap<>(), Shard.WHOLE);
    CampaignRun.Order order =
        new CampaignRun.Order(
            key,
            "campaign --seed 1",
            1,
            Shard.WHOLE,
            Optional.of(5000L),
            OptionalLong.empty(),
            Duration.ofSeconds(60),
            1);
    try (RunFolder place = RunFolder.open(folder, Shard.WHOLE)) {
      Journal.begin(place.journal(), key, Disk.REAL);
      return new CampaignRun(
              order,
              place,
              Journal.read(place.journal(), disk),
              disk,
              new PrintWriter(out, true),
              new PrintWriter(err, true))
          .run(source.ready(Experiments.Selection.ALL));
    }
  }

  @Test
  void printsWhatItCannotSaveAndStops() throws Exception {
    assertThat(run(new Small(2000))).isEqualTo(ExitCode.FAILED);
    assertThat(out.toString()).doesNotContain("FINDING").contains("256 cases drawn");
    assertThat(err.toString())
        .contains("a finding cannot be saved in " + folder.resolve("findings") + ": No space left")
        .contains("FINDING newer-to-older: hook refused")
        .contains("kind: break")
        .contains("result.json cannot be written: No space left on device");
    assertThat(Files.readAllLines(folder.resolve("progress.jsonl"))).hasSize(1);
  }

  @Test
  void stopsWhenItCannotSayHowFarItIs() throws Exception {
    long findings = 0;
    assertThat(run(Disk.REAL)).isEqualTo(ExitCode.FINDINGS);
    try (var files = Files.list(folder.resolve("findings"))) {
      for (Path one : files.toList()) {
        findings += Files.size(one);
        Files.delete(one);
      }
    }
    assertThat(run(new Small(findings + 100))).isEqualTo(ExitCode.FAILED);
    assertThat(out.toString()).contains("FINDING");
    assertThat(err.toString()).contains("progress.jsonl cannot be written: No space left");
  }
}
