package org.hopscotch.harness.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.hopscotch.corpus.StreamFile;
import org.hopscotch.harness.stream.StreamVerifier;
import org.hopscotch.model.wire.Likenesses;
import org.hopscotch.reports.RefusalText;
import org.hopscotch.reports.StreamText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `hopscotch verify`: proves that streams are understood.
@Command(
    name = "verify",
    description = {
      "Decodes streams, encodes them again from the values alone and compares byte for byte.",
      "Exits with 1 when one differs, with 2 when one cannot be read."
    },
    mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
  @Parameters(
      arity = "1..*",
      paramLabel = "FILE or DIR",
      description = "Of a directory, every file below it that is a stream; - is standard input.")
  private List<String> inputs;

  @Option(
      names = "--like",
      paramLabel = "FILE",
      description = "A stream whose description fits sections that others do not describe.")
  private List<String> like = List.of();

  @Spec private CommandSpec spec;

  private int verified;
  private int identical;
  private int passedOver;
  private int exitCode = ExitCode.CLEAN;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    try {
      Likenesses likenesses = Inputs.likenesses(like);
      for (String input : inputs) {
        verify(input, likenesses, out);
      }
    } catch (IOException e) {
      err.println(e.getMessage());
      return ExitCode.UNREADABLE;
    }
    if (passedOver > 0) {
      out.println("%d files are no streams and were passed over".formatted(passedOver));
    }
    out.println("%d of %d byte-identical".formatted(identical, verified));
    return exitCode;
  }

  private void verify(String input, Likenesses likenesses, PrintWriter out) throws IOException {
    if (input.equals(StreamFile.STANDARD_INPUT) || !Files.isDirectory(Path.of(input))) {
      one(input, likenesses, out);
      return;
    }
    for (Path file : Inputs.filesBelow(Path.of(input))) {
      if (StreamFile.at(file).looksLikeStream()) {
        one(file.toString(), likenesses, out);
      } else {
        passedOver++;
      }
    }
  }

  private void one(String name, Likenesses likenesses, PrintWriter out) {
    verified++;
    try {
      StreamVerifier.Result result =
          StreamVerifier.verify(Inputs.stream(name, System.in), likenesses, Inputs.heldBytes());
      out.println(name + ": " + words(result));
      if (result.identical()) {
        identical++;
      } else if (result.difference().isPresent()) {
        exitCode = ExitCode.worst(exitCode, ExitCode.FINDINGS);
      } else {
        exitCode = ExitCode.worst(exitCode, ExitCode.UNREADABLE);
      }
    } catch (IOException e) {
      out.println(name + ": " + Inputs.words(e));
      exitCode = ExitCode.worst(exitCode, ExitCode.UNREADABLE);
    }
    out.flush();
  }

  private static String words(StreamVerifier.Result result) {
    if (result.difference().isPresent()) {
      StreamVerifier.Difference first = result.difference().get();
      return "DIFFERS at offset %d (0x%x), in %s"
          .formatted(first.offset(), first.offset(), first.path());
    }
    return result
        .refusal()
        .map(RefusalText::of)
        .orElseGet(() ->
            "%d bytes identical, %s opaque"
                .formatted(result.bytes(), StreamText.share(result.share())));
  }
}
