package org.hopscotch.harness.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import org.hopscotch.corpus.StreamFile;
import org.hopscotch.harness.subject.Instance;
import org.hopscotch.harness.subject.QemuSubject;
import org.hopscotch.harness.subject.RealQemu;
import org.hopscotch.model.migration.Outcome;
import org.hopscotch.model.release.Configuration;
import org.hopscotch.model.wire.Likenesses;
import org.hopscotch.model.wire.StreamWriter;
import org.hopscotch.model.wire.WireOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The QEMU of this machine, where there is one: we understand what it saves, and it loads what we
/// write.
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class RealQemuTest {
  private static final Configuration CONFIGURATION = RealQemu.with("virtio-net-pci", "qemu-xhci");

  @Test
  void loadsWhatWeEncodeFromTheValuesOfWhatItSaved() {
    QemuSubject qemu = RealQemu.orSkip();
    byte[] saved;
    try (Instance source = RealQemu.start(qemu, "pc-q35-7.2", CONFIGURATION)) {
      saved = RealQemu.saved(source).stream();
    }
    byte[] encoded = encode(saved);
    assertThat(encoded).isEqualTo(saved);

    try (Instance destination = RealQemu.start(qemu, "pc-q35-7.2", CONFIGURATION)) {
      assertThat(destination.load(encoded)).isInstanceOf(Outcome.Arrived.class);
    }
  }

  private static byte[] encode(byte[] stream) {
    return WireOutput.toBytes(out -> {
      StreamWriter writer = new StreamWriter(out);
      StreamFile file = StreamFile.standardInput(new ByteArrayInputStream(stream));
      try {
        assertThat(file.read(Likenesses.none(), 1 << 26, (_, item) -> writer.write(item)))
            .isEmpty();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }
}
