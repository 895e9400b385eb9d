package org.hopscotch.harness.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hopscotch.corpus.ImportedHost;
import org.hopscotch.corpus.StreamFile;
import org.hopscotch.corpus.VmstateDump;
import org.hopscotch.model.migration.Outcome;
import org.hopscotch.model.migration.VirtualMachine;
import org.hopscotch.model.release.Version;
import org.hopscotch.model.wire.Likenesses;
import org.hopscotch.model.wire.RefusedException;
import org.hopscotch.model.wire.StreamItem;
import org.hopscotch.reports.OutcomeText;
import org.hopscotch.reports.RefusalText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `hopscotch load`: what a real destination would say to a stream.
@Command(
    name = "load",
    description = {
      "Loads streams into the machine that saved GOOD, as a QEMU of the release would, started"
          + " with the same options: 'accepted', or why it is refused.",
      "Exits with 1 when one is refused."
    },
    mixinStandardHelpOptions = true)
final class LoadCommand implements Callable<Integer> {
  private static final Path DUMPS =
      Path.of(System.getProperty("hopscotch.home", ""), "corpus", "dumps");

  @Option(
      names = "--into",
      required = true,
      paramLabel = "GOOD",
      description = "A stream that the release saved and loads.")
  private String into;

  @Option(
      names = "--release",
      paramLabel = "VERSION",
      description =
          "The release that loads, such as 7.2; without it the one of the corpus that describes its"
              + " streams as GOOD is described.")
  private Optional<String> release;

  @Option(
      names = "--dump",
      paramLabel = "FILE",
      description =
          "What its -dump-vmstate wrote, which tells more than a stream; without it the one of the"
              + " corpus, if that has one of the release.")
  private Optional<String> dump;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Compressed by gzip or not.")
  private List<String> files;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    ImportedHost host;
    try {
      StreamFile good = Inputs.stream(into, InputStream.nullInputStream());
      String name = release.isPresent() ? release.get() : describing(good);
      Version version =
          Version.find(name)
              .orElseThrow(() ->
                  new ParameterException(spec.commandLine(), "not a version: '" + name + "'"));
      host = ImportedHost.of(name, version.family(), good, dump(name));
    } catch (IOException e) {
      err.println(RefusalText.oneLine(into) + ": " + Inputs.words(e));
      return ExitCode.UNREADABLE;
    } catch (RefusedException e) {
      err.println(RefusalText.oneLine(into) + ": " + RefusalText.of(e.refusal()));
      return ExitCode.UNREADABLE;
    }
    int exit = ExitCode.CLEAN;
    for (String file : files) {
      exit = ExitCode.worst(exit, load(host, file));
    }
    return exit;
  }

  /// 5.2 puts blanks into its description, 10.0 describes the configuration, 11.1 counts nothing.
  private static String describing(StreamFile good) throws IOException {
    StringBuilder found = new StringBuilder();
    good.read(
        Likenesses.none(),
        Inputs.heldBytes(),
        (_, item) -> {
          if (item instanceof StreamItem.VmDescription text) {
            String json = new String(text.json(), StandardCharsets.UTF_8);
            found.append(
                json.startsWith("{ ")
                    ? "5.2"
                    : !json.contains("\"configuration\"")
                        ? "7.2"
                        : json.contains("\"index\"") ? "10.0" : "11.1");
          }
        });
    if (found.isEmpty()) {
      throw new IOException("has no description; say the release");
    }
    return found.toString();
  }

  private VmstateDump dump(String loading) throws IOException {
    Path shipped = DUMPS.resolve(loading + ".json.gz");
    Optional<Path> file =
        dump.isPresent()
            ? Optional.of(Inputs.path(dump.get()))
            : Optional.of(shipped).filter(Files::exists);
    if (file.isEmpty()) {
      return VmstateDump.NONE;
    }
    try {
      return VmstateDump.read(new ByteArrayInputStream(StreamFile.at(file.get()).bytes()));
    } catch (IOException e) {
      throw new IOException("with " + file.get() + ": " + Inputs.words(e), e);
    }
  }

  private int load(ImportedHost host, String file) {
    PrintWriter out = spec.commandLine().getOut();
    try {
      Outcome outcome =
          started(host).load(Inputs.stream(file, InputStream.nullInputStream()).bytes());
      String words = outcome.arrived() ? "accepted" : OutcomeText.words(outcome);
      out.println(RefusalText.oneLine(file) + ": " + words);
      return outcome.arrived() ? ExitCode.CLEAN : ExitCode.FINDINGS;
    } catch (IOException e) {
      spec.commandLine().getErr().println(RefusalText.oneLine(file) + ": " + Inputs.words(e));
      return ExitCode.UNREADABLE;
    }
  }

  /// Each stream meets a machine of its own.
  private static VirtualMachine started(ImportedHost host) {
    return switch (VirtualMachine.start(host.host())) {
      case VirtualMachine.Started(VirtualMachine machine) -> {
        machine.enter(host.state());
        yield machine;
      }
      case VirtualMachine.DidNotStart(var failure) ->
          throw new IllegalStateException(OutcomeText.words(failure));
    };
  }
}
