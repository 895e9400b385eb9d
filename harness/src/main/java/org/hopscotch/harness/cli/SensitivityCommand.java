package org.hopscotch.harness.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.hopscotch.harness.sensitivity.Minima;
import org.hopscotch.harness.sensitivity.MinimaSearch;
import org.hopscotch.harness.sensitivity.Sensitivity;
import org.hopscotch.harness.sensitivity.Sought;
import org.hopscotch.reports.SensitivityJson;
import org.hopscotch.reports.SensitivityResult;
import org.hopscotch.reports.SensitivityText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `hopscotch sensitivity`: how soon planted defects are found, and how small they are made.
@Command(
    name = "sensitivity",
    description = {
      "Measures the harness itself: plants a defect, draws cases until one shows it, makes that"
          + " one small, and does so again with other seeds; for every unsound step of histories"
          + " and every wrong engine that there is a catalogue of."
    },
    mixinStandardHelpOptions = true)
final class SensitivityCommand implements Callable<Integer> {
  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Of the first trial, the others have the next ones; ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--trials",
      paramLabel = "N",
      defaultValue = "20",
      description = "How often each defect is sought; ${DEFAULT-VALUE}.")
  private int trials;

  @Option(
      names = "--tries",
      paramLabel = "N",
      defaultValue = "20000",
      description = "How many cases a trial draws at most; ${DEFAULT-VALUE}.")
  private long tries;

  @Option(
      names = "--defect",
      paramLabel = "ID",
      description = "Seeks this one; may be given more than once. All unless given.")
  private List<String> defects = new ArrayList<>();

  @Option(
      names = "--catalogue",
      paramLabel = "NAME",
      description = "Seeks those of this catalogue: ${COMPLETION-CANDIDATES}.",
      completionCandidates = Catalogues.class)
  private Optional<String> catalogue = Optional.empty();

  @Option(
      names = "--no-naive",
      description = "Leaves out the trials with a generator that knows nothing of bugs.")
  private boolean withoutNaive;

  @Option(
      names = "--sound",
      paramLabel = "N",
      defaultValue = "0",
      description = "Judges so many sound scenarios as well; ${DEFAULT-VALUE}.")
  private long sound;

  @Option(
      names = "--minima",
      description =
          "Only looks for the least that shows each defect, and prints what is known of"
              + " it as the table that cases are measured by.")
  private boolean minima;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many work at once; as many as there are processors unless given.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where sensitivity.json goes; target/hopscotch unless given.")
  private Path out = DrawOptions.HOME.resolve(Path.of("target", "hopscotch"));

  @Spec private CommandSpec spec;

  /// The names of the catalogues.
  static final class Catalogues extends ArrayList<String> {
    private static final long serialVersionUID = 1;

    Catalogues() {
      for (Sought.Catalogue one : Sought.Catalogue.values()) {
        add(one.id());
      }
    }
  }

  @Override
  public Integer call() throws InterruptedException, ExecutionException {
    require(trials >= 1, "no trials: " + trials);
    require(tries >= 1, "no tries: " + tries);
    require(threads >= 1, "no threads: " + threads);
    require(sound >= 0, "not so many sound scenarios: " + sound);
    List<Sought> sought = sought();
    PrintWriter screen = spec.commandLine().getOut();
    if (minima) {
      MinimaSearch search = new MinimaSearch();
      try (StatusLine _ = new StatusLine(screen, () -> search.progress(sought.size()))) {
        search.of(sought, threads, (known, one) -> known.write(one, screen));
      }
      return ExitCode.CLEAN;
    }
    Sensitivity sensitivity =
        new Sensitivity(
            new Sensitivity.Order(seed, trials, tries, !withoutNaive, sound), Minima.known());
    SensitivityResult result;
    try (StatusLine _ = new StatusLine(screen, () -> sensitivity.progress(sought.size()))) {
      result = sensitivity.run(sought, threads, command());
    }
    SensitivityText.print(result, screen);
    Path file = out.resolve("sensitivity.json");
    try {
      Files.createDirectories(out);
      try (Writer json = Files.newBufferedWriter(file)) {
        SensitivityJson.write(result, json);
      }
    } catch (IOException e) {
      spec.commandLine().getErr().println("the result cannot be saved in %s: %s".formatted(out, e));
      return ExitCode.UNREADABLE;
    }
    screen.println("result: " + file);
    screen.flush();
    return result.reached() ? ExitCode.CLEAN : ExitCode.FINDINGS;
  }

  private List<Sought> sought() {
    List<Sought> all =
        Sought.all().stream()
            .filter(one -> catalogue.map(one.catalogue().id()::equals).orElse(true))
            .toList();
    require(
        !all.isEmpty(),
        "no such catalogue: %s; known are %s"
            .formatted(catalogue.orElse(""), String.join(", ", new Catalogues())));
    List<String> ids = all.stream().map(Sought::id).toList();
    for (String id : defects) {
      require(
          ids.contains(id),
          "no such defect: %s; known are %s".formatted(id, String.join(", ", ids)));
    }
    return all.stream().filter(one -> defects.isEmpty() || defects.contains(one.id())).toList();
  }

  private String command() {
    return "sensitivity --seed %d --trials %d --tries %d%s%s%s%s"
        .formatted(
            seed,
            trials,
            tries,
            catalogue.map(one -> " --catalogue " + one).orElse(""),
            defects.stream().map(one -> " --defect " + one).collect(Collectors.joining()),
            withoutNaive ? " --no-naive" : "",
            sound == 0 ? "" : " --sound " + sound);
  }

  private void require(boolean condition, String problem) {
    if (!condition) {
      throw new ParameterException(spec.commandLine(), problem);
    }
  }
}
