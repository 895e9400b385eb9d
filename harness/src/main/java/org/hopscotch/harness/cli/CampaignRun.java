package org.hopscotch.harness.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import org.hopscotch.harness.campaign.BatchResult;
import org.hopscotch.harness.campaign.Campaign;
import org.hopscotch.harness.campaign.Disk;
import org.hopscotch.harness.campaign.Experiments;
import org.hopscotch.harness.campaign.FindingsFolder;
import org.hopscotch.harness.campaign.Found;
import org.hopscotch.harness.campaign.Journal;
import org.hopscotch.harness.campaign.RunFolder;
import org.hopscotch.harness.campaign.RunKey;
import org.hopscotch.harness.campaign.Shard;
import org.hopscotch.harness.campaign.Told;
import org.hopscotch.harness.campaign.Totals;
import org.hopscotch.harness.campaign.Violation;
import org.hopscotch.model.scenario.Finding;
import org.hopscotch.reports.RunJson;
import org.hopscotch.reports.RunResult;
import org.hopscotch.reports.RunText;

/// One run of a campaign into its folder: saves what is found, then tells of it, then notes that
/// the batch is finished. Whoever kills it in between loses nothing that was told.
final class CampaignRun implements Campaign.Listener {
  private static final int HEX_BYTES = 32;

  private final Order order;
  private final RunFolder folder;
  private final Journal journal;
  private final FindingsFolder findings;
  private final Disk disk;
  private final PrintWriter out;
  private final PrintWriter err;
  private Optional<Progress> progress = Optional.empty();
  private volatile boolean failed;

  /// @param journal that says how far the run is
  CampaignRun(
      Order order, RunFolder folder, Journal journal, Disk disk, PrintWriter out, PrintWriter err) {
    this.order = order;
    this.folder = folder;
    this.journal = journal;
    this.findings = new FindingsFolder(folder.findings(), order.key(), order.command(), disk);
    this.disk = disk;
    this.out = out;
    this.err = err;
  }

  /// What to run.
  ///
  /// @param command what somebody types for it, with the seed
  /// @param tries how many cases; without them the time decides
  /// @param only the one case that is judged
  record Order(
      RunKey key,
      String command,
      long seed,
      Shard shard,
      Optional<Long> tries,
      OptionalLong only,
      Duration time,
      int threads) {}

  /// {@return how it ended}
  int run(Source.Ready ready) throws InterruptedException, ExecutionException {
    Experiments experiments = ready.experiments();
    Campaign campaign = new Campaign(order.seed(), experiments, order.shard());
    long tries = order.tries().orElse(Long.MAX_VALUE);
    Totals totals;
    try (Progress clock = new Progress(err, order.time(), order.tries(), campaign)) {
      progress = Optional.of(clock);
      totals =
          campaign.run(
              order.threads(),
              new Campaign.Work(tries, order.only(), journal.batches()),
              () -> failed || clock.done(),
              this);
    }
    RunResult result =
        new RunResult(
            "campaign",
            OptionalLong.of(order.seed()),
            totals.tries(),
            ready.replayed(),
            ready.verified(),
            totals.drawn(),
            totals.verdicts(),
            experiments.remarks(totals),
            totals.unplayed(),
            totals.told().stream().map(told -> found(told, totals)).toList(),
            repeat(totals));
    RunText.print(result, out);
    out.println("repeat with: " + result.repeat());
    save(result);
    out.flush();
    boolean full = order.shard().equals(Shard.WHOLE) && order.only().isEmpty();
    List<String> shortfalls = full ? experiments.shortfalls(totals) : List.of();
    shortfalls.forEach(one -> err.println("a full run falls short: " + one));
    if (failed || result.unplayed() > 0 || !shortfalls.isEmpty()) {
      return ExitCode.FAILED;
    }
    return result.clean() ? ExitCode.CLEAN : ExitCode.FINDINGS;
  }

  private String repeat(Totals totals) {
    return order.command()
        + (order.shard().equals(Shard.WHOLE) ? "" : " --shard " + order.shard())
        + (order.only().isPresent()
            ? " --case " + order.only().getAsLong()
            : " --tries " + order.tries().orElse(totals.end()));
  }

  // ---- telling

  private RunResult.Found found(Told told, Totals totals) {
    Violation violation = told.violation();
    long cases = totals.cases(violation) + told.also().stream().mapToLong(totals::cases).sum();
    return new RunResult.Found(
        finding(violation, file(violation)),
        violation.number(),
        cases,
        told.also().stream().map(this::file).toList());
  }

  private String file(Violation violation) {
    return findings.file(violation).map(Path::toString).orElse("not in " + folder.findings());
  }

  private static Finding finding(Violation violation, String file) {
    return new Finding(
        violation.invariant(),
        violation.reason(),
        violation.severity(),
        violation.because(),
        "case %d, %s".formatted(violation.number(), violation.origin()),
        file);
  }

  // ---- saving

  @Override
  public void finished(BatchResult result, List<Found> found) {
    progress.ifPresentOrElse(
        clock -> clock.around(() -> save(result, found)), () -> save(result, found));
  }

  private void save(BatchResult result, List<Found> found) {
    for (Found one : found) {
      try {
        Path file = findings.save(one);
        RunText.announce(
            finding(one.violation(), file.toString()), "replay " + file + " --explain", out);
      } catch (IOException e) {
        failed = true;
        unsaved(one, e);
      }
    }
    if (failed) {
      // It is not finished: who goes on from here finds it again.
      return;
    }
    try {
      journal.append(result);
    } catch (IOException e) {
      failed = true;
      err.println(folder.journal() + " cannot be written: " + words(e));
      err.flush();
    }
  }

  /// All of it, so that it is not lost.
  private void unsaved(Found found, IOException why) {
    err.printf("a finding cannot be saved in %s: %s%n", folder.findings(), words(why));
    RunText.announce(
        finding(found.violation(), "nowhere; here is what would be there"),
        "replay, once it is a file",
        err);
    err.println(
        found.extension().equals("yaml")
            ? new String(found.content(), StandardCharsets.UTF_8)
            : hex(found.content()));
    err.flush();
  }

  private static String hex(byte[] content) {
    List<String> lines = new ArrayList<>();
    for (int from = 0; from < content.length; from += HEX_BYTES) {
      int to = Math.min(from + HEX_BYTES, content.length);
      lines.add(HexFormat.of().formatHex(content, from, to));
    }
    return String.join(System.lineSeparator(), lines);
  }

  private void save(RunResult result) {
    StringWriter json = new StringWriter();
    RunJson.write(result, json);
    try {
      disk.write(folder.result(), json.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      failed = true;
      err.println(folder.result() + " cannot be written: " + words(e));
      err.flush();
    }
  }

  /// {@return what went wrong, without the name of a file that nobody knows of}
  static String words(IOException e) {
    return e instanceof FileSystemException system && system.getReason() != null
        ? system.getReason()
        : Inputs.words(e);
  }
}
