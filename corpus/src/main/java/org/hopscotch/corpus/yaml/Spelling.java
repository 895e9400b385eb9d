package org.hopscotch.corpus.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// Finds the name that somebody meant who wrote another one.
public final class Spelling {
  private Spelling() {}

  /// {@return the name nearest to a word, empty when none is near}
  static Optional<String> near(String word, Collection<String> names) {
    return names.stream()
        .filter(name -> !name.equals(word) && distance(word, name) <= furthest(word, name))
        .min(Comparator.comparingInt(name -> distance(word, name)));
  }

  /// {@return what to say behind the message that there is no such name}
  public static String hint(String word, Collection<String> names) {
    return near(word, names).map("; did you mean '%s'?"::formatted).orElse("");
  }

  private static int furthest(String word, String name) {
    return Math.min(word.length(), name.length()) < 3 ? 0 : Math.max(1, name.length() / 4);
  }

  /// How many letters have to be added, removed, replaced or swapped with the next; case and the
  /// kind of dash do not count.
  private static int distance(String word, String name) {
    String a = plain(word);
    String b = plain(name);
    int[][] steps = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        steps[i][j] = i == 0 || j == 0 ? i + j : step(steps, a, b, i, j);
      }
    }
    return steps[a.length()][b.length()];
  }

  private static int step(int[][] steps, String a, String b, int i, int j) {
    int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int least =
        Math.min(steps[i - 1][j - 1] + same, Math.min(steps[i - 1][j] + 1, steps[i][j - 1] + 1));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, steps[i - 2][j - 2] + 1) : least;
  }

  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
