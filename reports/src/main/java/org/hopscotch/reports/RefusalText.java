package org.hopscotch.reports;

import java.util.stream.Collectors;
import org.hopscotch.model.wire.Refusal;

/// Says in one line why bytes were refused.
public final class RefusalText {
  private RefusalText() {}

  /// {@return the offset, the path where there is one, and the reason}
  public static String of(Refusal refusal) {
    String place = "offset 0x%08x".formatted(refusal.offset());
    String path = refusal.path().isEmpty() ? "" : ", in " + printable(refusal.path());
    return place + path + ": " + reason(refusal.reason());
  }

  /// {@return the reason alone}
  public static String reason(Refusal.Reason reason) {
    return switch (reason) {
      case Refusal.NotAStream _ -> "not a migration stream: it does not start with QEVM";
      case Refusal.UnsupportedStreamVersion r ->
          "stream version %d is not supported, only 3".formatted(r.version());
      case Refusal.Truncated r ->
          "the input ends here, at least %d more %s due"
              .formatted(r.needed(), areBytes(r.needed()));
      case Refusal.UnknownSectionType r ->
          "0x%02x starts no section or command".formatted(r.type());
      case Refusal.UnknownSectionId r ->
          "no section with id %d was started".formatted(r.sectionId());
      case Refusal.EmptyIdstr _ -> "a name of length 0";
      case Refusal.MissingFooter r ->
          r.found() < 0
              ? "the input ends where the section's footer is due"
              : "0x%02x where the section's footer is due".formatted(r.found());
      case Refusal.MismatchedFooter r ->
          "the footer is of section id %d, not %d".formatted(r.found(), r.expected());
      case Refusal.UnboundedBody _ -> "nothing describes this section, and no footer of it follows";
      case Refusal.UnknownConfiguration r ->
          "configuration subsection '%s' is not known".formatted(printable(r.name()));
      case Refusal.UnsupportedRamVersion r ->
          "ram version %d is not supported, only 4".formatted(r.version());
      case Refusal.UnknownFlags r -> "record flags 0x%x stand for nothing".formatted(r.flags());
      case Refusal.NoRamBlock _ -> "a page that continues a block where none was named";
      case Refusal.UnknownRamBlock r ->
          "RAM block '%s' is not in the block list".formatted(printable(r.name()));
      case Refusal.ImpossibleLength r ->
          "%s of %d, at most %d is possible".formatted(printable(r.of()), r.length(), r.limit());
      case Refusal.TooLarge r ->
          "more than %d bytes of device state; more heap (-Xmx) raises this limit"
              .formatted(r.limitBytes());
      case Refusal.TooDeep r -> "nested deeper than %d".formatted(r.limit());
      case Refusal.TooManySteps r ->
          "counts that ask for more than %d steps, beyond what this size can mean"
              .formatted(r.limit());
      case Refusal.MalformedDescription r -> "malformed VMDESCRIPTION: " + printable(r.problem());
      case Refusal.DescriptionMismatch r ->
          "the bytes do not lie as described: due were " + printable(r.expected());
      case Refusal.UnexpectedMarker r -> "0x%02x is no pointer marker".formatted(r.found());
      case Refusal.TooNew r ->
          "%s has version %d, newer than %d".formatted(printable(r.name()), r.version(), r.ours());
      case Refusal.TooOld r ->
          "%s has version %d, older than the minimum %d"
              .formatted(printable(r.name()), r.version(), r.minimum());
      case Refusal.NotEqual r -> "must be %d, is %d".formatted(r.ours(), r.received());
      case Refusal.NotPositiveLessOrEqual r ->
          "must be 0 to %d, is %d".formatted(r.ours(), r.received());
      case Refusal.ValidationFailed r -> "validation '%s' failed".formatted(r.name());
      case Refusal.UnknownSubsection r ->
          "subsection '%s' is not known".formatted(printable(r.name()));
      case Refusal.InconsistentTree r -> "a tree without its %d nodes".formatted(r.announced());
      case Refusal.BadPciConfig r ->
          "PCI configuration byte 0x%x is 0x%02x, must be 0x%02x"
              .formatted(r.index(), r.read(), r.device());
      case Refusal.BadIrqState r ->
          "interrupt pin %d has state %d, must be 0 or 1".formatted(r.pin(), r.state());
      case Refusal.HookRefused r -> r.words();
      case Refusal.OutOfBounds r ->
          "needs memory for %d, has it for %d".formatted(r.needed(), r.held());
      case Refusal.NeedsSocket _ -> "a file descriptor travels through a unix socket only";
      case Refusal.MissingConfiguration r ->
          "item type %d where the configuration is due".formatted(r.found());
      case Refusal.OtherMachine r ->
          "a guest of machine type '%s', not '%s'".formatted(printable(r.received()), r.ours());
      case Refusal.OtherPageBits r ->
          "target page bits %d, not %d".formatted(r.received(), r.ours());
      case Refusal.OtherCapability r ->
          "capability '%s' is on at the %s only"
              .formatted(r.name(), r.received() ? "source" : "destination");
      case Refusal.UnknownCapability r ->
          "capability '%s' is not known".formatted(printable(r.name()));
      case Refusal.OtherUuid r -> "UUID %s, not %s".formatted(r.received(), r.ours());
      case Refusal.UnknownSection r ->
          "no device takes section '%s' instance %d"
              .formatted(printable(r.idstr()), r.instanceId());
      case Refusal.SectionTooNew r ->
          "section '%s' has version %d, newer than %d"
              .formatted(printable(r.idstr()), r.version(), r.ours());
      case Refusal.UnknownCommand r -> "command %d is not known".formatted(r.number());
      case Refusal.BadCommandLength r ->
          "command %s of %d bytes, not %d".formatted(r.name(), r.length(), r.ours());
      case Refusal.NoReturnPath r -> "PING 0x%x without a return path".formatted(r.ping());
      case Refusal.PageOutsideBlock r ->
          "page 0x%x is outside RAM block '%s'".formatted(r.offset(), printable(r.block()));
      case Refusal.OtherBlockSize r ->
          "RAM block '%s' has 0x%x bytes, not 0x%x"
              .formatted(printable(r.block()), r.received(), r.ours());
      case Refusal.BlockTooLarge r ->
          "RAM block '%s' has 0x%x bytes, more than 0x%x"
              .formatted(printable(r.block()), r.received(), r.most());
      case Refusal.UnexpectedCommand r -> "command %s: %s".formatted(r.name(), r.words());
      case Refusal.PageWithoutBlock r ->
          "page 0x%x of RAM block '%s', which is not here"
              .formatted(r.offset(), printable(r.block()));
      case Refusal.BadDelta r -> r.words();
      case Refusal.CompressedPage _ -> "a compressed page";
      case Refusal.FilledPage r -> "a zero page of bytes 0x%02x".formatted(r.fill());
      case Refusal.UnknownRunState r -> "no run state '%s'".formatted(printable(r.name()));
      case Refusal.Unmigratable r -> "device '%s' does not migrate".formatted(printable(r.idstr()));
      case Refusal.Reported r -> printable(String.join("; ", r.words()));
    };
  }

  private static String areBytes(long count) {
    return count == 1 ? "byte is" : "bytes are";
  }

  /// {@return `text` with control characters made visible, so that a file's name keeps to its line}
  public static String oneLine(String text) {
    return text.chars()
        .mapToObj(
            c -> Character.isISOControl(c) ? String.format("\\x%02x", c) : Character.toString(c))
        .collect(Collectors.joining());
  }

  /// {@return `text` with everything that is not plain printable ASCII made visible, so that names
  /// from a damaged stream keep to their line}
  public static String printable(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c < 0x7f) {
        plain.append(c);
      } else {
        plain.append(c < 0x10 ? "\\x0" : "\\x").append(Integer.toHexString(c));
      }
    }
    return plain.toString();
  }
}
