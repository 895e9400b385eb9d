package org.hopscotch.generators.jqwik;

import java.util.function.Function;
import net.jqwik.api.SampleReportingFormat;

/// Shows samples of one type in jqwik's reports as YAML.
record YamlFormat<T>(Class<T> type, Function<T, String> yaml) implements SampleReportingFormat {
  /// jqwik puts what is not longer than 100 characters on one line, where it would be no YAML any
  /// more; spaces at the end are no harm.
  private static final int KEEPS_ITS_LINES = 101;

  @Override
  public boolean appliesTo(Object value) {
    return type.isInstance(value);
  }

  @Override
  public Object report(Object value) {
    String text = yaml.apply(type.cast(value)).strip();
    return SampleReportingFormat.plainLabel(
        text + " ".repeat(Math.max(0, KEEPS_ITS_LINES - text.length())));
  }
}
