package org.hopscotch.corpus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.Hooks;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Subsection;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.state.Value;
import org.hopscotch.model.wire.Body;
import org.hopscotch.model.wire.Description;

/// Makes schemas of bodies; see {@link DescribedSection}.
final class DescribedStructs {
  private static final String NEEDED = " needed";

  private final Map<String, Boolean> conditions;
  private final boolean opensVirtio;
  private final DescribedFields fields = new DescribedFields(this);

  /// Notes every condition of a subsection in `conditions`.
  ///
  /// @param opensVirtio whether what was read of a `virtio` field is a struct, and not bytes
  DescribedStructs(Map<String, Boolean> conditions, boolean opensVirtio) {
    this.conditions = conditions;
    this.opensVirtio = opensVirtio;
  }

  boolean opensVirtio() {
    return opensVirtio;
  }

  /// {@return the section or struct that this body is of, which takes its own version only}
  DescribedStruct of(Body body) {
    return of(body, body.layout().version());
  }

  /// {@return the list or tree node that this body is of}
  DescribedStruct node(Body body) {
    return of(body, 0);
  }

  private DescribedStruct of(Body body, int minimumVersion) {
    Map<String, Value> members = new LinkedHashMap<>();
    List<Field> all = fields(body, members);
    List<Subsection> subsections = new ArrayList<>();
    for (Body sent : body.subsections()) {
      DescribedStruct subsection = of(sent, sent.layout().version());
      subsection
          .state()
          .members()
          .forEach((name, value) -> members.merge(name, value, DescribedStructs::merged));
      String condition = sent.layout().name() + NEEDED;
      conditions.put(condition, true);
      subsections.add(new Subsection(subsection.section(), new Expression.Unknown(condition)));
    }
    Description.Vmsd layout = body.layout();
    return new DescribedStruct(
        new Section(layout.name(), layout.version(), minimumVersion, all, subsections, Hooks.NONE),
        new DeviceState(members));
  }

  /// A member that was sent twice: of an array of structs some members each time, else the last.
  private static Value merged(Value first, Value last) {
    if (first instanceof Value.Struct && last instanceof Value.Elements) {
      // An array of one is described as no array.
      return merged(new Value.Elements(List.of(first)), last);
    }
    if (first instanceof Value.Elements(List<Value> some)
        && last instanceof Value.Elements(List<Value> others)) {
      List<Value> all = new ArrayList<>();
      for (int i = 0; i < Math.max(some.size(), others.size()); i++) {
        all.add(
            i >= others.size()
                ? some.get(i)
                : i >= some.size() ? others.get(i) : merged(some.get(i), others.get(i)));
      }
      return new Value.Elements(all);
    }
    if (first instanceof Value.Struct(DeviceState some)
        && last instanceof Value.Struct(DeviceState others)) {
      Map<String, Value> all = new LinkedHashMap<>(some.members());
      others.members().forEach((name, value) -> all.merge(name, value, DescribedStructs::merged));
      return new Value.Struct(new DeviceState(all));
    }
    return last;
  }

  /// Neighbours of one name are the elements of one array.
  private List<Field> fields(Body body, Map<String, Value> members) {
    List<Description.Field> entries = body.layout().fields();
    List<Field> all = new ArrayList<>();
    int start = 0;
    while (start < entries.size()) {
      int end = start + 1;
      while (end < entries.size() && entries.get(end).name().equals(entries.get(start).name())) {
        end++;
      }
      List<DescribedFields.Entry> run = new ArrayList<>();
      for (int i = start; i < end; i++) {
        run.add(new DescribedFields.Entry(entries.get(i), body.values().get(i)));
      }
      for (DescribedFields.Sent sent : fields.of(run)) {
        all.add(sent.field());
        members.putAll(sent.members());
      }
      start = end;
    }
    return all;
  }
}
