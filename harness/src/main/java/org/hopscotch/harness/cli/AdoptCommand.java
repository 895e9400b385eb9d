package org.hopscotch.harness.cli;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.hopscotch.corpus.BreakClass;
import org.hopscotch.corpus.Case;
import org.hopscotch.corpus.Provenance;
import org.hopscotch.corpus.yaml.CaseException;
import org.hopscotch.corpus.yaml.CaseYaml;
import org.hopscotch.corpus.yaml.GuestYaml;
import org.hopscotch.corpus.yaml.YamlException;
import org.hopscotch.harness.campaign.Disk;
import org.hopscotch.harness.campaign.FindingsFolder;
import org.hopscotch.harness.invariant.DecoderTotal;
import org.hopscotch.harness.invariant.RoundTrip;
import org.hopscotch.harness.replay.CaseReplay;
import org.hopscotch.model.scenario.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `hopscotch adopt`: from a finding to a file of the corpus, which every build judges.
@Command(
    name = "adopt",
    description = {
      "Moves a finding into the corpus: a case into corpus/cases, a guest or stream into"
          + " corpus/inputs. What is beside it in the findings goes, when the new file is safe.",
      "A break is a truth about a history: it is broken for ever, and needs a class. A regression"
          + " is a fault of Hopscotch's own code: it holds once that is repaired."
    },
    mixinStandardHelpOptions = true)
final class AdoptCommand implements Callable<Integer> {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]*");

  private static final String VIOLATED =
      "next: mvn verify fails until our own code is repaired; then commit both";
  private static final String HOLDS = "it holds: our own code is repaired; next: mvn verify";
  private static final String INDEX =
      "next: mvn -pl corpus -am test -Dtest=CorpusIndexTest -Dhopscotch.rewrite=true"
          + " -Dsurefire.failIfNoSpecifiedTests=false writes docs/corpus.md anew; ";

  @Parameters(paramLabel = "FILE", description = "The minimised case of a finding.")
  private Path file;

  @Option(
      names = "--as",
      paramLabel = "NAME",
      description = "What the new file is called, without its ending; as FILE unless given.")
  private Optional<String> name = Optional.empty();

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description = "break or regression; what FILE says unless given.")
  private Optional<String> kind = Optional.empty();

  @Option(
      names = "--class",
      paramLabel = "CODE",
      description = "What kind of step broke it, such as F-ADD; the main one first.")
  private List<String> classes = new ArrayList<>();

  @Option(
      names = "--corpus",
      paramLabel = "DIR",
      description = "Where cases and inputs are; the repository's own unless given.")
  private Path corpus = Path.of(System.getProperty("hopscotch.home", ""), "corpus");

  @Spec private CommandSpec spec;

  /// What goes where.
  ///
  /// @param next what is left to do
  private record Adopted(Path to, byte[] content, String next) {}

  /// Why a finding stays where it is.
  private static final class RefusedException extends Exception {
    private static final long serialVersionUID = 1;

    RefusedException(String why) {
      super(why);
    }
  }

  @Override
  public Integer call() throws IOException {
    Adopted adopted;
    Optional<Provenance> provenance;
    try {
      provenance = FindingsFolder.provenance(file);
      adopted = adopted(Files.readAllBytes(file), provenance);
      if (Files.exists(adopted.to())) {
        throw new RefusedException(adopted.to() + " is there already; give another name, --as");
      }
    } catch (RefusedException e) {
      return refused(e.getMessage());
    } catch (IOException e) {
      return refused(file + ": " + Inputs.words(e));
    }
    try {
      Files.createDirectories(adopted.to().getParent());
      Disk.REAL.write(adopted.to(), adopted.content());
    } catch (IOException e) {
      return refused("%s cannot be written: %s".formatted(adopted.to(), CampaignRun.words(e)));
    }
    for (Path one : provenance.isPresent() ? FindingsFolder.files(file) : List.of(file)) {
      Files.deleteIfExists(one);
    }
    PrintWriter out = spec.commandLine().getOut();
    out.printf("%s is %s now%n%s%n", file, adopted.to(), adopted.next());
    return ExitCode.CLEAN;
  }

  private int refused(String why) {
    spec.commandLine().getErr().println(why);
    return ExitCode.UNREADABLE;
  }

  private Adopted adopted(byte[] content, Optional<Provenance> provenance) throws RefusedException {
    String whole = file.getFileName().toString();
    int dot = whole.lastIndexOf('.');
    String stem = name.orElse(dot < 0 ? whole : whole.substring(0, dot));
    require(NAME.matcher(stem).matches(), "no name for a file of the corpus: " + stem);
    String text = new String(content, StandardCharsets.UTF_8);
    boolean yaml = whole.endsWith(".yaml");
    if (yaml && CaseYaml.isCase(text)) {
      try {
        Case told = about(CaseYaml.read(text), provenance);
        Case filed = isRegression(told) ? regression(told) : asBreak(told);
        String next = next(filed, CaseReplay.of(filed, SavedCases.ENGINE));
        byte[] printed = CaseYaml.print(filed).getBytes(StandardCharsets.UTF_8);
        return new Adopted(corpus.resolve("cases").resolve(stem + ".yaml"), printed, next);
      } catch (CaseException e) {
        throw new RefusedException(
            e.problems().stream().map(one -> one.in(file.toString())).collect(joining("\n")));
      } catch (IllegalArgumentException e) {
        throw new RefusedException(file + ": what it tells cannot be played: " + e.getMessage());
      }
    }
    require(
        kind.isEmpty() || kind.get().equals(Case.Kind.REGRESSION.word()),
        file + ": without releases it is no break; only our own code can be wrong");
    String next = verdict(content, text, yaml) == Verdict.VIOLATED ? VIOLATED : HOLDS;
    return new Adopted(
        corpus.resolve("inputs").resolve(stem + (yaml ? ".yaml" : ".mig")), content, next);
  }

  private Verdict verdict(byte[] content, String text, boolean yaml) throws RefusedException {
    if (!yaml) {
      return new DecoderTotal().judge(content).judgement().verdict();
    }
    try {
      return new RoundTrip().judge(GuestYaml.read(text)).verdict();
    } catch (YamlException e) {
      throw new RefusedException(e.problem().in(file.toString()));
    }
  }

  private boolean isRegression(Case told) throws RefusedException {
    String word = kind.orElse(told.kind().word());
    boolean regression = word.equals(Case.Kind.REGRESSION.word());
    require(
        regression || word.equals(Case.Kind.BREAK.word()), "neither break nor regression: " + word);
    return regression;
  }

  /// A case of another kind, or class, but otherwise the same.
  private static Case about(Case told, Optional<Provenance> provenance) {
    String origin =
        provenance
            .map(found ->
                "Case %d of seed %s (%s, generators %d). "
                    .formatted(found.number(), found.seed(), found.tool(), found.generators()))
            .orElse("");
    return new Case(
        told.kind(),
        origin + told.about(),
        told.classes(),
        told.source(),
        told.told(),
        told.scenario(),
        told.expect(),
        told.repair(),
        told.noRepair());
  }

  private Case asBreak(Case told) throws RefusedException {
    List<BreakClass> filed = new ArrayList<>();
    for (String code : classes) {
      Optional<BreakClass> known = BreakClass.of(code);
      require(known.isPresent(), "no such class: %s; known are%n%s".formatted(code, codes()));
      known.ifPresent(filed::add);
    }
    require(
        !(filed.isEmpty() && told.classes().isEmpty()),
        "a break has a class, --class CODE:%n%s".formatted(codes()));
    require(told.kind() == Case.Kind.BREAK, file + ": a regression expects nothing to be broken");
    List<CaseReplay.Surprise> surprises = CaseReplay.of(told, SavedCases.ENGINE).surprises();
    require(
        surprises.isEmpty(),
        surprises.stream()
            .map(one ->
                "%s: %s: expected %s, got %s"
                    .formatted(file, one.invariant().id(), one.expected(), one.got()))
            .collect(joining("\n")));
    return new Case(
        Case.Kind.BREAK,
        told.about(),
        filed.isEmpty() ? told.classes() : filed,
        told.source(),
        told.told(),
        told.scenario(),
        told.expect(),
        told.repair(),
        told.noRepair());
  }

  /// The promises that were broken are to hold.
  private static Case regression(Case told) {
    return new Case(
        Case.Kind.REGRESSION,
        told.about(),
        List.of(),
        told.source(),
        told.told(),
        told.scenario(),
        Map.of(),
        Optional.empty(),
        Optional.empty());
  }

  private static String next(Case filed, CaseReplay replay) {
    if (filed.kind() == Case.Kind.BREAK) {
      return INDEX + "then mvn verify";
    }
    return INDEX + (replay.surprises().isEmpty() ? HOLDS : VIOLATED);
  }

  private static String codes() {
    return Arrays.stream(BreakClass.values())
        .map(one -> "  %-8s %s".formatted(one.code(), one.meaning()))
        .collect(joining(System.lineSeparator()));
  }

  private static void require(boolean condition, String problem) throws RefusedException {
    if (!condition) {
      throw new RefusedException(problem);
    }
  }
}
