package org.hopscotch.harness.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.hopscotch.harness.cli.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// RAM passes through: what is verified may be far larger than the heap.
class LargeStreamTest {
  private static final int PAGE_BYTES = 4096;
  private static final long PAGES = 1L << 20;
  private static final int PAGES_AT_ONCE = 256;
  private static final int RECORD_BYTES = Long.BYTES + PAGE_BYTES;

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void verifiesFourGibibytesFromAPipeInAHeapOf128Megabytes()
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "verify",
                "-")
            .redirectErrorStream(true)
            .start();
    try (OutputStream pipe = process.getOutputStream()) {
      writeStream(pipe);
    }
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(output).endsWith("1 of 1 byte-identical" + System.lineSeparator());
    assertThat(process.waitFor()).isZero();
  }

  /// One block of 4 GiB, every page of it sent in full.
  private static void writeStream(OutputStream pipe) throws IOException {
    ByteBuffer start = ByteBuffer.allocate(64);
    start.put("QEVM".getBytes(StandardCharsets.US_ASCII)).putInt(3);
    start.put((byte) 1).putInt(2).put((byte) 3).put("ram".getBytes(StandardCharsets.US_ASCII));
    start.putInt(0).putInt(4).putLong(PAGES * PAGE_BYTES | 0x004);
    start.put((byte) 1).put((byte) 'b').putLong(PAGES * PAGE_BYTES);
    start.putLong(0x002).put((byte) 1).put((byte) 'b').put((byte) 0);
    pipe.write(start.array(), 0, start.position());
    ByteBuffer pages = ByteBuffer.allocate(PAGES_AT_ONCE * RECORD_BYTES);
    for (int i = 0; i < pages.capacity(); i++) {
      pages.put(i, (byte) (i * 7));
    }
    for (long page = 0; page < PAGES; page += PAGES_AT_ONCE) {
      for (int i = 0; i < PAGES_AT_ONCE; i++) {
        pages.putLong(i * RECORD_BYTES, (page + i) * PAGE_BYTES | 0x008 | 0x020);
      }
      pipe.write(pages.array());
    }
    pipe.write(new byte[] {0, 0, 0, 0, 0, 0, 0, 0x10, 0x7e, 0, 0, 0, 2, 0});
  }
}
