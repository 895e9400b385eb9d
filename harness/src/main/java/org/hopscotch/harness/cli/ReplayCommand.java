package org.hopscotch.harness.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.zip.GZIPInputStream;
import org.hopscotch.corpus.yaml.CaseException;
import org.hopscotch.corpus.yaml.CaseYaml;
import org.hopscotch.corpus.yaml.GuestYaml;
import org.hopscotch.corpus.yaml.HistoryYaml;
import org.hopscotch.corpus.yaml.YamlException;
import org.hopscotch.harness.campaign.FindingsFolder;
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
      "Without a place all cases and inputs of the corpus are judged."
    },
    mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
  private static final Path CORPUS = Path.of(System.getProperty("hopscotch.home", ""), "corpus");

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

  /// What there is to say of one file.
  ///
  /// @param asExpected empty for a file that is no case
  private record Replayed(
      int exit, List<String> out, List<String> err, Optional<Boolean> asExpected) {
    static Replayed unreadable(List<String> problems) {
      return new Replayed(ExitCode.UNREADABLE, List.of(), problems, Optional.empty());
    }
  }

  @Override
  public Integer call() throws IOException {
    int exit = ExitCode.CLEAN;
    List<Path> files = new ArrayList<>();
    for (Path place : places.isEmpty() ? List.of(CORPUS.resolve("cases")) : places) {
      List<Path> found =
          Files.isDirectory(place)
              ? Inputs.filesBelow(place).stream().filter(ReplayCommand::isCase).toList()
              : List.of(place);
      if (found.isEmpty()) {
        spec.commandLine().getErr().println(place + ": no case");
        exit = ExitCode.worst(exit, ExitCode.UNREADABLE);
      }
      files.addAll(found);
    }
    if (places.isEmpty() && Files.isDirectory(CORPUS.resolve("inputs"))) {
      Inputs.filesBelow(CORPUS.resolve("inputs")).stream()
          .filter(ReplayCommand::isCase)
          .forEach(files::add);
    }
    return ExitCode.worst(exit, print(files));
  }

  /// Judges files side by side and tells of them in order.
  private int print(List<Path> files) {
    int exit = ExitCode.CLEAN;
    long cases = 0;
    long asExpected = 0;
    long unreadable = 0;
    for (Replayed one : files.parallelStream().map(this::replay).toList()) {
      one.out().forEach(spec.commandLine().getOut()::println);
      one.err().forEach(spec.commandLine().getErr()::println);
      exit = ExitCode.worst(exit, one.exit());
      cases += one.asExpected().isPresent() ? 1 : 0;
      unreadable += one.exit() == ExitCode.UNREADABLE ? 1 : 0;
      asExpected += one.asExpected().orElse(false) ? 1 : 0;
    }
    if (cases + unreadable > 1) {
      spec.commandLine()
          .getOut()
          .printf(
              "%d cases, %d as expected%s%n",
              cases,
              asExpected,
              unreadable > 0 ? ", %d files not judged".formatted(unreadable) : "");
    }
    return exit;
  }

  /// What documents a directory or a finding is no case in it, and what a run that was killed had
  /// begun to write is none yet.
  private static boolean isCase(Path file) {
    String name = file.getFileName().toString();
    return !name.endsWith(".md")
        && !name.endsWith(".json")
        && !name.endsWith(".jsonl")
        && !name.endsWith(FindingsFolder.FOUND)
        && !name.startsWith(".");
  }

  private Replayed replay(Path file) {
    try {
      byte[] bytes = bytes(file);
      if (!isYaml(file, bytes)) {
        return judged(file, DecoderTotal.ID, new DecoderTotal().judge(bytes).judgement());
      }
      String text = new String(bytes, StandardCharsets.UTF_8);
      if (HistoryYaml.isHistory(text)) {
        return Replayed.unreadable(List.of(file + SavedCases.HISTORY));
      }
      return CaseYaml.isCase(text)
          ? replayed(file, CaseReplay.of(CaseYaml.read(text), SavedCases.ENGINE))
          : judged(file, RoundTrip.ID, new RoundTrip().judge(GuestYaml.read(text)));
    } catch (IOException e) {
      return Replayed.unreadable(List.of(file + ": " + Inputs.words(e)));
    } catch (YamlException e) {
      return Replayed.unreadable(List.of(e.problem().in(file.toString())));
    } catch (CaseException e) {
      return Replayed.unreadable(
          e.problems().stream().map(problem -> problem.in(file.toString())).toList());
    } catch (IllegalArgumentException e) {
      return Replayed.unreadable(
          List.of(file + ": what it tells cannot be played: " + e.getMessage()));
    }
  }

  /// A case is one by whatever name; what has the name of YAML is no stream.
  private static boolean isYaml(Path file, byte[] bytes) {
    String name = file.toString();
    boolean stream = bytes.length > 3 && bytes[0] == 'Q' && bytes[1] == 'E' && bytes[2] == 'V';
    return name.endsWith(".yaml")
        || name.endsWith(".yml")
        || (!stream && CaseYaml.isCase(new String(bytes, StandardCharsets.UTF_8)));
  }

  private static Replayed judged(Path file, String invariant, Judgement judgement) {
    List<String> out = new ArrayList<>();
    out.add("%s: %s %s".formatted(file, invariant, judgement.verdict().words()));
    if (!judgement.because().isEmpty()) {
      out.add("  " + judgement.because());
    }
    int exit = judgement.verdict() == Verdict.VIOLATED ? ExitCode.FINDINGS : ExitCode.CLEAN;
    return new Replayed(exit, out, List.of(), Optional.empty());
  }

  private Replayed replayed(Path file, CaseReplay replay) {
    List<String> out = new ArrayList<>();
    List<CaseReplay.Surprise> surprises = replay.surprises();
    if (explain) {
      out.add(file + System.lineSeparator());
      CaseStory.of(replay).lines().forEach(out::add);
    }
    if (surprises.isEmpty()) {
      out.add("%s: as expected%s".formatted(file, summary(replay)));
      return new Replayed(ExitCode.CLEAN, out, List.of(), Optional.of(true));
    }
    out.add(file + ": NOT as expected");
    for (CaseReplay.Surprise surprise : surprises) {
      out.add(
          "  %s%s: expected %s, got %s"
              .formatted(
                  surprise.invariant().id(),
                  surprise.repaired() ? " after the repair" : "",
                  surprise.expected(),
                  surprise.got()));
      if (!surprise.because().isEmpty()) {
        out.add("    " + surprise.because());
      }
    }
    return new Replayed(ExitCode.FINDINGS, out, List.of(), Optional.of(false));
  }

  private static String summary(CaseReplay replay) {
    List<String> broken =
        replay.told().expect().entrySet().stream()
            .filter(one -> one.getValue().verdict() == Verdict.VIOLATED)
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
