package org.hopscotch.generators.choice;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;

/// A recording and how its spans lie in and beside each other.
final class Layout {
  private static final int NOWHERE = -1;

  private final Recording recording;
  private final List<Recording.Span> spans;
  private final List<List<Recording.Span>> siblings = new ArrayList<>();
  private final int[] homes;
  private final BitSet begun = new BitSet();

  Layout(Recording recording) {
    this.recording = recording;
    this.spans = recording.spans().stream().filter(span -> span.length() > 0).toList();
    this.homes = new int[recording.values().length];
    Arrays.fill(homes, NOWHERE);
    for (int i = 0; i < spans.size(); i++) {
      Recording.Span span = spans.get(i);
      Arrays.fill(homes, span.start(), span.end(), i);
      begun.set(span.start(), span.length() > 1 || begun.get(span.start()));
    }
    group();
  }

  Recording recording() {
    return recording;
  }

  long[] values() {
    return recording.values();
  }

  int size() {
    return recording.values().length;
  }

  /// {@return the choice, or 0 behind the last}
  long at(int place) {
    return place < size() ? values()[place] : 0;
  }

  /// {@return the spans that have choices, in the order in which they begin}
  List<Recording.Span> spans() {
    return spans;
  }

  /// {@return spans side by side: with the same label, directly inside the same span, each
  /// beginning where the one before ends; outer ones before those inside. The elements of a list
  /// are siblings; the end of the list, a span of a single 0, is not among them}
  List<List<Recording.Span>> siblings() {
    return siblings;
  }

  /// {@return one of {@link #siblings}, or none when there are not so many}
  List<Recording.Span> siblings(int group) {
    return group < siblings.size() ? siblings.get(group) : List.of();
  }

  /// {@return whether two choices are in the same spans}
  boolean areTogether(int one, int other) {
    return homes[one] == homes[other];
  }

  /// {@return whether a choice has nothing to give to an edit that changes others with it: it is 0,
  /// or the 1 that begins an element of a list}
  boolean isFixed(int place) {
    return at(place) == 0 || (at(place) == 1 && begun.get(place));
  }

  /// {@return what is in it, other than 0}
  Minimized.Remaining remaining() {
    TreeMap<String, Integer> labels = new TreeMap<>();
    for (Recording.Span span : spans) {
      if (Arrays.stream(values(), span.start(), span.end()).anyMatch(value -> value != 0)) {
        labels.merge(span.label(), 1, Integer::sum);
      }
    }
    int choices = (int) Arrays.stream(values()).filter(value -> value != 0).count();
    return new Minimized.Remaining(labels, choices);
  }

  private void group() {
    Deque<Open> open = new ArrayDeque<>();
    open.push(new Open(size() + 1));
    for (Recording.Span span : spans) {
      while (open.element().end <= span.start()) {
        open.pop();
      }
      Open parent = open.element();
      if (!continues(parent.last, span)) {
        parent.last = new ArrayList<>();
        siblings.add(parent.last);
      }
      parent.last.add(span);
      open.push(new Open(span.end()));
    }
    siblings.forEach(this::leaveOutEnd);
    siblings.removeIf(List::isEmpty);
  }

  private static boolean continues(List<Recording.Span> group, Recording.Span span) {
    return !group.isEmpty()
        && group.getLast().end() == span.start()
        && group.getLast().label().equals(span.label());
  }

  private void leaveOutEnd(List<Recording.Span> group) {
    Recording.Span last = group.getLast();
    boolean isEnd = last.length() == 1 && at(last.start()) == 0;
    if (isEnd && (group.size() == 1 || at(group.getFirst().start()) == 1)) {
      group.removeLast();
    }
  }

  /// A span, or the whole recording, and the siblings in it that were seen last.
  private static final class Open {
    private final int end;
    private List<Recording.Span> last = List.of();

    Open(int end) {
      this.end = end;
    }
  }
}
