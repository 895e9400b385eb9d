package org.hopscotch.harness.subject;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hopscotch.model.migration.Host;
import org.hopscotch.model.migration.Outcome;
import org.hopscotch.model.release.Configuration;
import org.hopscotch.model.release.Device;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.MachineType;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.wire.LoaderFamily;

/// The QEMU of this machine, where there is one, and what tests ask of it.
public final class RealQemu {
  private static final String PROGRAM = "qemu-system-x86_64";

  /// A release of which names are known and nothing else.
  public static final Release RELEASE =
      new Release(
          "7.2",
          Optional.empty(),
          LoaderFamily.UP_TO_9_1,
          List.of(
              DeviceType.named("e1000"),
              DeviceType.named("virtio-rng-pci"),
              DeviceType.named("virtio-net-pci"),
              DeviceType.named("qemu-xhci")),
          List.of(),
          List.of(
              new MachineType("pc-q35-7.2", "7.2", "pc-q35"),
              new MachineType("pc-q35-5.2", "5.2", "pc-q35")));

  private RealQemu() {}

  /// {@return the program; without it the test is skipped}
  public static QemuSubject orSkip() {
    boolean installed =
        Arrays.stream(System.getenv("PATH").split(":"))
            .anyMatch(path -> Files.isExecutable(Path.of(path, PROGRAM)));
    assumeTrue(installed, PROGRAM + " is not installed");
    return new QemuSubject(PROGRAM);
  }

  /// {@return a machine with some devices, in slots from 3 on}
  public static Configuration with(String... types) {
    return Configuration.BARE.withDevices(
        IntStream.range(0, types.length)
            .mapToObj(i ->
                new Device(
                    types[i] + i,
                    types[i],
                    Optional.of("0000:00:0%d.0".formatted(3 + i)),
                    Map.of()))
            .toList());
  }

  /// {@return what an instance saves}
  public static Instance.Saved saved(Instance instance) {
    return switch (instance.save()) {
      case Instance.Saved saved -> saved;
      case Instance.NotSaved(Outcome outcome) -> throw new AssertionError(outcome.toString());
    };
  }

  /// {@return a started host}
  public static Instance start(QemuSubject qemu, String machine, Configuration configuration) {
    return switch (qemu.start(new Host(RELEASE, machine, configuration))) {
      case Subject.Started(Instance instance) -> instance;
      case Subject.DidNotStart(var failure) -> throw new AssertionError(failure.toString());
    };
  }
}
