package org.hopscotch.corpus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hopscotch.corpus.known.Known;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.ZeroedMemory;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.state.Value;

/// The memory of a device that was captured, as its section needs it.
final class ImportedState {
  private static final int SMALLEST_CONFIG_BYTES = 256;

  private ImportedState() {}

  /// {@return what was captured, with the masks of PCI devices inside}
  static DeviceState of(Section section, DeviceState captured, Known known) {
    return masked(fitted(section, captured), known);
  }

  /// An array of one is described as no array; where it is known to be one it is held as such.
  private static DeviceState fitted(Section section, DeviceState state) {
    DeviceState all = state;
    for (Field field : section.fields()) {
      Value value = state.members().getOrDefault(field.name(), Value.NULL);
      switch (field.type()) {
        case FieldType.Struct(Section inner) when value instanceof Value.Struct one ->
            all = all.with(field.name(), new Value.Struct(fitted(inner, one.state())));
        case FieldType.Array(FieldType.Struct(Section inner), var _, int _, var _) ->
            all = all.with(field.name(), elements(inner, value));
        default -> {}
      }
    }
    return all;
  }

  /// Elements of which only a subsection sent something have the other members too.
  private static Value elements(Section section, Value value) {
    List<Value> all = new ArrayList<>();
    for (Value one : value instanceof Value.Elements several ? several.values() : List.of(value)) {
      if (one instanceof Value.Struct(DeviceState sent)) {
        Map<String, Value> members = new LinkedHashMap<>(ZeroedMemory.of(section).members());
        members.putAll(fitted(section, sent).members());
        all.add(new Value.Struct(new DeviceState(members)));
      } else {
        all.add(one);
      }
    }
    return new Value.Elements(all);
  }

  /// Gives each PCI device inside its masks.
  private static DeviceState masked(DeviceState state, Known known) {
    DeviceState all = state;
    for (Map.Entry<String, Value> member : state.members().entrySet()) {
      if (member.getValue() instanceof Value.Struct(DeviceState inner)) {
        all = all.with(member.getKey(), new Value.Struct(masked(inner, known)));
      }
    }
    return config(state).map(bytes -> PciMasks.added(state, bytes, known)).orElse(all);
  }

  /// A description tells the two declared sizes of `config` apart by an index in the name.
  private static Optional<byte[]> config(DeviceState state) {
    return state.members().entrySet().stream()
        .filter(_ -> state.members().containsKey("irq_state"))
        .filter(member -> member.getKey().startsWith("config"))
        .map(Map.Entry::getValue)
        .filter(Value.Bytes.class::isInstance)
        .map(value -> ((Value.Bytes) value).bytes())
        .filter(bytes -> bytes.length >= SMALLEST_CONFIG_BYTES)
        .findFirst();
  }
}
