package org.hopscotch.harness.campaign;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.hopscotch.corpus.Provenance;
import org.hopscotch.corpus.yaml.ProvenanceYaml;
import org.hopscotch.corpus.yaml.YamlException;
import org.hopscotch.model.scenario.Severity;

/// The folder of a run's findings. A finding is three files: `NAME.yaml` (or `.mig`), the minimised
/// case; `NAME.original.yaml`, the case as it was drawn; and `NAME.found.yaml`, its {@link
/// Provenance}. NAME is the promise and a hash of the signature, so shards that share a folder, or
/// whose folders are put together, save one finding once: that of the lowest case.
public final class FindingsFolder {
  /// What the name of a provenance ends in.
  public static final String FOUND = ".found.yaml";

  private static final String ORIGINAL = ".original.";
  private static final int HASH_BYTES = 4;

  private final Path folder;
  private final RunKey run;
  private final String command;
  private final Disk disk;

  /// @param command of the run, with its seed, as somebody types it
  public FindingsFolder(Path folder, RunKey run, String command, Disk disk) {
    this.folder = folder;
    this.run = run;
    this.command = command;
    this.disk = disk;
  }

  /// {@return the file of the minimised case, which is safe now with the others}
  public Path save(Found found) throws IOException {
    String name = name(found.violation());
    Path file = folder.resolve(name + "." + found.extension());
    if (isShownEarlier(name, found.violation().number())) {
      return file;
    }
    Files.createDirectories(folder);
    disk.write(folder.resolve(name + ORIGINAL + found.extension()), found.original());
    disk.write(file, found.content());
    // Last, so that what it says is there.
    disk.write(folder.resolve(name + FOUND), provenance(found, file));
    return file;
  }

  /// {@return the file that a violation is saved in, by whichever run; empty where there is none}
  public Optional<Path> file(Violation violation) {
    return List.of("yaml", "mig").stream()
        .map(extension -> folder.resolve(name(violation) + "." + extension))
        .filter(Files::exists)
        .findFirst();
  }

  /// {@return all files of a finding whose minimised case is this file, that one last}
  public static List<Path> files(Path minimised) {
    String whole = minimised.getFileName().toString();
    int dot = whole.lastIndexOf('.');
    String name = dot < 0 ? whole : whole.substring(0, dot);
    String extension = dot < 0 ? "" : whole.substring(dot + 1);
    return List.of(
        minimised.resolveSibling(name + ORIGINAL + extension),
        minimised.resolveSibling(name + FOUND),
        minimised);
  }

  /// {@return where the finding whose minimised case is this file comes from; empty for a file that
  /// is none}
  public static Optional<Provenance> provenance(Path minimised) throws IOException {
    Path file = files(minimised).get(1);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(ProvenanceYaml.read(Files.readString(file)));
    } catch (YamlException e) {
      throw new IOException(e.problem().in(file.toString()), e);
    }
  }

  private boolean isShownEarlier(String name, long number) {
    try {
      return provenance(folder.resolve(name + ".yaml"))
          .filter(old -> old.number() < number)
          .isPresent();
    } catch (IOException _) {
      // Whatever it says, it is not a finding of this run.
      return false;
    }
  }

  private static String name(Violation violation) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(violation.signature().getBytes(StandardCharsets.UTF_8));
      return violation.invariant() + "-" + HexFormat.of().formatHex(hash, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Nothing in it may depend on threads, shards or folders.
  private byte[] provenance(Found found, Path file) {
    Violation violation = found.violation();
    Provenance provenance =
        new Provenance(
            violation.signature(),
            violation.invariant(),
            violation.reason(),
            violation.severity().map(Severity::words),
            violation.because(),
            List.copyOf(violation.symptoms()),
            run.seed(),
            violation.number(),
            run.tool(),
            run.generators(),
            "./hopscotch replay %s --explain".formatted(file.getFileName()),
            "./hopscotch %s --case %d".formatted(command, violation.number()));
    return ProvenanceYaml.print(provenance).getBytes(StandardCharsets.UTF_8);
  }
}
