package org.hopscotch.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.hopscotch.model.migration.Outcome;
import org.hopscotch.model.migration.VirtualMachine;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.wire.LoaderFamily;
import org.junit.jupiter.api.Test;

/// A real host as it is known: it takes what it saved, and what is known of it is used.
class ImportedHostTest {

  @Test
  void opensVirtioBehindPci() throws IOException {
    Section device = section(host("virtio-net-pci"), "0000:00:01.0/virtio-net#0");
    Section virtio = ((FieldType.Struct) device.fields().getFirst().type()).section();
    assertThat(virtio.fields().stream().map(Field::name))
        .containsExactly(
            "parent_obj",
            "msix",
            "config_vector",
            "config vector",
            "status",
            "isr",
            "queue_sel",
            "queue selector",
            "guest_features",
            "config_len",
            "config",
            "num_queues",
            "number of virtqueues",
            "vq",
            "device");
    assertThat(virtio.subsections().stream().map(one -> one.section().name()))
        .contains("virtio/64bit_features", "virtio/broken", "virtio/ringsize");
    assertThat(section(host("virtio-net-pci"), "hpet#0").fields().stream().map(Field::name))
        .contains("num_timers in range");
  }

  @Test
  void takesWhatItSaved() throws IOException {
    for (String name : List.of("virtio", "legacy", "virtio-gpu-pci", "pcie-root-port", "ide-hd")) {
      ImportedHost host = host(name);
      VirtualMachine machine =
          ((VirtualMachine.Started) VirtualMachine.start(host.host())).machine();
      machine.enter(host.state());
      Outcome outcome = machine.load(bytes(name));
      assertThat(outcome.arrived()).as(name + ": " + outcome).isTrue();
    }
  }

  private static Section section(ImportedHost host, String id) {
    Optional<DeviceType> type = host.host().release().type(id);
    return type.flatMap(DeviceType::section).orElseThrow();
  }

  private static ImportedHost host(String name) throws IOException {
    return ImportedHost.of(
        "7.2", LoaderFamily.UP_TO_9_1, StreamFile.at(file(name)), VmstateDump.NONE);
  }

  private static byte[] bytes(String name) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file(name)))) {
      return in.readAllBytes();
    }
  }

  private static Path file(String name) {
    return CapturedStreams.named("7.2", name).getFirst();
  }
}
