package org.hopscotch.model.wire;

import java.util.HexFormat;
import org.hopscotch.model.schema.Bindings;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.state.Value;

/// What tests of saving and loading do over and over.
final class Bench {
  private Bench() {}

  static Section section(Field... fields) {
    return new Section("s", 1, 1, fields);
  }

  /// A state from pairs of name and value; an int or long stands for a number.
  static DeviceState state(Object... pairs) {
    DeviceState state = DeviceState.EMPTY;
    for (int i = 0; i < pairs.length; i += 2) {
      Object value = pairs[i + 1];
      state =
          state.with(
              (String) pairs[i],
              value instanceof Number number ? Value.of(number.longValue()) : (Value) value);
    }
    return state;
  }

  static Value struct(Object... pairs) {
    return new Value.Struct(state(pairs));
  }

  static Value bytes(String hex) {
    return new Value.Bytes(HexFormat.of().parseHex(hex.replace(" ", "")));
  }

  static SectionSaver.Saved save(Section section, DeviceState state) {
    return save(section, state, LoaderFamily.UP_TO_9_1);
  }

  static SectionSaver.Saved save(Section section, DeviceState state, LoaderFamily family) {
    return SectionSaver.save(section, state, Bindings.NONE, family);
  }

  static String saved(Section section, DeviceState state) {
    return hex(save(section, state).body());
  }

  static String hex(Body body) {
    return HexFormat.of().formatHex(BodyWriter.toBytes(body));
  }

  /// Loads all of `hex`.
  static DeviceState load(Section section, String hex, DeviceState local) {
    return load(section, section.versionId(), hex, local, LoaderFamily.UP_TO_9_1);
  }

  static DeviceState load(
      Section section, long version, String hex, DeviceState local, LoaderFamily family) {
    WireInput in = WireInput.of(HexFormat.of().parseHex(hex.replace(" ", "")));
    DeviceState loaded = SectionLoader.load(section, version, in, local, Bindings.NONE, family);
    if (!in.atEnd()) {
      throw new AssertionError(in.remaining() + " bytes left");
    }
    return loaded;
  }

  /// {@return why loading is refused}
  static Refusal refusal(Section section, String hex, DeviceState local) {
    return refusal(section, section.versionId(), hex, local);
  }

  static Refusal refusal(Section section, long version, String hex, DeviceState local) {
    try {
      DeviceState loaded = load(section, version, hex, local, LoaderFamily.UP_TO_9_1);
      throw new AssertionError("taken: " + loaded);
    } catch (RefusedException e) {
      return e.refusal();
    }
  }
}
