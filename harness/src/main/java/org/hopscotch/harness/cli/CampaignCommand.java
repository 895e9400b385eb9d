package org.hopscotch.harness.cli;

import static org.hopscotch.harness.cli.CampaignRun.words;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.hopscotch.harness.campaign.Disk;
import org.hopscotch.harness.campaign.Experiments;
import org.hopscotch.harness.campaign.Journal;
import org.hopscotch.harness.campaign.RunFolder;
import org.hopscotch.harness.campaign.RunKey;
import org.hopscotch.harness.campaign.Shard;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
          + " that each arrives as it was sent. What fails is made small and saved at once."
    },
    mixinStandardHelpOptions = true)
final class CampaignCommand implements Callable<Integer> {
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
      description = "How many cases to draw, over all shards, however long that takes.")
  private Optional<Long> tries = Optional.empty();

  @Option(
      names = "--case",
      paramLabel = "K",
      description = "Draws and judges case K alone: it is what it was in the whole run.")
  private Optional<Long> number = Optional.empty();

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many work at once; as many as there are processors unless given.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      description = "Does part I of N, from 1, of the run: all parts find what the whole finds.")
  private Optional<String> shard = Optional.empty();

  @Option(names = "--resume", description = "Goes on where the run in --out was stopped or killed.")
  private boolean resume;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where findings and the result go; target/hopscotch unless given.")
  private Path out = DrawOptions.HOME.resolve(Path.of("target", "hopscotch"));

  @Mixin private DrawOptions drawn;

  @Spec private CommandSpec spec;

  private final Disk disk = Disk.REAL;

  @Override
  public Integer call() throws IOException, InterruptedException, ExecutionException {
    Duration time = duration(budget);
    Shard part = part();
    Source source;
    try {
      source = drawn.source();
    } catch (Source.UnreadableException e) {
      e.problems().forEach(spec.commandLine().getErr()::println);
      return ExitCode.UNREADABLE;
    }
    Experiments.Selection selection = drawn.selection(source);
    Path place = number.isPresent() && !drawn.isGiven("--out") ? out.resolve("case") : out;
    RunFolder folder;
    try {
      folder = RunFolder.open(place, part);
    } catch (IOException e) {
      return unreadable("findings cannot be saved in %s: %s".formatted(place, words(e)));
    }
    try (folder) {
      return run(new Drawing(source, selection, part, time), folder);
    }
  }

  /// What to draw, and how long.
  private record Drawing(
      Source source, Experiments.Selection selection, Shard shard, Duration time) {}

  private int run(Drawing drawing, RunFolder folder)
      throws IOException, InterruptedException, ExecutionException {
    PrintWriter screen = spec.commandLine().getOut();
    Optional<Journal> earlier;
    try {
      earlier = earlier(folder);
    } catch (IOException e) {
      return unreadable(words(e) + "; without --resume the run begins anew");
    }
    long from =
        seed.or(() -> earlier.map(one -> Long.valueOf(one.run().seed())))
            .orElseGet(() -> (long) new SecureRandom().nextInt(1_000_000_000));
    screen.println("seed " + from);
    screen.flush();
    RunKey key = RunKey.of(from, options(drawing), drawing.shard());
    Journal journal;
    try {
      if (earlier.isPresent()) {
        journal = earlier.get();
        Optional<String> other = journal.problem(key, tries.orElse(Long.MAX_VALUE));
        if (other.isPresent()) {
          return unreadable(other.get() + "; without --resume the run begins anew");
        }
      } else {
        folder.clear(key).ifPresent(aside -> screen.println("earlier findings are in " + aside));
        journal = Journal.begin(folder.journal(), key, disk);
      }
    } catch (IOException e) {
      return unreadable(
          "findings cannot be saved in %s: %s".formatted(folder.findings(), words(e)));
    }
    Source.Ready ready = drawing.source().ready(drawing.selection());
    CampaignRun.Order order =
        new CampaignRun.Order(
            key,
            drawn.command(from),
            from,
            drawing.shard(),
            tries,
            number.map(OptionalLong::of).orElseGet(OptionalLong::empty),
            drawing.time(),
            threads);
    return new CampaignRun(order, folder, journal, disk, screen, spec.commandLine().getErr())
        .run(ready);
  }

  /// A run that was killed before it had begun has none.
  private Optional<Journal> earlier(RunFolder folder) throws IOException {
    return resume && Files.exists(folder.journal())
        ? Optional.of(Journal.read(folder.journal(), disk))
        : Optional.empty();
  }

  private int unreadable(String problem) {
    spec.commandLine().getErr().println(problem);
    return ExitCode.UNREADABLE;
  }

  // ---- options

  private Shard part() {
    drawn.require(threads >= 1, "no threads: " + threads);
    drawn.require(tries.orElse(1L) >= 1, "no tries: " + tries.orElse(1L));
    drawn.require(number.orElse(0L) >= 0, "no case: " + number.orElse(0L));
    if (number.isPresent()) {
      for (String whole : List.of("--tries", "--budget", "--shard", "--resume")) {
        drawn.require(
            !drawn.isGiven(whole), whole + " makes no sense beside --case, which is one case");
      }
    }
    try {
      return shard.map(Shard::parse).orElse(Shard.WHOLE);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private SortedMap<String, String> options(Drawing drawing) {
    SortedMap<String, String> all = drawn.identity(drawing.source(), drawing.selection());
    number.ifPresent(one -> all.put("case", one.toString()));
    return all;
  }

  /// {@return the time that `text`, a number with s, m or h, stands for}
  private Duration duration(String text) {
    Optional<Duration> time = Optional.empty();
    try {
      time = Optional.of(Duration.parse("PT" + text));
    } catch (DateTimeParseException _) {
      // Told below.
    }
    drawn.require(time.isPresent(), "not a time such as 90s, 10m or 2h: " + text);
    drawn.require(time.filter(Duration::isPositive).isPresent(), "no time to draw in: " + text);
    return time.orElseThrow();
  }
}
