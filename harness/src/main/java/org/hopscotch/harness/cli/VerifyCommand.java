package org.hopscotch.harness.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.hopscotch.corpus.StreamFile;
import org.hopscotch.corpus.Vector;
import org.hopscotch.corpus.VectorCheck;
import org.hopscotch.corpus.Vectors;
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
      "A .json file of vectors is held against our field types: schema and state give its bytes.",
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

  private static final String VECTORS = ".json";

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
    return verified == 0 ? ExitCode.worst(exitCode, ExitCode.UNREADABLE) : exitCode;
  }

  private void verify(String input, Likenesses likenesses, PrintWriter out) throws IOException {
    if (input.endsWith(VECTORS)) {
      vectors(Inputs.path(input), out);
    } else if (input.equals(StreamFile.STANDARD_INPUT) || !Files.isDirectory(Inputs.path(input))) {
      one(input, likenesses, out);
    } else {
      for (Path file : Inputs.filesBelow(Inputs.path(input))) {
        if (Inputs.isStreamOrUnreadable(file)) {
          one(file.toString(), likenesses, out);
        } else {
          passedOver++;
        }
      }
    }
  }

  private void vectors(Path file, PrintWriter out) {
    try {
      Vectors vectors = Vectors.in(file);
      for (Vector vector : vectors.vectors()) {
        List<VectorCheck.Problem> problems = VectorCheck.problems(vector);
        count(problems.isEmpty(), ExitCode.FINDINGS);
        String words =
            problems.isEmpty()
                ? "%d bytes identical".formatted(vector.expected().length)
                : "DIFFERS: " + problems.getFirst();
        out.println("%s: vector %s: %s".formatted(file, vector.id(), words));
      }
      for (Vectors.Unreadable unreadable : vectors.unreadable()) {
        count(false, ExitCode.UNREADABLE);
        out.println(file + ": " + unreadable);
      }
    } catch (IOException e) {
      count(false, ExitCode.UNREADABLE);
      out.println(file + ": " + Inputs.words(e));
    }
    out.flush();
  }

  private void count(boolean same, int otherwise) {
    verified++;
    if (same) {
      identical++;
    } else {
      exitCode = ExitCode.worst(exitCode, otherwise);
    }
  }

  private void one(String name, Likenesses likenesses, PrintWriter out) {
    try {
      StreamVerifier.Result result =
          StreamVerifier.verify(Inputs.stream(name, System.in), likenesses, Inputs.heldBytes());
      out.println(RefusalText.oneLine(name) + ": " + words(result));
      count(
          result.identical(),
          result.difference().isPresent() ? ExitCode.FINDINGS : ExitCode.UNREADABLE);
    } catch (IOException e) {
      count(false, ExitCode.UNREADABLE);
      out.println(RefusalText.oneLine(name) + ": " + Inputs.words(e));
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
