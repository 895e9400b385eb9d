package org.hopscotch.harness.cli;

import java.io.PrintWriter;
import java.io.Writer;

/// One run of what must start quickly, from which the JVM learns what to have ready at the next
/// start; the launcher calls it after a build.
public final class Training {
  private Training() {}

  /// Decodes the stream in the file `args[0]` in every form, and prints nothing.
  public static void main(String[] args) {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    Main.run(new String[] {"--help"}, nowhere, nowhere);
    Main.run(new String[] {"decode", args[0]}, nowhere, nowhere);
    Main.run(new String[] {"decode", "--json", args[0]}, nowhere, nowhere);
    Main.run(new String[] {"verify", args[0]}, nowhere, nowhere);
  }
}
