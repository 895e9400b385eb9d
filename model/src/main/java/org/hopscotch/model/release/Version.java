package org.hopscotch.model.release;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.hopscotch.model.wire.LoaderFamily;

/// A version number such as `5.1` or `7.2.22`, compared part by part; a missing part is 0.
///
/// @param parts from the most significant on
public record Version(List<Integer> parts) implements Comparable<Version> {
  private static final int MOST_DIGITS = 9;
  private static final Version SINCE_9_2 = of("9.2");
  private static final Version SINCE_11_0 = of("11.0");

  /// @throws IllegalArgumentException when there are no parts
  public Version {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a version without numbers");
    }
    parts = List.copyOf(parts);
  }

  /// {@return the version that a text stands for}
  ///
  /// @throws IllegalArgumentException unless it is numbers with dots between
  public static Version of(String text) {
    return find(text)
        .orElseThrow(() -> new IllegalArgumentException("not a version number: '" + text + "'"));
  }

  /// {@return the version that a text stands for, empty when it is something else}
  public static Optional<Version> find(String text) {
    List<Integer> parts = new ArrayList<>();
    int number = 0;
    int digits = 0;
    for (int i = 0; i <= text.length(); i++) {
      char next = i < text.length() ? text.charAt(i) : '.';
      if (next >= '0' && next <= '9' && digits < MOST_DIGITS) {
        number = 10 * number + next - '0';
        digits++;
      } else if (next == '.' && digits > 0) {
        parts.add(number);
        number = 0;
        digits = 0;
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(new Version(parts));
  }

  /// {@return the version of a release by its name; for a name that is no version, the newest one
  /// whose loader is of the family}
  public static Version of(String release, LoaderFamily family) {
    return find(release)
        .orElseGet(() ->
            of(
                switch (family) {
                  case UP_TO_9_1 -> "9.1";
                  case FROM_9_2 -> "10.2";
                  case FROM_11_0 -> "11.1";
                }));
  }

  /// {@return the family of this release's loader}
  public LoaderFamily family() {
    if (compareTo(SINCE_9_2) < 0) {
      return LoaderFamily.UP_TO_9_1;
    }
    return compareTo(SINCE_11_0) < 0 ? LoaderFamily.FROM_9_2 : LoaderFamily.FROM_11_0;
  }

  @Override
  public int compareTo(Version other) {
    int length = Math.max(parts.size(), other.parts.size());
    for (int i = 0; i < length; i++) {
      int compared = Integer.compare(part(i), other.part(i));
      if (compared != 0) {
        return compared;
      }
    }
    return 0;
  }

  private int part(int index) {
    return index < parts.size() ? parts.get(index) : 0;
  }

  @Override
  public String toString() {
    return String.join(".", Collections.unmodifiableList(parts.stream().map(p -> "" + p).toList()));
  }
}
