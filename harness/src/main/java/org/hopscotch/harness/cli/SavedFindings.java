package org.hopscotch.harness.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.hopscotch.harness.campaign.Violation;
import org.hopscotch.model.scenario.Finding;
import org.hopscotch.reports.RunJson;
import org.hopscotch.reports.RunResult;

/// What a run leaves behind: a file for each finding, and the result.
final class SavedFindings {
  private SavedFindings() {}

  /// {@return findings, each saved below `out`}
  static List<Finding> save(List<Violation> violations, Path out) throws IOException {
    List<Finding> findings = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (Violation violation : violations) {
      String stem =
          violation.invariant() + "-" + HexFormat.of().toHexDigits(violation.reason().hashCode());
      String name = stem + "." + violation.extension();
      for (int again = 2; !taken.add(name); again++) {
        name = "%s-%d.%s".formatted(stem, again, violation.extension());
      }
      Path file = out.resolve("findings").resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, violation.content());
      findings.add(
          new Finding(
              violation.invariant(),
              violation.reason(),
              violation.severity(),
              violation.because(),
              "case %d, %s%s"
                  .formatted(
                      violation.number(),
                      violation.origin(),
                      violation.isCase() ? "; told by: replay %s --explain".formatted(file) : ""),
              file.toString()));
    }
    return findings;
  }

  /// Makes the directory before anything is drawn, so that nothing is drawn in vain.
  ///
  /// @throws IOException when findings could not be saved there
  static void prepare(Path out) throws IOException {
    Files.createDirectories(out);
    for (Path one : List.of(out, out.resolve("findings"))) {
      if (Files.exists(one) && !(Files.isDirectory(one) && Files.isWritable(one))) {
        throw new AccessDeniedException(one.toString());
      }
    }
  }

  static void write(RunResult result, Path out) throws IOException {
    Files.createDirectories(out);
    try (Writer file = Files.newBufferedWriter(out.resolve("result.json"))) {
      RunJson.write(result, file);
    }
  }
}
