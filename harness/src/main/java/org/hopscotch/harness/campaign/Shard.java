package org.hopscotch.harness.campaign;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A part of a run: of every `of` batches the one with this number. All shards together do what the
/// whole run does.
///
/// @param number from 1
public record Shard(int number, int of) {
  /// A run in one part.
  public static final Shard WHOLE = new Shard(1, 1);

  private static final Pattern FORM = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

  /// @throws IllegalArgumentException unless there is such a shard
  public Shard {
    if (number < 1 || number > of) {
      throw new IllegalArgumentException(
          "there is no shard %d/%d; of three there are 1/3, 2/3 and 3/3".formatted(number, of));
    }
  }

  /// {@return the shard that `i/n` stands for}
  ///
  /// @throws IllegalArgumentException when it stands for none
  public static Shard parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException("not a shard such as 1/3: " + text);
    }
    return new Shard(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
  }

  boolean has(Batch batch) {
    return batch.index() % of == number - 1;
  }

  @Override
  public String toString() {
    return number + "/" + of;
  }
}
