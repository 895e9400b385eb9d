package org.hopscotch.harness.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.zip.GZIPInputStream;
import org.hopscotch.corpus.yaml.GuestYaml;
import org.hopscotch.corpus.yaml.YamlException;
import org.hopscotch.harness.invariant.DecoderTotal;
import org.hopscotch.harness.invariant.RoundTrip;
import org.hopscotch.model.scenario.Judgement;
import org.hopscotch.model.scenario.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `hopscotch replay`: saved cases once more.
@Command(
    name = "replay",
    description = {
      "Judges saved cases again: a guest (.yaml) by round-trip, any other file's bytes by"
          + " decoder-total."
    },
    mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "FILE or DIR",
      arity = "1..*",
      description = "Cases, or directories that are searched for them.")
  private List<Path> places = List.of();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    int exit = ExitCode.CLEAN;
    for (Path place : places) {
      List<Path> files = Files.isDirectory(place) ? Inputs.filesBelow(place) : List.of(place);
      for (Path file : files) {
        exit = ExitCode.worst(exit, replay(file));
      }
    }
    return exit;
  }

  private int replay(Path file) {
    PrintWriter out = spec.commandLine().getOut();
    try {
      boolean guest = file.toString().endsWith(".yaml");
      String invariant = guest ? RoundTrip.ID : DecoderTotal.ID;
      Judgement judgement =
          guest
              ? new RoundTrip().judge(GuestYaml.read(Files.readString(file)))
              : new DecoderTotal().judge(bytes(file)).judgement();
      out.printf("%s: %s %s%n", file, invariant, judgement.verdict().words());
      if (!judgement.because().isEmpty()) {
        out.printf("  %s%n", judgement.because());
      }
      return judgement.verdict() == Verdict.VIOLATED ? ExitCode.FINDINGS : ExitCode.CLEAN;
    } catch (IOException e) {
      spec.commandLine().getErr().println(file + ": " + Inputs.words(e));
    } catch (YamlException e) {
      spec.commandLine().getErr().println(file + ":" + e.getMessage());
    }
    return ExitCode.UNREADABLE;
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
