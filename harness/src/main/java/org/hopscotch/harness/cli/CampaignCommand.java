package org.hopscotch.harness.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.hopscotch.corpus.StreamFile;
import org.hopscotch.harness.campaign.Campaign;
import org.hopscotch.harness.campaign.Violation;
import org.hopscotch.harness.invariant.DecoderTotal;
import org.hopscotch.harness.invariant.RoundTrip;
import org.hopscotch.harness.stream.StreamVerifier;
import org.hopscotch.model.scenario.Finding;
import org.hopscotch.model.wire.Likenesses;
import org.hopscotch.reports.RefusalText;
import org.hopscotch.reports.RunJson;
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

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException, ExecutionException {
    PrintWriter screen = spec.commandLine().getOut();
    Duration time = duration(budget);
    if (threads < 1) {
      throw new ParameterException(spec.commandLine(), "no threads: " + threads);
    }
    long from = seed.orElseGet(() -> (long) new SecureRandom().nextInt(1_000_000_000));
    screen.println("seed " + from);
    screen.flush();
    List<Path> files = streams();
    if (files.isEmpty()) {
      spec.commandLine().getErr().println(corpus + ": no stream");
      return ExitCode.UNREADABLE;
    }
    RunResult.Cases replayed = SavedCases.replay(cases);
    List<Path> whole = new ArrayList<>();
    RunResult.Streams verified = verify(files, whole);
    Campaign campaign = Campaign.of(from, whole, new DecoderTotal(), new RoundTrip());
    Progress progress = new Progress(spec.commandLine().getErr(), time, tries, campaign::tries);
    campaign.run(threads, tries.orElse(Long.MAX_VALUE), progress::done);
    progress.end();
    RunResult result =
        new RunResult(
            "campaign",
            OptionalLong.of(from),
            campaign.tries(),
            replayed,
            verified,
            campaign.drawn(),
            campaign.verdicts(),
            save(campaign.minimized()));
    write(result);
    RunText.print(result, screen);
    screen.printf("repeat with: campaign --seed %d --tries %d%n", from, campaign.tries());
    return result.clean() ? ExitCode.CLEAN : ExitCode.FINDINGS;
  }

  private List<Path> streams() throws IOException {
    List<Path> streams = new ArrayList<>();
    if (Files.isDirectory(corpus)) {
      for (Path file : Inputs.filesBelow(corpus)) {
        if (Inputs.isStreamOrUnreadable(file)) {
          streams.add(file);
        }
      }
    }
    return streams;
  }

  /// Verifies `files`; those that can be read to their end are added to `whole`.
  private static RunResult.Streams verify(List<Path> files, List<Path> whole) {
    List<String> problems = new ArrayList<>();
    for (Path file : files) {
      try {
        StreamVerifier.Result result =
            StreamVerifier.verify(StreamFile.at(file), Likenesses.none(), Inputs.heldBytes());
        result.refusal().ifPresent(why -> problems.add(file + ": " + RefusalText.of(why)));
        result
            .difference()
            .ifPresent(first ->
                problems.add(
                    "%s: differs at offset %d, in %s"
                        .formatted(file, first.offset(), first.path())));
        if (result.refusal().isEmpty()) {
          whole.add(file);
        }
      } catch (IOException e) {
        problems.add(file + ": " + Inputs.words(e));
      }
    }
    return new RunResult.Streams((long) files.size() - problems.size(), files.size(), problems);
  }

  private List<Finding> save(List<Violation> violations) throws IOException {
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
              violation.because(),
              "case %d, %s".formatted(violation.number(), violation.origin()),
              file.toString()));
    }
    return findings;
  }

  private void write(RunResult result) throws IOException {
    Files.createDirectories(out);
    try (Writer file = Files.newBufferedWriter(out.resolve("result.json"))) {
      RunJson.write(result, file);
    }
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
