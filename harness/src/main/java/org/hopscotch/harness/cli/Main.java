package org.hopscotch.harness.cli;

import java.io.BufferedWriter;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.hopscotch.harness.campaign.RunKey;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The program `hopscotch`.
@Command(
    name = "hopscotch",
    description = "Finds what breaks when a virtual machine's saved state moves between releases.",
    version = RunKey.TOOL,
    mixinStandardHelpOptions = true,
    subcommands = {
      CampaignCommand.class,
      ReplayCommand.class,
      AdoptCommand.class,
      SensitivityCommand.class,
      DecodeCommand.class,
      VerifyCommand.class,
      LoadCommand.class
    },
    footer = {
      "",
      "Exit codes: 0 clean, 1 findings, 2 bad usage or unreadable input, 3 Hopscotch itself failed."
    })
public final class Main {
  private Main() {}

  /// Runs the command and exits with its code.
  public static void main(String[] args) {
    PrintWriter out = writer(System.out);
    PrintWriter err = writer(System.err);
    int code = run(args, out, err);
    if (out.checkError()) {
      err.println("hopscotch: the output could not be written");
      code = ExitCode.FAILED;
    }
    err.flush();
    System.exit(code);
  }

  /// {@return the exit code of the command in `args`, run with these writers}
  static int run(String[] args, PrintWriter out, PrintWriter err) {
    CommandLine line = new CommandLine(new Main());
    line.setOut(out);
    line.setErr(err);
    line.setExecutionExceptionHandler((exception, command, _) -> {
      command.getErr().println("hopscotch failed: " + exception);
      exception.printStackTrace(command.getErr());
      return ExitCode.FAILED;
    });
    try {
      return args.length == 0 ? usage(line) : line.execute(args);
    } catch (OutOfMemoryError e) {
      err.println("hopscotch: not enough memory; set HOPSCOTCH_JAVA_OPTS=-Xmx…");
      return ExitCode.FAILED;
    }
  }

  private static int usage(CommandLine line) {
    line.usage(line.getErr());
    return ExitCode.UNREADABLE;
  }

  /// Output is UTF-8 and buffered whatever the platform says; commands flush when a line is due.
  private static PrintWriter writer(OutputStream stream) {
    return new PrintWriter(
        new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 16));
  }
}
