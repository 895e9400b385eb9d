package org.hopscotch.harness.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hopscotch.corpus.yaml.CaseException;
import org.hopscotch.corpus.yaml.CaseYaml;
import org.hopscotch.corpus.yaml.HistoryYaml;
import org.hopscotch.harness.invariant.Journey;
import org.hopscotch.harness.replay.CaseReplay;
import org.hopscotch.harness.subject.EngineSubject;
import org.hopscotch.reports.RunResult;

/// The cases of a directory, all judged again by the engine.
final class SavedCases {
  /// What stands for every release where nothing else is asked for.
  static final Journey.Subjects ENGINE = _ -> new EngineSubject();

  /// What is said of a history where a case is due, behind its file.
  static final String HISTORY =
      ": a history has no guest and no route to replay; `campaign --history FILE` draws them";

  private SavedCases() {}

  /// {@return how the cases below a directory fared; none where there is no such directory}
  static RunResult.Cases replay(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return RunResult.Cases.NONE;
    }
    long asExpected = 0;
    long of = 0;
    List<String> problems = new ArrayList<>();
    for (Path file : Inputs.filesBelow(directory)) {
      if (file.toString().endsWith(".yaml")) {
        of++;
        List<String> wrong = problems(file);
        asExpected += wrong.isEmpty() ? 1 : 0;
        problems.addAll(wrong);
      }
    }
    return new RunResult.Cases(asExpected, of, problems);
  }

  private static List<String> problems(Path file) {
    try {
      String text = Files.readString(file);
      if (HistoryYaml.isHistory(text)) {
        return List.of(file + HISTORY);
      }
      return CaseReplay.of(CaseYaml.read(text), ENGINE).surprises().stream()
          .map(surprise ->
              "%s: %s: expected %s, got %s"
                  .formatted(file, surprise.invariant().id(), surprise.expected(), surprise.got()))
          .toList();
    } catch (IOException e) {
      return List.of(file + ": " + Inputs.words(e));
    } catch (IllegalArgumentException e) {
      return List.of(file + ": what it tells cannot be played: " + e.getMessage());
    } catch (CaseException e) {
      return e.problems().stream().map(problem -> problem.in(file.toString())).toList();
    }
  }
}
