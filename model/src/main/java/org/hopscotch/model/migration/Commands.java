package org.hopscotch.model.migration;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.hopscotch.model.release.MigrationObject;
import org.hopscotch.model.wire.Refusal;
import org.hopscotch.model.wire.WireInput;

/// Runs the commands of a stream (wire-format section 7.3). What is answered through the return
/// path goes nowhere; postcopy never begins here.
final class Commands {
  private static final int ANY_LENGTH = -1;
  private static final int ADVISE_BYTES = 16;

  private static final int LONGEST_PACKAGE = 1 << 24;

  private final VirtualMachine machine;
  private final WireInput in;
  private final List<String> warnings;
  private final Deque<Long> packages = new ArrayDeque<>();
  private boolean returnPath;
  private boolean advised;

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

  /// @param warnings to which is added what QEMU says and goes on
  Commands(VirtualMachine machine, WireInput in, List<String> warnings) {
    this.machine = machine;
    this.in = in;
    this.warnings = warnings;
  }

  /// Ends the package at hand, where there is one: what follows its EOF inside is passed over.
  ///
  /// @return whether there was one
  boolean endPackage() {
    if (packages.isEmpty()) {
      return false;
    }
    in.moveTo(packages.removeLast());
    return true;
  }

  /// Refuses when the package at hand is used up without an EOF.
  void requireInsidePackage() {
    if (!packages.isEmpty() && in.offset() >= packages.getLast()) {
      throw in.refused(new Refusal.Truncated(1));
    }
  }

  /// Runs one command, whose type byte was read.
  void run() {
    long at = in.offset();
    int number = in.be16();
    int length = in.be16();
    int most = machine.release().isSince(MigrationObject.SWITCHOVER_START) ? 11 : 10;
    if (number == 0 || number > most) {
      throw in.refused(at, new Refusal.UnknownCommand(number, length));
    }
    Command command = COMMANDS.get(number);
    if (command.length() != ANY_LENGTH && command.length() != length) {
      throw in.refused(at, new Refusal.BadCommandLength(command.name(), length, command.length()));
    }
    switch (command.name()) {
      case "POSTCOPY_ADVISE" -> advise(at, length);
      case "SWITCHOVER_START" -> in.skip(length);
      case "ENABLE_COLO" -> enableColo(at, number, length);
      case "PACKAGED" -> beginPackage(at);
      case "OPEN_RETURN_PATH" -> {
        if (returnPath) {
          warnings.add("CMD_OPEN_RETURN_PATH called when RP already open");
        }
        returnPath = true;
      }
      case "PING" -> {
        long value = in.be32();
        if (!returnPath) {
          throw in.refused(at, new Refusal.NoReturnPath(value));
        }
      }
      case "POSTCOPY_RESUME" ->
          warnings.add("loadvm_postcopy_handle_resume: illegal resume received");
      case "RECV_BITMAP" -> bitmap(at, length);
      default ->
          throw in.refused(
              at,
              new Refusal.UnexpectedCommand(
                  command.name(), "CMD_" + command.name() + wrongState()));
    }
  }

  /// Up to 9.1 it starts the guest; nothing else comes of it here.
  private void enableColo(long at, int number, int length) {
    switch (machine.release().family()) {
      case UP_TO_9_1 -> in.skip(length);
      case FROM_9_2 ->
          throw in.refused(
              at,
              new Refusal.UnexpectedCommand(
                  "ENABLE_COLO",
                  "ENABLE_COLO command come in migration stream, but x-colo capability is not"
                      + " set"));
      case FROM_11_0 -> throw in.refused(at, new Refusal.UnknownCommand(number, length));
    }
  }

  private void beginPackage(long at) {
    long length = in.be32();
    if (length > LONGEST_PACKAGE) {
      throw in.refused(
          at,
          new Refusal.UnexpectedCommand(
              "PACKAGED", "CMD_PACKAGED: Unreasonably large packaged state: " + length));
    }
    in.requireElements("package", length, 1);
    packages.addLast(in.offset() + length);
  }

  private void bitmap(long at, int length) {
    if (length < 1) {
      throw in.refused(
          at,
          new Refusal.UnexpectedCommand(
              "RECV_BITMAP", "loadvm_handle_recv_bitmap: invalid payload length (0)"));
    }
    in.skip(length);
    warnings.add("migrate_send_rp_recv_bitmap: MSG_RP_RECV_BITMAP only used for recovery");
  }

  private String wrongState() {
    return " in wrong postcopy state (%d)".formatted(advised ? 1 : 0);
  }

  /// Without postcopy at this side an empty advice is taken, and one with page sizes is not.
  private void advise(long at, int length) {
    if (advised) {
      throw in.refused(
          at,
          new Refusal.UnexpectedCommand("POSTCOPY_ADVISE", "CMD_POSTCOPY_ADVISE" + wrongState()));
    }
    advised = true;
    if (length == ADVISE_BYTES) {
      throw in.refused(
          at,
          new Refusal.UnexpectedCommand(
              "POSTCOPY_ADVISE", "RAM postcopy is disabled but have 16 byte advise"));
    }
    if (length != 0) {
      throw in.refused(
          at,
          new Refusal.UnexpectedCommand(
              "POSTCOPY_ADVISE", "CMD_POSTCOPY_ADVISE invalid length (" + length + ")"));
    }
  }
}
