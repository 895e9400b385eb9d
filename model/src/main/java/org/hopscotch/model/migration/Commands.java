package org.hopscotch.model.migration;

import java.util.List;
import org.hopscotch.model.wire.LoaderFamily;
import org.hopscotch.model.wire.Refusal;
import org.hopscotch.model.wire.WireInput;

/// Runs the commands of a stream that comes through a pipe or file, so that nothing can be
/// answered (wire-format section 7.3). Postcopy never begins here.
final class Commands {
  private static final int ANY_LENGTH = -1;
  private static final int ADVISE_BYTES = 16;
  private static final String WRONG_STATE = "in wrong postcopy state (0)";

  private final VirtualMachine machine;
  private final WireInput in;
  private int packages;

  /// One command.
  ///
  /// @param length of its payload, {@link #ANY_LENGTH} where it varies
  private record Command(String name, int length) {}

  private static final List<Command> COMMANDS =
      List.of(
          new Command("INVALID", ANY_LENGTH),
          new Command("OPEN_RETURN_PATH", 0),
          new Command("PING", Integer.BYTES),
          new Command("POSTCOPY_ADVISE", ANY_LENGTH),
          new Command("POSTCOPY_LISTEN", 0),
          new Command("POSTCOPY_RUN", 0),
          new Command("POSTCOPY_RAM_DISCARD", ANY_LENGTH),
          new Command("PACKAGED", Integer.BYTES),
          new Command("ENABLE_COLO", ANY_LENGTH),
          new Command("POSTCOPY_RESUME", 0),
          new Command("RECV_BITMAP", ANY_LENGTH),
          new Command("SWITCHOVER_START", 0));

  Commands(VirtualMachine machine, WireInput in) {
    this.machine = machine;
    this.in = in;
  }

  /// {@return whether the end of sections that was met is a package's own, which is then over}
  boolean inPackage() {
    if (packages > 0) {
      packages--;
      return true;
    }
    return false;
  }

  /// Runs one command, whose type byte was read.
  void run() {
    long at = in.offset();
    int number = in.be16();
    int length = in.be16();
    int most = machine.release().family() == LoaderFamily.UP_TO_9_1 ? 10 : 11;
    if (number == 0 || number > most) {
      throw in.refused(at, new Refusal.UnknownCommand(number, length));
    }
    Command command = COMMANDS.get(number);
    if (command.length() != ANY_LENGTH && command.length() != length) {
      throw in.refused(at, new Refusal.BadCommandLength(command.name(), length, command.length()));
    }
    switch (command.name()) {
      case "POSTCOPY_ADVISE" -> advise(at, length);
      case "SWITCHOVER_START", "ENABLE_COLO" -> in.skip(length);
      case "PACKAGED" -> {
        in.be32();
        packages++;
      }
      case "OPEN_RETURN_PATH", "PING" ->
          throw in.refused(at, new Refusal.NoReturnPath(command.name()));
      default -> throw in.refused(at, new Refusal.UnexpectedCommand(command.name(), WRONG_STATE));
    }
  }

  /// Without postcopy at this side an empty advice is taken, and one with page sizes is not.
  private void advise(long at, int length) {
    if (length == ADVISE_BYTES) {
      throw in.refused(
          at,
          new Refusal.UnexpectedCommand(
              "POSTCOPY_ADVISE", "RAM postcopy is disabled but have 16 byte advise"));
    }
    if (length != 0) {
      throw in.refused(
          at,
          new Refusal.UnexpectedCommand("POSTCOPY_ADVISE", "CMD_POSTCOPY_ADVISE invalid length"));
    }
  }
}
