package org.hopscotch.harness.cli;

/// How every command ends.
final class ExitCode {
  static final int CLEAN = 0;
  static final int FINDINGS = 1;
  static final int UNREADABLE = 2;
  static final int FAILED = 3;

  private ExitCode() {}

  /// {@return the one that is told when inputs ended differently: failed before findings before
  /// unreadable before clean}
  static int worst(int one, int other) {
    return rank(one) >= rank(other) ? one : other;
  }

  private static int rank(int code) {
    return switch (code) {
      case CLEAN -> 0;
      case UNREADABLE -> 1;
      case FINDINGS -> 2;
      default -> 3;
    };
  }
}
