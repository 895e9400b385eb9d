package org.hopscotch.harness.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
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
    for (Violation violation : violations) {
      String name =
          "%s-%s.%s"
              .formatted(
                  violation.invariant(),
                  HexFormat.of().toHexDigits(violation.reason().hashCode()),
                  violation.extension());
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

  static void write(RunResult result, Path out) throws IOException {
    Files.createDirectories(out);
    try (Writer file = Files.newBufferedWriter(out.resolve("result.json"))) {
      RunJson.write(result, file);
    }
  }
}
