package org.hopscotch.harness.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.hopscotch.corpus.GivenHistory;
import org.hopscotch.corpus.yaml.CaseException;
import org.hopscotch.corpus.yaml.HistoryYaml;
import org.hopscotch.generators.Scenarios;
import org.hopscotch.harness.campaign.Campaign;
import org.hopscotch.harness.campaign.Violation;
import org.hopscotch.harness.invariant.DecoderTotal;
import org.hopscotch.harness.invariant.RoundTrip;
import org.hopscotch.reports.RunResult;
import org.hopscotch.reports.RunText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `hopscotch campaign`: the main job.
@Command(
    name = "campaign",
    description = {
      "Verifies the corpus' real streams; damages them in drawn ways, and judges that the decoder"
          + " gives a value or a clear refusal for each; draws devices and their states, and judges"
          + " that each arrives as it was sent. What fails is made small and saved."
    },
    mixinStandardHelpOptions = true)
final class CampaignCommand implements Callable<Integer> {
  /// The repository, which the launcher names.
  private static final Path HOME = Path.of(System.getProperty("hopscotch.home", ""));

  @Option(
      names = "--seed",
      description = "Draws everything from this number; drawn itself unless given.")
  private Optional<Long> seed = Optional.empty();

  @Option(
      names = "--budget",
      paramLabel = "TIME",
      defaultValue = "60s",
      description = "How long to draw, such as 90s, 10m or 2h; ${DEFAULT-VALUE} unless given.")
  private String budget;

  @Option(
      names = "--tries",
      paramLabel = "N",
      description = "How many cases to draw, however long that takes.")
  private Optional<Long> tries = Optional.empty();

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many work at once; as many as there are processors unless given.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where findings and the result go; target/hopscotch unless given.")
  private Path out = HOME.resolve(Path.of("target", "hopscotch"));

  @Option(
      names = "--corpus",
      paramLabel = "DIR",
      description = "The real streams to start from; the repository's own unless given.")
  private Path corpus = HOME.resolve(Path.of("corpus", "streams"));

  @Option(
      names = "--cases",
      paramLabel = "DIR",
      description = "The saved cases to judge first; the repository's own unless given.")
  private Path cases = HOME.resolve(Path.of("corpus", "cases"));

  @Option(
      names = "--history",
      paramLabel = "FILE",
      description =
          "Draws guests, configurations and routes over the releases of this file instead, a case"
              + " or a `kind: history`, and judges all promises.")
  private Optional<Path> history = Optional.empty();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException, ExecutionException {
    PrintWriter screen = spec.commandLine().getOut();
    Duration time = duration(budget);
    if (threads < 1) {
      throw new ParameterException(spec.commandLine(), "no threads: " + threads);
    }
    if (tries.orElse(1L) < 1) {
      throw new ParameterException(spec.commandLine(), "no tries: " + tries.orElseThrow());
    }
    if (!time.isPositive()) {
      throw new ParameterException(spec.commandLine(), "no time to draw in: " + budget);
    }
    try {
      SavedFindings.prepare(out);
    } catch (IOException e) {
      spec.commandLine()
          .getErr()
          .println("findings cannot be saved in " + out + ", which is no directory to write in");
      return ExitCode.UNREADABLE;
    }
    long from = seed.orElseGet(() -> (long) new SecureRandom().nextInt(1_000_000_000));
    screen.println("seed " + from);
    screen.flush();
    Drawing drawing = new Drawing(from, time);
    return history.isPresent() ? overHistory(drawing) : overCorpus(drawing);
  }

  /// How long to draw, and from what.
  private record Drawing(long seed, Duration time) {}

  private int overCorpus(Drawing drawing)
      throws IOException, InterruptedException, ExecutionException {
    List<Path> files = CorpusStreams.of(corpus);
    if (files.isEmpty()) {
      spec.commandLine().getErr().println(corpus + ": no stream");
      return ExitCode.UNREADABLE;
    }
    RunResult.Cases replayed = SavedCases.replay(cases);
    List<Path> whole = new ArrayList<>();
    RunResult.Streams verified = CorpusStreams.verify(files, whole);
    Campaign campaign = Campaign.of(drawing.seed(), whole, new DecoderTotal(), new RoundTrip());
    return run(campaign, drawing, replayed, verified);
  }

  private int overHistory(Drawing drawing)
      throws IOException, InterruptedException, ExecutionException {
    for (String corpusOnly : List.of("--cases", "--corpus")) {
      if (spec.commandLine().getParseResult().hasMatchedOption(corpusOnly)) {
        throw new ParameterException(
            spec.commandLine(),
            corpusOnly + " makes no sense beside --history, which replaces the corpus");
      }
    }
    Path file = history.orElseThrow();
    GivenHistory given;
    try {
      given = HistoryYaml.read(Files.readString(file));
    } catch (IOException e) {
      spec.commandLine().getErr().println(file + ": " + Inputs.words(e));
      return ExitCode.UNREADABLE;
    } catch (CaseException e) {
      e.problems().forEach(one -> spec.commandLine().getErr().println(one.in(file.toString())));
      return ExitCode.UNREADABLE;
    }
    if (!Scenarios.hasDevices(given)) {
      spec.commandLine()
          .getErr()
          .println(
              file
                  + ": no device to draw: no type that devices can be made of has a section,"
                  + " member, property or RAM, and there is no configuration");
      return ExitCode.UNREADABLE;
    }
    return run(
        Campaign.over(drawing.seed(), given, SavedCases.ENGINE),
        drawing,
        RunResult.Cases.NONE,
        RunResult.Streams.NONE);
  }

  private int run(
      Campaign campaign, Drawing drawing, RunResult.Cases replayed, RunResult.Streams verified)
      throws IOException, InterruptedException, ExecutionException {
    PrintWriter screen = spec.commandLine().getOut();
    Progress progress =
        new Progress(spec.commandLine().getErr(), drawing.time(), tries, campaign::tries);
    campaign.run(threads, tries.orElse(Long.MAX_VALUE), progress::done);
    progress.end();
    List<Violation> found = campaign.minimized();
    RunResult result =
        new RunResult(
            "campaign",
            OptionalLong.of(drawing.seed()),
            campaign.tries(),
            replayed,
            verified,
            campaign.drawn(),
            campaign.verdicts(),
            campaign.remarks(),
            campaign.unplayed(),
            SavedFindings.save(found, out));
    SavedFindings.write(result, out);
    RunText.print(result, screen);
    screen.printf(
        "repeat with: campaign%s --seed %d --tries %d%n",
        history.map(file -> " --history " + file).orElse(""), drawing.seed(), campaign.tries());
    if (result.unplayed() > 0) {
      return ExitCode.FAILED;
    }
    return result.clean() ? ExitCode.CLEAN : ExitCode.FINDINGS;
  }

  /// {@return the time that `text`, a number with s, m or h, stands for}
  private Duration duration(String text) {
    try {
      return Duration.parse("PT" + text);
    } catch (DateTimeParseException e) {
      throw new ParameterException(
          spec.commandLine(), "not a time such as 90s, 10m or 2h: " + text, e);
    }
  }
}
