package org.hopscotch.generators.choice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Passes that take choices away.
final class Cuts {
  /// Into how many runs a recording is cut at most, unless the trial is thorough.
  static final int COARSE = 256;

  /// A choice whose number inside its span is higher is not taken for the number of something.
  private static final int LAST_NUMBER = 4;

  private Cuts() {}

  /// Takes siblings away: all of them; then, from the last, one and as many more as it can.
  static void spans(Trial trial) {
    for (int g = 0; g < trial.best().siblings().size(); g++) {
      int all = trial.best().siblings(g).size();
      if (!cut(trial, g, 0, all)) {
        for (int run = all / 2; run > 1 && trial.isThorough(); run /= 2) {
          for (int end = all; end > 0; end -= run) {
            cut(trial, g, Math.max(end - run, 0), end);
          }
        }
        oneAndMore(trial, g);
      }
    }
  }

  private static void oneAndMore(Trial trial, int g) {
    int run = 1;
    int end = trial.best().siblings(g).size();
    while (end > 0) {
      if (cut(trial, g, Math.max(end - run, 0), end)) {
        end = Math.min(end - run, trial.best().siblings(g).size());
        run *= 2;
      } else {
        end -= run == 1 ? 1 : 0;
        run = 1;
      }
    }
  }

  private static boolean cut(Trial trial, int g, int first, int end) {
    List<Recording.Span> group = trial.best().siblings(g);
    return end <= group.size()
        && trial.accepts(Edit.cut(group.get(first).start(), group.get(end - 1).end()));
  }

  /// Takes runs of choices away that are in the same spans, whatever they make, halving from large
  /// to small. Choices in spans seldom go so, and are left to a thorough trial.
  static void runs(Trial trial) {
    if (!trial.best().spans().isEmpty() && !trial.isThorough()) {
      return;
    }
    int size = trial.best().size();
    int smallest = trial.isThorough() ? 1 : Math.max(size / COARSE, 1);
    for (int run = Integer.highestOneBit(size); run >= smallest && run > 0; run /= 2) {
      int end = trial.best().size();
      while (end > 0) {
        int start = end - 1;
        while (start > Math.max(end - run, 0) && trial.best().areTogether(start - 1, end - 1)) {
          start--;
        }
        if (!isRepeated(trial.best(), start, end)) {
          trial.accepts(Edit.cut(start, end));
        }
        end = Math.min(start, trial.best().size());
      }
    }
  }

  /// {@return whether the same choices follow: then cutting those was the same}
  private static boolean isRepeated(Layout layout, int start, int end) {
    int next = 2 * end - start;
    return next <= layout.size()
        && Arrays.equals(layout.values(), start, end, layout.values(), end, next);
  }

  /// Lowers a choice by one and takes one thing behind it away: for things whose number is drawn
  /// before them, and sizes that are drawn before what has them.
  static void counted(Trial trial) {
    for (int at = 0; at < trial.best().size(); at++) {
      if (!trial.best().isFixed(at)) {
        counted(trial, at);
      }
    }
  }

  private static void counted(Trial trial, int at) {
    Edit lower = Edit.change(count -> count - 1, at);
    Layout layout = trial.best();
    List<Edit> cuts = cutsBehind(layout, at);
    for (int i = 0; i < cuts.size(); ) {
      if (!trial.accepts(cuts.get(i).then(lower))) {
        i++;
      } else if (trial.best().isFixed(at)) {
        return;
      } else {
        // Where something went, the next has come.
        i += trial.best().size() < layout.size() ? 0 : 1;
        layout = trial.best();
        cuts = cutsBehind(layout, at);
      }
    }
  }

  /// {@return cuts of spans behind the choice, and of choices behind it in the same spans}
  private static List<Edit> cutsBehind(Layout layout, int at) {
    int most = Pass.MOST_PAIRS / layout.size();
    List<Edit> cuts = new ArrayList<>();
    for (int s = 0; s < layout.spans().size() && cuts.size() < most; s++) {
      if (layout.spans().get(s).start() > at) {
        cuts.add(Edit.cut(layout.spans().get(s)));
        cuts.addAll(Moves.hoists(layout, s));
      }
    }
    for (int next = at + 1; next < layout.size() && cuts.size() < most; next++) {
      if (layout.areTogether(next, at)) {
        cuts.add(Edit.cut(next, next + 1));
      }
    }
    return cuts.subList(0, Math.min(most, cuts.size()));
  }

  /// Takes the nth of some siblings away and lowers choices that may be numbers of those behind it:
  /// in the same place of spans of the same label, and above n.
  static void renumber(Trial trial) {
    for (int g = 0; trial.isThorough() && g < trial.best().siblings().size(); g++) {
      for (int n = trial.best().siblings(g).size() - 1; n >= 0; n--) {
        List<Recording.Span> group = trial.best().siblings(g);
        if (n < group.size()) {
          Recording.Span gone = group.get(n);
          for (int[] numbers : numbers(trial.best(), gone, n)) {
            if (trial.accepts(Edit.change(number -> number - 1, numbers).then(Edit.cut(gone)))) {
              break;
            }
          }
        }
      }
    }
  }

  private static List<int[]> numbers(Layout layout, Recording.Span gone, int n) {
    record Role(String label, int offset) {}
    Map<Role, List<Integer>> places = new LinkedHashMap<>();
    for (Recording.Span span : layout.spans()) {
      for (int offset = 0; offset < Math.min(span.length(), LAST_NUMBER); offset++) {
        int at = span.start() + offset;
        boolean goes = at >= gone.start() && at < gone.end();
        if (!goes && !layout.isFixed(at) && Long.compareUnsigned(layout.at(at), n) > 0) {
          places.computeIfAbsent(new Role(span.label(), offset), _ -> new ArrayList<>()).add(at);
        }
      }
    }
    return places.values().stream()
        .map(all -> all.stream().mapToInt(Integer::intValue).toArray())
        .toList();
  }

  /// Takes one of two neighbouring siblings away and makes the other the most that it can be: for
  /// two that together go over a limit.
  static void forExtreme(Trial trial) {
    for (int g = 0; trial.isThorough() && g < trial.best().siblings().size(); g++) {
      for (int n = trial.best().siblings(g).size() - 1; n > 0; n--) {
        forExtreme(trial, g, n - 1, n);
        forExtreme(trial, g, n, n - 1);
      }
    }
  }

  private static void forExtreme(Trial trial, int g, int gone, int left) {
    List<Recording.Span> group = trial.best().siblings(g);
    if (Math.max(gone, left) < group.size() && group.get(left).length() > 1) {
      Recording.Span most = group.get(left);
      Edit raise = Edit.fill(most.start() + 1, most.end(), -1);
      trial.accepts(raise.then(Edit.cut(group.get(gone))));
    }
  }
}
