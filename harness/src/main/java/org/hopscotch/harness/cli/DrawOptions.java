package org.hopscotch.harness.cli;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.hopscotch.harness.campaign.Experiments;
import org.hopscotch.model.scenario.InvariantId;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The options that say what is drawn and judged, seed and case numbers apart.
final class DrawOptions {
  /// The repository, which the launcher names.
  static final Path HOME = Path.of(System.getProperty("hopscotch.home", ""));

  @Option(
      names = "--invariant",
      paramLabel = "ID",
      description = "Judges this promise; may be given more than once. All unless given.")
  private List<String> invariants = new ArrayList<>();

  @Option(
      names = "--feature",
      paramLabel = "NAME",
      description = "Judges cases that have it, a kind of case or a thing in it; with several all.")
  private List<String> features = new ArrayList<>();

  @Option(
      names = "--unsound",
      description = "Draws what breaks promises by design, to see that it is found.")
  private boolean unsound;

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

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  /// {@return what to draw from}
  Source source() throws IOException, Source.UnreadableException {
    if (history.isEmpty()) {
      return Source.corpus(corpus, cases);
    }
    for (String corpusOnly : List.of("--cases", "--corpus")) {
      require(
          !isGiven(corpusOnly),
          corpusOnly + " makes no sense beside --history, which replaces the corpus");
    }
    return Source.history(history.get());
  }

  /// {@return what of that is drawn and judged}
  Experiments.Selection selection(Source source) {
    Set<InvariantId> judged = EnumSet.noneOf(InvariantId.class);
    for (String id : invariants) {
      Optional<InvariantId> known = InvariantId.named(id);
      require(known.isPresent(), "no such invariant: %s; known are %s".formatted(id, ids()));
      known.ifPresent(judged::add);
    }
    Set<InvariantId> all = EnumSet.allOf(InvariantId.class);
    Experiments any = source.experiments(new Experiments.Selection(all, Set.of(), unsound));
    require(!any.isEmpty(), "nothing here is drawn unsound by design");
    for (String feature : features) {
      require(
          any.features().contains(feature),
          "no such feature: %s; known are %s"
              .formatted(feature, String.join(", ", any.features())));
    }
    Experiments.Selection selection =
        new Experiments.Selection(
            judged.isEmpty() ? all : judged, new TreeSet<>(features), unsound);
    require(
        !source.experiments(selection).isEmpty(),
        "no kind of case has these features and is judged by these invariants");
    return selection;
  }

  private static String ids() {
    return Arrays.stream(InvariantId.values()).map(InvariantId::id).collect(joining(", "));
  }

  /// {@return what decides beside the seed what is drawn and judged}
  SortedMap<String, String> identity(Source source, Experiments.Selection selection) {
    SortedMap<String, String> all = source.identity();
    if (!invariants.isEmpty()) {
      all.put(
          "invariant", selection.invariants().stream().map(InvariantId::id).collect(joining(" ")));
    }
    if (!features.isEmpty()) {
      all.put("feature", String.join(" ", selection.features()));
    }
    if (unsound) {
      all.put("unsound", "on");
    }
    return all;
  }

  /// {@return what somebody types to draw the same}
  String command(long from) {
    StringBuilder words = new StringBuilder("campaign");
    history.ifPresent(file -> words.append(" --history ").append(file));
    if (isGiven("--corpus")) {
      words.append(" --corpus ").append(corpus);
    }
    invariants.forEach(one -> words.append(" --invariant ").append(one));
    features.forEach(one -> words.append(" --feature ").append(one));
    words.append(unsound ? " --unsound" : "");
    return words.append(" --seed ").append(from).toString();
  }

  /// Refuses the command line unless a condition holds.
  void require(boolean condition, String problem) {
    if (!condition) {
      throw new ParameterException(spec.commandLine(), problem);
    }
  }

  /// {@return whether somebody gave an option}
  boolean isGiven(String option) {
    return spec.commandLine().getParseResult().hasMatchedOption(option);
  }
}
