package org.hopscotch.generators.choice;

import java.util.ArrayList;
import java.util.List;

/// Passes that put choices where others were.
final class Moves {
  /// How many choices on either side of a seam may have to go.
  private static final int WIDEST_SEAM = 3;

  private Moves() {}

  /// Puts a span in place of one around it that makes the same kind of thing: what is nested, less
  /// deeply.
  static void hoist(Trial trial) {
    for (int s = 0; s < trial.best().spans().size(); s++) {
      int i = 0;
      List<Edit> hoists = hoists(trial.best(), s);
      while (i < hoists.size()) {
        if (trial.accepts(hoists.get(i))) {
          hoists = hoists(trial.best(), s);
          i = 0;
        } else {
          i++;
        }
      }
    }
  }

  /// {@return edits that put something from inside in place of the nth span, outer ones first}
  static List<Edit> hoists(Layout layout, int n) {
    List<Recording.Span> spans = layout.spans();
    List<Edit> hoists = new ArrayList<>();
    for (int i = n + 1; i < spans.size() && spans.get(i).start() < spans.get(n).end(); i++) {
      if (spans.get(i).label().equals(spans.get(n).label())
          && spans.get(i).length() < spans.get(n).length()) {
        hoists.add(Edit.hoist(spans.get(n), spans.get(i)));
      }
    }
    return hoists;
  }

  /// Makes one of two neighbouring siblings, by taking away where the first ends and the second
  /// begins.
  static void merge(Trial trial) {
    for (int g = 0; g < trial.best().siblings().size(); g++) {
      for (int first = 0; first < trial.best().siblings(g).size() - 1; first++) {
        for (int tail = 1; tail <= WIDEST_SEAM; tail++) {
          for (int head = 1; head <= WIDEST_SEAM; head++) {
            merge(trial, trial.best().siblings(g), first, tail, head);
          }
        }
      }
    }
  }

  private static void merge(
      Trial trial, List<Recording.Span> group, int first, int tail, int head) {
    if (first + 1 < group.size()
        && tail < group.get(first).length()
        && head < group.get(first + 1).length()) {
      int seam = group.get(first).end();
      trial.accepts(Edit.cut(seam - tail, seam + head));
    }
  }

  /// Changes two spans of the same label over, wherever they are.
  static void swap(Trial trial) {
    int all = trial.best().spans().size();
    int near = Pass.MOST_PAIRS / Math.max(all, 1);
    for (int first = 0; first < all; first++) {
      for (int second = first + 1; second <= first + near; second++) {
        List<Recording.Span> spans = trial.best().spans();
        if (second < spans.size()) {
          swap(trial, spans.get(first), spans.get(second));
        }
      }
    }
  }

  private static void swap(Trial trial, Recording.Span first, Recording.Span second) {
    if (first.label().equals(second.label()) && first.end() <= second.start()) {
      trial.accepts(Edit.swap(first, second));
    }
  }
}
