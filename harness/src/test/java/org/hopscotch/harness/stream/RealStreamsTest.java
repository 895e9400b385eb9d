package org.hopscotch.harness.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.hopscotch.corpus.StreamFile;
import org.hopscotch.harness.Repository;
import org.hopscotch.model.wire.Body;
import org.hopscotch.model.wire.DirtyBitmapRecord;
import org.hopscotch.model.wire.Likenesses;
import org.hopscotch.model.wire.RamRecord;
import org.hopscotch.model.wire.StreamItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every file in corpus/streams: what real releases of QEMU wrote.
class RealStreamsTest {
  private static final int HELD_BYTES = 64 << 20;

  static Stream<Path> streams() {
    return Repository.streams().stream();
  }

  @ParameterizedTest
  @MethodSource("streams")
  void encodesToTheSameBytes(Path file) throws IOException {
    StreamVerifier.Result result =
        StreamVerifier.verify(StreamFile.at(file), Likenesses.none(), HELD_BYTES);
    assertThat(result.refusal()).isEmpty();
    assertThat(result.difference()).isEmpty();
    try (InputStream all = new GZIPInputStream(Files.newInputStream(file))) {
      assertThat(result.bytes()).isEqualTo(all.transferTo(java.io.OutputStream.nullOutputStream()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"5.2", "7.2", "10.0", "11.1"})
  void understandsMoreThan99OfAHundredDeviceBytesOfDescribedStreams(String release)
      throws IOException {
    for (Path file : filesOf(release, ".mig.gz")) {
      StreamVerifier.Result result =
          StreamVerifier.verify(StreamFile.at(file), Likenesses.none(), HELD_BYTES);
      assertThat(result.share().share()).as("%s", file).isLessThan(0.01);
      assertThat(result.share().bytes()).as("%s", file).isGreaterThan(20_000);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"5.2", "7.2", "10.0", "11.1"})
  void understandsDeviceStateByTheLikenessOfStreams(String release) throws IOException {
    Path folder = Repository.stream(release + "/pc-q35-5.2");
    Likenesses likenesses =
        new Likenesses(
            List.of(
                StreamFile.at(folder.resolve("virtio.mig.gz"))
                    .description(HELD_BYTES)
                    .orElseThrow(),
                StreamFile.at(folder.resolve("legacy.mig.gz"))
                    .description(HELD_BYTES)
                    .orElseThrow()));
    for (Path file : filesOf(release, ".devices.gz")) {
      StreamVerifier.Result result =
          StreamVerifier.verify(StreamFile.at(file), likenesses, HELD_BYTES);
      assertThat(result.identical()).isTrue();
      assertThat(result.share().share()).as("%s", file).isLessThan(0.06);
      assertThat(StreamVerifier.verify(StreamFile.at(file), Likenesses.none(), HELD_BYTES).share())
          .satisfies(share -> assertThat(share.share()).isEqualTo(1));
    }
  }

  @Test
  void holdsEveryFormThatAStreamFileCanHave() throws IOException {
    Set<String> forms = new HashSet<>();
    for (Path file : Repository.streams()) {
      forms.add(file.getParent().getParent().getFileName().toString());
      StreamFile.at(file).read(Likenesses.none(), HELD_BYTES, (_, item) -> note(forms, item));
    }
    assertThat(forms)
        .contains("5.2", "7.2", "10.0", "11.1")
        .contains("Header", "Configuration", "Command", "Device", "Unknown", "Footer", "Eof")
        .contains("VmDescription", "START", "PART", "END", "FULL", "DirtyBitmap", "Block")
        .contains("MemSize", "Zero", "Page", "Xbzrle", "CompressedPage", "Mark", "MappedBitmap")
        .contains("MappedPage", "guest address", "dirty bits")
        .contains("configuration/capabilities", "configuration/uuid")
        .contains("Scalars", "Bytes", "Struct", "Structs", "Markers", "Queue", "MsixState");
  }

  private static void note(Set<String> forms, StreamItem item) {
    forms.add(item.getClass().getSimpleName());
    switch (item) {
      case StreamItem.SectionHeader h -> forms.add(h.kind().name());
      case StreamItem.Ram r -> {
        forms.add(r.record().getClass().getSimpleName());
        if (r.record() instanceof RamRecord.Block b && b.guestAddress().isPresent()) {
          forms.add("guest address");
        }
      }
      case StreamItem.DirtyBitmap d -> {
        if (d.record().content() instanceof DirtyBitmapRecord.Bits) {
          forms.add("dirty bits");
        }
      }
      case StreamItem.Configuration c ->
          c.body().subsections().forEach(sub -> forms.add(sub.layout().name()));
      case StreamItem.Device d -> note(forms, d.body());
      case StreamItem.Header _,
          StreamItem.Command _,
          StreamItem.Block _,
          StreamItem.Unknown _,
          StreamItem.Footer _,
          StreamItem.Eof _,
          StreamItem.VmDescription _,
          StreamItem.Trailing _ -> {}
    }
  }

  private static void note(Set<String> forms, Body body) {
    for (Body.Content value : body.values()) {
      forms.add(value.getClass().getSimpleName());
      if (value instanceof Body.Struct struct) {
        note(forms, struct.body());
      }
    }
  }

  private static List<Path> filesOf(String release, String ending) {
    List<Path> files =
        Repository.streams().stream()
            .filter(file -> file.startsWith(Repository.stream(release)))
            .filter(file -> file.toString().endsWith(ending))
            .toList();
    assertThat(files).isNotEmpty();
    return files;
  }
}
