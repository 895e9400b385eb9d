package org.hopscotch.harness.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hopscotch.corpus.StreamFile;
import org.hopscotch.model.wire.Likenesses;
import org.hopscotch.model.wire.Refusal;
import org.hopscotch.reports.RefusalText;
import org.hopscotch.reports.StreamJson;
import org.hopscotch.reports.StreamText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `hopscotch decode`: shows a real migration stream.
@Command(
    name = "decode",
    description = {
      "Shows a migration stream or device-state file: sections, versions, fields with offsets,"
          + " types and values."
    },
    mixinStandardHelpOptions = true)
final class DecodeCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "As QEMU wrote it, or compressed by gzip; - is standard input.")
  private String file;

  @Option(names = "--json", description = "As JSON; docs/decode-json.md describes the form.")
  private boolean json;

  @Option(
      names = "--like",
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "Streams whose descriptions fit sections that this one does not describe, such as all of"
              + " a device-state file; matched by name without device path.")
  private List<String> like = List.of();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Likenesses likenesses;
    try {
      likenesses = Inputs.likenesses(like);
    } catch (IOException e) {
      err.println(e.getMessage());
      return ExitCode.UNREADABLE;
    }
    String name = RefusalText.oneLine(file);
    try {
      Optional<Refusal> refusal = decode(Inputs.stream(file, System.in), likenesses, out);
      refusal.ifPresent(why -> err.println(name + ": " + RefusalText.of(why)));
      return refusal.isPresent() ? ExitCode.UNREADABLE : ExitCode.CLEAN;
    } catch (IOException e) {
      out.flush();
      err.println(name + ": " + Inputs.words(e));
      return ExitCode.UNREADABLE;
    }
  }

  private Optional<Refusal> decode(StreamFile stream, Likenesses likenesses, PrintWriter out)
      throws IOException {
    if (json) {
      return decodeAsJson(stream, likenesses, new StreamJson(out, file));
    }
    StreamText report = new StreamText(out);
    Optional<Refusal> refusal = stream.read(likenesses, Inputs.heldBytes(), report::item);
    report.end(refusal);
    return refusal;
  }

  private static Optional<Refusal> decodeAsJson(
      StreamFile stream, Likenesses likenesses, StreamJson report) throws IOException {
    try {
      Optional<Refusal> refusal = stream.read(likenesses, Inputs.heldBytes(), report::item);
      report.end(refusal);
      return refusal;
    } catch (IOException e) {
      report.endUnreadable(Inputs.words(e));
      throw e;
    }
  }
}
