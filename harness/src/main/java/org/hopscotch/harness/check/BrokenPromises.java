package org.hopscotch.harness.check;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import org.hopscotch.corpus.Case;
import org.hopscotch.corpus.Expectation;
import org.hopscotch.corpus.yaml.CaseYaml;
import org.hopscotch.harness.explain.Explanation;
import org.hopscotch.harness.invariant.Journey;
import org.hopscotch.harness.repair.Repairs;
import org.hopscotch.harness.replay.CaseReplay;
import org.hopscotch.model.scenario.InvariantId;
import org.hopscotch.model.scenario.Judgement;
import org.hopscotch.model.scenario.Verdict;

/// That a scenario breaks promises. The message tells of each what happened, how bad it is and what
/// mends it; then the case, as YAML, and the command that judges it again.
public final class BrokenPromises extends AssertionError {
  @Serial private static final long serialVersionUID = 1L;

  /// Where cases are saved, unless the system property `hopscotch.findings` says another place.
  private static final String FINDINGS = "target/hopscotch/findings";

  private final transient CaseReplay replay;
  private final transient List<InvariantId> promises;
  private final transient List<CaseReplay.Surprise> surprises;
  private final transient Case shown;
  private String message = "";

  BrokenPromises(CaseReplay replay, List<InvariantId> broken, List<CaseReplay.Surprise> surprises) {
    this.replay = replay;
    this.promises = List.copyOf(broken);
    this.surprises = List.copyOf(surprises);
    this.shown = surprises.isEmpty() ? expecting(replay) : replay.told();
  }

  /// {@return what is broken; it is looked into, and the case saved, when somebody asks first. So
  /// who makes a failing sample small pays for the message of the last one only}
  @Override
  public String getMessage() {
    tell();
    return message;
  }

  /// Makes the message, and saves the case, unless that was done.
  synchronized void tell() {
    if (message.isEmpty()) {
      message = message(replay, promises, surprises, shown);
    }
  }

  /// What it is told of does not travel, its message does.
  @Serial
  private void writeObject(ObjectOutputStream out) throws IOException {
    tell();
    out.defaultWriteObject();
  }

  /// {@return the promises that are broken, in the order of {@link InvariantId}; empty where only a
  /// verdict is another one than expected}
  public List<InvariantId> promises() {
    return promises;
  }

  /// {@return the case that was saved: it expects the broken promises to hold}
  public Case shown() {
    return shown;
  }

  /// {@return a case, which expects that what is broken holds}
  private static Case expecting(CaseReplay replay) {
    Case told = replay.told();
    Map<InvariantId, Expectation> expect = new EnumMap<>(InvariantId.class);
    for (InvariantId promise : InvariantId.values()) {
      if (replay.asTold().verdict(promise) == Verdict.VIOLATED) {
        expect.put(promise, Expectation.of(Verdict.HOLDS));
      }
    }
    return new Case(
        told.kind(),
        told.about(),
        told.classes(),
        told.source(),
        told.told(),
        told.scenario(),
        expect,
        told.repair(),
        told.noRepair());
  }

  // ---- the message

  private static String message(
      CaseReplay replay,
      List<InvariantId> broken,
      List<CaseReplay.Surprise> surprises,
      Case shown) {
    StringBuilder text = new StringBuilder();
    for (CaseReplay.Surprise one : surprises) {
      text.append(
          "%s%s: expected %s, got %s%n"
              .formatted(
                  one.invariant().id(),
                  one.repaired() ? " after the repair" : "",
                  one.expected(),
                  one.got()));
      if (!one.because().isEmpty()) {
        text.append("  %s%n".formatted(one.because()));
      }
    }
    for (InvariantId promise : broken) {
      text.append("%s is violated%n".formatted(promise.id()));
      for (Judgement judgement : replay.asTold().judgements().get(promise)) {
        if (judgement.verdict() == Verdict.VIOLATED) {
          Explanation.of(replay.asTold().journey(), promise, judgement)
              .withoutRepairs()
              .lines()
              .forEach(line -> text.append("  %s%n".formatted(line)));
        }
      }
    }
    repair(replay.asTold().journey())
        .forEach(line -> text.append(line).append(System.lineSeparator()));
    String yaml = CaseYaml.print(shown);
    text.append("%nThe case:%n%n".formatted()).append(yaml);
    String name =
        "%s-%s.yaml"
            .formatted(
                broken.isEmpty() ? surprises.getFirst().invariant().id() : broken.getFirst().id(),
                checksum(yaml));
    text.append(
        saved(name, yaml)
            .map(file ->
                "%nTo judge it again and see its whole story:%n./hopscotch replay %s --explain%n"
                    .formatted(file))
            .orElse(
                "%nSaved as %s, it is judged again by: ./hopscotch replay %<s --explain%n"
                    .formatted(name)));
    return text.toString();
  }

  /// {@return what was found that mends the case}
  private static List<String> repair(Journey journey) {
    List<String> lines = new ArrayList<>();
    Repairs.find(journey.scenario(), journey.subjects()).proposals().stream()
        .findFirst()
        .ifPresent(found -> {
          lines.add("A repair, with which all promises hold: " + found.words());
          CaseYaml.print(journey.scenario().history(), found.changes())
              .lines()
              .forEach(line -> lines.add("  " + line));
        });
    return lines;
  }

  private static String checksum(String yaml) {
    CRC32 sum = new CRC32();
    sum.update(yaml.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().toHexDigits((int) sum.getValue());
  }

  /// {@return the file; empty when it could not be written, which must not hide what is broken}
  private static Optional<Path> saved(String name, String yaml) {
    Path folder = Path.of(System.getProperty("hopscotch.findings", FINDINGS)).toAbsolutePath();
    try {
      Files.createDirectories(folder);
      return Optional.of(Files.writeString(folder.resolve(name), yaml));
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
