package org.hopscotch.model.wire;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.Section;

/// Where in its schema a load is: what QEMU's messages name beside what the bytes are.
///
/// It is only read after a refusal, when it holds what was entered and not left.
public final class Trail {
  private final Deque<Step> steps = new ArrayDeque<>();
  private final Deque<Loading> loading = new ArrayDeque<>();

  /// One step into a schema.
  public sealed interface Step {}

  /// A field of a section.
  public record InField(String section, String field) implements Step {}

  /// A subsection.
  ///
  /// @param section the one around it
  public record InSubsection(String subsection, String section) implements Step {}

  /// A section that is being loaded, and the version it was begun with.
  public record Loading(Section section, long version) {}

  void enter(Section section, Field field) {
    steps.addLast(new InField(section.name(), field.name()));
  }

  void enterSubsection(String name, String section) {
    steps.addLast(new InSubsection(name, section));
  }

  void leave() {
    steps.removeLast();
  }

  void begin(Section section, long version) {
    loading.addLast(new Loading(section, version));
  }

  void end() {
    loading.removeLast();
  }

  /// {@return the steps, innermost first}
  public List<Step> innermostFirst() {
    return new ArrayList<>(steps).reversed();
  }

  /// {@return the innermost section that was being loaded}
  public Optional<Loading> loading() {
    return Optional.ofNullable(loading.peekLast());
  }
}
