package org.hopscotch.harness.subject;

import java.util.List;
import java.util.Map;
import org.hopscotch.model.migration.Phase;

/// What a QEMU process wrote to its standard error.
///
/// @param lines without the program's name before each
record QemuWords(List<String> lines) {
  private static final List<String> REMARKS = List.of("warning: ", "info: ");

  /// Parts of messages (wire-format section 9) and how far a load that ends with them had come;
  /// the first that fits counts.
  private static final List<Map.Entry<String, Phase>> PHASES =
      List.of(
          Map.entry("footer", Phase.FOOTER),
          Map.entry("of device 'ram'", Phase.RAM),
          Map.entry("section id", Phase.DEVICE),
          Map.entry("error while loading state for instance", Phase.DEVICE),
          Map.entry("migration stream", Phase.HEADER),
          Map.entry("SaveVM v2", Phase.HEADER),
          Map.entry("onfiguration", Phase.CONFIGURATION),
          Map.entry("Machine type received", Phase.CONFIGURATION),
          Map.entry("TARGET_PAGE_BITS", Phase.CONFIGURATION),
          Map.entry("apability", Phase.CONFIGURATION),
          Map.entry("UUID received", Phase.CONFIGURATION),
          Map.entry("State blocked by", Phase.START));

  QemuWords {
    lines = List.copyOf(lines);
  }

  /// Reads a log.
  ///
  /// @param program as it was called, which it names before each line
  static QemuWords of(String log, String program) {
    String prefix = program + ": ";
    return new QemuWords(
        log.lines()
            .map(line -> line.startsWith(prefix) ? line.substring(prefix.length()) : line)
            .filter(line -> !line.isBlank())
            .toList());
  }

  /// {@return what was said and gone on with}
  List<String> remarks() {
    return lines.stream().filter(QemuWords::isRemark).toList();
  }

  /// {@return all but the remarks}
  List<String> complaints() {
    return lines.stream().filter(line -> !isRemark(line)).toList();
  }

  private static boolean isRemark(String line) {
    return REMARKS.stream().anyMatch(line::startsWith);
  }

  /// {@return how far a load had come that ended with these words}
  Phase phase() {
    String all = String.join("\n", complaints());
    return PHASES.stream()
        .filter(phase -> all.contains(phase.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(Phase.FRAMING);
  }
}
