package org.hopscotch.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import org.hopscotch.model.schema.Bindings;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.wire.Body;
import org.hopscotch.model.wire.BodySize;
import org.hopscotch.model.wire.BodyWriter;
import org.hopscotch.model.wire.Description;
import org.hopscotch.model.wire.LoaderFamily;
import org.hopscotch.model.wire.RefusedException;
import org.hopscotch.model.wire.SectionLoader;
import org.hopscotch.model.wire.SectionSaver;
import org.hopscotch.model.wire.WireInput;

/// Holds our saving and loading against a {@link Vector}: saving its state gives its bytes and its
/// description; loading the bytes brings back what travelled and leaves none over; saving that
/// again gives the same bytes.
public final class VectorCheck {
  private static final LoaderFamily FAMILY = LoaderFamily.UP_TO_9_1;
  private static final int SHOWN_BYTES = 8;

  private final Vector vector;
  private final List<Problem> problems = new ArrayList<>();

  private VectorCheck(Vector vector) {
    this.vector = vector;
  }

  /// One difference between a vector and our code.
  ///
  /// @param offset in the vector's bytes
  /// @param field the path of the field there, empty for the whole section
  public record Problem(String vector, long offset, String field, String what) {
    @Override
    public String toString() {
      return "vector %s, offset %d, %s: %s"
          .formatted(vector, offset, field.isEmpty() ? "section" : "field " + field, what);
    }
  }

  /// {@return the differences, none when our code agrees with the vector}
  public static List<Problem> problems(Vector vector) {
    VectorCheck check = new VectorCheck(vector);
    try {
      check.run();
    } catch (RefusedException e) {
      check.problem(e.refusal().offset(), e.refusal().path(), "refused: " + e.refusal().reason());
    } catch (IllegalArgumentException e) {
      check.problem(0, "", "the state does not fit the schema: " + e.getMessage());
    }
    return check.problems;
  }

  private void run() {
    SectionSaver.Saved saved = save(vector.state());
    byte[] bytes = BodyWriter.toBytes(saved.body());
    compareBytes("saving", saved.body(), bytes);
    compareLayouts(vector.expectedLayout(), asJsonKeepsIt(saved.body().layout()), "");
    DeviceState fresh = Wiped.of(vector.section(), saved.after(), saved.body().layout());
    WireInput in = WireInput.of(vector.expected());
    DeviceState loaded =
        SectionLoader.load(
            vector.section(), vector.section().versionId(), in, fresh, Bindings.NONE, FAMILY);
    if (!in.atEnd()) {
      problem(in.offset(), "", "%d bytes are left after loading".formatted(in.remaining()));
    }
    compareStates(saved.after(), loaded);
    SectionSaver.Saved again = save(loaded);
    compareBytes("saving what was loaded", again.body(), BodyWriter.toBytes(again.body()));
  }

  private SectionSaver.Saved save(DeviceState state) {
    return SectionSaver.save(vector.section(), state, Bindings.NONE, FAMILY);
  }

  private void problem(long offset, String field, String what) {
    problems.add(new Problem(vector.id(), offset, field, what));
  }

  private void compareBytes(String by, Body body, byte[] bytes) {
    int at = Arrays.mismatch(vector.expected(), bytes);
    if (at >= 0) {
      problem(
          at,
          fieldAt(body, at),
          "%s gives %s, not %s".formatted(by, shown(bytes, at), shown(vector.expected(), at)));
    }
  }

  private static String shown(byte[] bytes, int from) {
    int to = Math.min(bytes.length, from + SHOWN_BYTES);
    return from >= to ? "the end" : HexFormat.of().formatHex(bytes, from, to);
  }

  /// The path of the field of `body` in which the byte at `offset` lies.
  private static String fieldAt(Body body, long offset) {
    long left = offset;
    for (int i = 0; i < body.values().size(); i++) {
      Body.Content content = body.values().get(i);
      long size = BodySize.of(content);
      if (left < size) {
        String name = body.layout().fields().get(i).name();
        return content instanceof Body.Struct(Body inner)
            ? name + "/" + fieldAt(inner, left)
            : name;
      }
      left -= size;
    }
    for (Body subsection : body.subsections()) {
      if (left < BodySize.ofFramed(subsection)) {
        long inside = left - BodySize.frame(subsection);
        String name = subsection.layout().name();
        return inside < 0 ? name : name + "/" + fieldAt(subsection, inside);
      }
      left -= BodySize.ofFramed(subsection);
    }
    return "end";
  }

  private void compareLayouts(Description.Vmsd expected, Description.Vmsd ours, String path) {
    if (expected.equals(ours)) {
      return;
    }
    compare(path, "name", expected::name, ours::name);
    compare(path, "version", expected::version, ours::version);
    int common = Math.min(expected.fields().size(), ours.fields().size());
    compare(path, "number of fields", expected.fields()::size, ours.fields()::size);
    for (int i = 0; i < common; i++) {
      compareFields(expected.fields().get(i), ours.fields().get(i), path);
    }
    compare(path, "subsections", () -> names(expected), () -> names(ours));
    int both = Math.min(expected.subsections().size(), ours.subsections().size());
    for (int i = 0; i < both; i++) {
      Description.Vmsd subsection = expected.subsections().get(i);
      compareLayouts(subsection, ours.subsections().get(i), joined(path, subsection.name()));
    }
  }

  private void compareFields(Description.Field expected, Description.Field ours, String path) {
    String name = joined(path, expected.name());
    if (expected.nested().size() == 1 && ours.nested().size() == 1) {
      compareLayouts(expected.nested().getFirst(), ours.nested().getFirst(), name);
    } else {
      compare(name, "nested", expected::nested, ours::nested);
    }
    compare(name, "entry", () -> withoutNested(expected), () -> withoutNested(ours));
  }

  private void compare(String path, String what, Supplier<Object> expected, Supplier<Object> ours) {
    if (!expected.get().equals(ours.get())) {
      problem(
          0, path, "the description has %s %s, not %s".formatted(what, ours.get(), expected.get()));
    }
  }

  private static List<String> names(Description.Vmsd layout) {
    return layout.subsections().stream().map(Description.Vmsd::name).toList();
  }

  private static String joined(String path, String name) {
    return path.isEmpty() ? name : path + "/" + name;
  }

  private static Description.Field withoutNested(Description.Field field) {
    return new Description.Field(
        field.name(), field.type(), field.count(), field.index(), field.size(), List.of());
  }

  /// A list's elements repeat their JSON keys, of which the vectors' maker kept the last.
  private static Description.Vmsd asJsonKeepsIt(Description.Vmsd layout) {
    return new Description.Vmsd(
        layout.name(),
        layout.version(),
        layout.fields().stream().map(VectorCheck::asJsonKeepsIt).toList(),
        layout.subsections().stream().map(VectorCheck::asJsonKeepsIt).toList());
  }

  private static Description.Field asJsonKeepsIt(Description.Field field) {
    List<Description.Vmsd> nested = field.nested();
    List<Description.Vmsd> last =
        nested.isEmpty() ? List.of() : List.of(asJsonKeepsIt(nested.getLast()));
    return new Description.Field(
        field.name(), field.type(), field.count(), field.index(), field.size(), last);
  }

  private void compareStates(DeviceState saved, DeviceState loaded) {
    for (String member : saved.members().keySet()) {
      if (!saved.find(member).equals(loaded.find(member))) {
        problem(
            vector.expected().length,
            member,
            "loading gives %s, not %s"
                .formatted(
                    loaded.find(member).map(Object::toString).orElse("nothing"),
                    saved.find(member).orElseThrow()));
      }
    }
  }
}
