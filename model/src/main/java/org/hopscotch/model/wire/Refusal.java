package org.hopscotch.model.wire;

import java.util.List;

/// Why bytes were not taken: the place, and the reason as data. People's words for it are made in
/// reports.
///
/// @param offset of the byte at which reading stopped, counted from the start of the input
/// @param path where that is, in the stream's own names: `0000:00:1f.0/ICH9LPC/pm/pm1_sts`; empty
///     outside any section
public record Refusal(long offset, String path, Reason reason) {

  /// What was wrong. Reasons that a real loader has too are those of wire-format section 9.
  public sealed interface Reason {}

  /// The first four bytes are not `QEVM`.
  ///
  /// @param magic what they are
  public record NotAStream(long magic) implements Reason {}

  /// A header version other than 3.
  public record UnsupportedStreamVersion(long version) implements Reason {}

  /// The input ends although `needed` more bytes are due.
  public record Truncated(long needed) implements Reason {}

  /// A byte that starts no section where one must start.
  public record UnknownSectionType(int type) implements Reason {}

  /// PART or END of a section id that no START introduced.
  public record UnknownSectionId(long sectionId) implements Reason {}

  /// A section header without a name.
  ///
  /// @param sectionId the id that the header gave; 0 for what has none
  public record EmptyIdstr(long sectionId) implements Reason {}

  /// No footer where the section's body ends.
  public record MissingFooter(int found) implements Reason {}

  /// A footer with the id of another section.
  public record MismatchedFooter(long expected, long found) implements Reason {}

  /// Nothing describes the section's body and no place ahead looks like its end.
  public record UnboundedBody() implements Reason {}

  /// A configuration subsection that wire-format section 2 does not know.
  public record UnknownConfiguration(String name) implements Reason {}

  /// A `ram` section of a version other than 4.
  public record UnsupportedRamVersion(long version) implements Reason {}

  /// Flag bits of a live section's record that stand for nothing.
  public record UnknownFlags(long flags) implements Reason {}

  /// A RAM record that continues the last block where there was none.
  public record NoRamBlock(long offset) implements Reason {}

  /// A RAM record that names a block which the block list does not have.
  public record UnknownRamBlock(String name) implements Reason {}

  /// A length or count that cannot be: above what the format allows, or what is left of the input.
  public record ImpossibleLength(String of, long length, long limit) implements Reason {}

  /// The part of the stream that must be held is larger than the limit for it.
  public record TooLarge(long limitBytes) implements Reason {}

  /// Structures nested deeper than any real stream nests them.
  public record TooDeep(int limit) implements Reason {}

  /// More work than the input's size can justify.
  public record TooManySteps(long limit) implements Reason {}

  /// The VMDESCRIPTION is not the JSON of wire-format section 10.1.
  public record MalformedDescription(String problem) implements Reason {}

  /// Bytes that do not lie as the description says.
  public record DescriptionMismatch(String expected) implements Reason {}

  /// A NULL or presence marker with another byte than 0x30 or 0x31.
  public record UnexpectedMarker(int found) implements Reason {}

  /// A section, struct or list element newer than the reader's schema.
  public record TooNew(String name, long version, int ours) implements Reason {}

  /// A section, struct or list element below the reader's minimum version.
  public record TooOld(String name, long version, int minimum) implements Reason {}

  /// An `_EQUAL` field with another value than the reader's.
  public record NotEqual(long ours, long received) implements Reason {}

  /// An `int32 le` field outside 0 to the reader's value.
  public record NotPositiveLessOrEqual(long ours, long received) implements Reason {}

  /// A VALIDATE condition that does not hold after loading.
  public record ValidationFailed(String name) implements Reason {}

  /// A subsection with the right prefix that the reader does not declare.
  public record UnknownSubsection(String name) implements Reason {}

  /// A GTREE with more or fewer nodes than announced.
  public record InconsistentTree(long announced) implements Reason {}

  /// PCI configuration bits that the guest cannot have changed and that differ from the reader's.
  public record BadPciConfig(int index, int read, int device, int cmask, int wmask, int w1cmask)
      implements Reason {}

  /// A PCI interrupt pin state other than 0 or 1.
  public record BadIrqState(int pin, long state) implements Reason {}

  /// A hook of the schema that refused what was loaded.
  public record HookRefused(String words) implements Reason {}

  /// More elements or bytes than the member's memory has, or a NULL pointer: QEMU reads what lies
  /// beyond, or dies.
  public record OutOfBounds(long held, long needed) implements Reason {}

  /// A file descriptor, which can only travel through a unix socket.
  public record NeedsSocket() implements Reason {}

  // ---- reasons that only a receiving host has

  /// Another kind of item where the CONFIGURATION is due.
  public record MissingConfiguration(int found) implements Reason {}

  /// A stream of another machine type.
  public record OtherMachine(String received, String ours) implements Reason {}

  /// A stream of another target page size.
  public record OtherPageBits(long received, long ours) implements Reason {}

  /// A capability that only one side has on.
  public record OtherCapability(String name, boolean received) implements Reason {}

  /// A capability that the reader does not know.
  public record UnknownCapability(String name) implements Reason {}

  /// A guest with another UUID.
  public record OtherUuid(String received, String ours) implements Reason {}

  /// A section that the reader has no device for.
  public record UnknownSection(String idstr, long instanceId) implements Reason {}

  /// A section header with a version above the device's own.
  public record SectionTooNew(String idstr, long version, long ours) implements Reason {}

  /// A command of an unknown number.
  public record UnknownCommand(int number, int length) implements Reason {}

  /// A command of a length that is not its own.
  public record BadCommandLength(String name, int length, int ours) implements Reason {}

  /// A PING where no return path was opened.
  public record NoReturnPath(long ping) implements Reason {}

  /// A command that does not come in time, or that nothing here can answer.
  ///
  /// @param words QEMU's
  public record UnexpectedCommand(String name, String words) implements Reason {}

  /// A page of a block that the reader does not have, or that continues none.
  public record PageWithoutBlock(String block, long offset) implements Reason {}

  /// An XBZRLE delta that cannot be applied.
  public record BadDelta(String words, long offset) implements Reason {}

  /// A page outside its block.
  public record PageOutsideBlock(String block, long offset) implements Reason {}

  /// A block of another length that cannot be resized.
  public record OtherBlockSize(String block, long received, long ours) implements Reason {}

  /// A block larger than the one here can become.
  public record BlockTooLarge(String block, long received, long most) implements Reason {}

  /// A compressed page where there is no decompression.
  public record CompressedPage() implements Reason {}

  /// A page of a byte that is not 0, from 10.0 on.
  public record FilledPage(int fill) implements Reason {}

  /// A run state that does not exist.
  public record UnknownRunState(String name) implements Reason {}

  /// A device of the reader's that may not migrate, whatever the stream holds.
  public record Unmigratable(String idstr) implements Reason {}

  /// What a loader that is not ours said.
  public record Reported(List<String> words) implements Reason {
    public Reported {
      words = List.copyOf(words);
    }
  }
}
