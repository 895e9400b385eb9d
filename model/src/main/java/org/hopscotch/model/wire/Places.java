package org.hopscotch.model.wire;

import java.util.List;
import org.hopscotch.model.wire.Body.Content;

/// Names the field that a byte belongs to.
public final class Places {
  private Places() {}

  /// {@return the path of the field that holds byte `at` of the body, such as `pm/pm1_sts`; of a
  /// subsection's frame the subsection's name}
  public static String path(Body body, long at) {
    long left = at;
    for (int i = 0; i < body.values().size(); i++) {
      Content value = body.values().get(i);
      long size = BodySize.of(value);
      if (left < size) {
        return path(body.layout().fields().get(i).name(), value, left);
      }
      left -= size;
    }
    for (Body subsection : body.subsections()) {
      long size = BodySize.ofFramed(subsection);
      if (left < size) {
        long inside = left - BodySize.frame(subsection);
        String name = subsection.layout().name();
        return inside < 0 ? name : name + "/" + path(subsection, inside);
      }
      left -= size;
    }
    return "";
  }

  private static String path(String name, Content content, long at) {
    return switch (content) {
      case Body.Struct s -> name + "/" + path(s.body(), at);
      case Body.Scalars s when s.values().length > 1 -> indexed(name, at / s.type().width());
      case Body.Structs s -> {
        long each = BodySize.of(s) / s.count();
        yield indexed(name, at / each) + "/" + path(s.get((int) (at / each)), at % each);
      }
      case Body.Queue q -> element(name, q.elements(), at);
      case Body.Scalars _,
          Body.Bytes _,
          Body.Text _,
          Body.Pointers _,
          Body.Markers _,
          Body.Tree _,
          Body.MsixState _,
          Body.Opaque _ ->
          name;
    };
  }

  private static String element(String name, List<Body> elements, long at) {
    long left = at;
    for (int i = 0; i < elements.size(); i++) {
      long size = 1 + BodySize.of(elements.get(i));
      if (left < size) {
        return indexed(name, i) + (left == 0 ? "" : "/" + path(elements.get(i), left - 1));
      }
      left -= size;
    }
    return name;
  }

  private static String indexed(String name, long index) {
    return name + "[" + index + "]";
  }
}
