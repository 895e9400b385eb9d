package org.hopscotch.harness.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.zip.GZIPInputStream;
import org.hopscotch.corpus.yaml.CaseException;
import org.hopscotch.corpus.yaml.CaseYaml;
import org.hopscotch.corpus.yaml.GuestYaml;
import org.hopscotch.corpus.yaml.YamlException;
import org.hopscotch.harness.invariant.DecoderTotal;
import org.hopscotch.harness.invariant.RoundTrip;
import org.hopscotch.harness.replay.CaseReplay;
import org.hopscotch.harness.replay.CaseStory;
import org.hopscotch.model.scenario.Judgement;
import org.hopscotch.model.scenario.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `hopscotch replay`: saved cases once more.
@Command(
    name = "replay",
    description = {
      "Judges saved cases again: a case (.yaml with `format`) by every invariant, as told and"
          + " repaired; a guest (.yaml) by round-trip; any other file's bytes by decoder-total.",
      "Without a place all cases of the corpus are judged."
    },
    mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
  private static final Path CORPUS =
      Path.of(System.getProperty("hopscotch.home", ""), "corpus", "cases");

  @Parameters(
      paramLabel = "FILE or DIR",
      arity = "0..*",
      description = "Cases, or directories that are searched for them.")
  private List<Path> places = List.of();

  @Option(
      names = "--explain",
      description =
          "Tell the whole story: hops, resolved properties and why, the streams, the verdicts,"
              + " what broke and how to mend it.")
  private boolean explain;

  @Spec private CommandSpec spec;

  private int cases;
  private int asExpected;

  @Override
  public Integer call() throws IOException {
    int exit = ExitCode.CLEAN;
    for (Path place : places.isEmpty() ? List.of(CORPUS) : places) {
      List<Path> files =
          Files.isDirectory(place)
              ? Inputs.filesBelow(place).stream().filter(ReplayCommand::isCase).toList()
              : List.of(place);
      if (files.isEmpty()) {
        spec.commandLine().getErr().println(place + ": no case");
        exit = ExitCode.worst(exit, ExitCode.UNREADABLE);
      }
      for (Path file : files) {
        exit = ExitCode.worst(exit, replay(file));
      }
    }
    if (cases > 1) {
      spec.commandLine().getOut().printf("%d cases, %d as expected%n", cases, asExpected);
    }
    return exit;
  }

  /// What documents a directory is no case in it.
  private static boolean isCase(Path file) {
    String name = file.getFileName().toString();
    return !name.endsWith(".md") && !name.endsWith(".json");
  }

  private int replay(Path file) {
    try {
      if (!file.toString().endsWith(".yaml")) {
        return judged(file, DecoderTotal.ID, new DecoderTotal().judge(bytes(file)).judgement());
      }
      String text = Files.readString(file);
      return CaseYaml.isCase(text)
          ? replayed(file, CaseReplay.of(CaseYaml.read(text), SavedCases.ENGINE))
          : judged(file, RoundTrip.ID, new RoundTrip().judge(GuestYaml.read(text)));
    } catch (IOException e) {
      spec.commandLine().getErr().println(file + ": " + Inputs.words(e));
    } catch (YamlException e) {
      spec.commandLine().getErr().println(file + ":" + e.getMessage());
    } catch (CaseException e) {
      e.problems().forEach(p -> spec.commandLine().getErr().println(p.in(file.toString())));
    }
    return ExitCode.UNREADABLE;
  }

  private int judged(Path file, String invariant, Judgement judgement) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf("%s: %s %s%n", file, invariant, judgement.verdict().words());
    if (!judgement.because().isEmpty()) {
      out.printf("  %s%n", judgement.because());
    }
    return judgement.verdict() == Verdict.VIOLATED ? ExitCode.FINDINGS : ExitCode.CLEAN;
  }

  private int replayed(Path file, CaseReplay replay) {
    PrintWriter out = spec.commandLine().getOut();
    cases++;
    List<CaseReplay.Surprise> surprises = replay.surprises();
    if (explain) {
      out.printf("%s%n%n%s", file, CaseStory.of(replay));
    }
    if (surprises.isEmpty()) {
      asExpected++;
      out.printf("%s: as expected%s%n", file, summary(replay));
      return ExitCode.CLEAN;
    }
    out.printf("%s: NOT as expected%n", file);
    for (CaseReplay.Surprise surprise : surprises) {
      out.printf(
          "  %s%s: expected %s, got %s%n",
          surprise.invariant().id(),
          surprise.repaired() ? " after the repair" : "",
          surprise.expected().words(),
          surprise.got().words());
      if (!surprise.because().isEmpty()) {
        out.printf("    %s%n", surprise.because());
      }
    }
    return ExitCode.FINDINGS;
  }

  private static String summary(CaseReplay replay) {
    List<String> broken =
        replay.told().expect().entrySet().stream()
            .filter(one -> one.getValue() == Verdict.VIOLATED)
            .map(one -> one.getKey().id())
            .toList();
    return broken.isEmpty()
        ? ""
        : ": breaks %s%s"
            .formatted(
                String.join(", ", broken), replay.repaired().isPresent() ? ", repaired" : "");
  }

  private static byte[] bytes(Path file) throws IOException {
    if (!file.toString().endsWith(".gz")) {
      return Files.readAllBytes(file);
    }
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return in.readAllBytes();
    }
  }
}
