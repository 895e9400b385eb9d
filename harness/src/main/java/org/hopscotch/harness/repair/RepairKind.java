package org.hopscotch.harness.repair;

/// What a repair changes. The order is that of {@link #weight}: what is asked of few lines of a
/// table comes before what takes something away.
public enum RepairKind {
  /// Rows of compat tables.
  ROW(0),
  /// A section or subsection that older machine types do not send.
  SUBSECTION(2),
  /// Fields that only some machine types send.
  FIELD_TEST(2),
  /// What a member is where nothing came for it.
  DEFAULT(2),
  /// What hooks do or refuse.
  HOOK(4),
  /// Which versions are written and taken, and what each of them holds.
  VERSIONS(4),
  /// The order of fields.
  ORDER(4),
  /// Under which name and number something is found, or what the machine is made of.
  IDENTITY(4),
  /// The change itself is taken back.
  UNDO(40);

  private final int weight;

  RepairKind(int weight) {
    this.weight = weight;
  }

  /// {@return by how much a repair of this kind is worse than one more change}
  int weight() {
    return weight;
  }
}
