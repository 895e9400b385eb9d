package org.hopscotch.model.scenario;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.FieldType.Element;
import org.hopscotch.model.schema.ScalarType;
import org.hopscotch.model.schema.Scope;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.state.MemberPath;
import org.hopscotch.model.state.Value;

/// Makes the host that a guest arrives at: configured as the source is, and different in everything
/// that travels, so that whatever does not arrive shows.
///
/// Numbers and bytes are inverted, lists and what the loader allocates empty. What the
/// loader compares with its own (`_EQUAL` types, the fixed bits of PCI configuration) is configured
/// alike, and the upper limit of a `POSITIVE_LE` is as high as it can be.
public final class Destination implements Travelling.Visitor {
  private final Map<String, Value> members;

  private Destination(DeviceState source) {
    this.members = new LinkedHashMap<>(source.members());
  }

  /// {@return `source` as it stands before it is loaded into}
  public static Guest of(Guest source) {
    Destination destination = new Destination(source.state());
    Travelling.walk(source, destination);
    return new Guest(
        source.section(), new DeviceState(destination.members), source.bindings(), source.family());
  }

  @Override
  public void value(String path, Element element, Value value, int start, int count, Scope scope) {
    Value other =
        switch (element) {
          case FieldType.Scalar(ScalarType type) -> numbers(type, value, start, count);
          case FieldType.PciConfig _ -> config(bytes(value), scope);
          case FieldType.PciIrqState _ -> mapped(value, start, count, pin -> 1 - pin);
          case FieldType.Fd _ -> value;
          case FieldType.Buffer _, FieldType.Bitmap _, FieldType.Custom _, FieldType.MsixState _ ->
              mapped(value, start, count, bits -> ~bits);
          case FieldType.Struct _, FieldType.VStruct _, FieldType.WithTmp _, FieldType.Unused _ ->
              value;
          case FieldType.List _, FieldType.Tree _ -> value;
        };
    MemberPath.put(members, path, other);
  }

  private static Value numbers(ScalarType type, Value value, int start, int count) {
    return switch (type) {
      case UINT8_EQUAL, UINT16_EQUAL, INT32_EQUAL, UINT32_EQUAL, UINT64_EQUAL -> value;
      case INT32_POSITIVE_LE -> mapped(value, start, count, _ -> (long) Integer.MAX_VALUE);
      case BOOL -> mapped(value, start, count, truth -> truth == 0 ? 1L : 0L);
      case INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32, UINT64, TIMER, CPU_DOUBLE, FLOAT64 ->
          mapped(value, start, count, bits -> type.normalise(~bits));
    };
  }

  private static Value mapped(Value value, int start, int count, Function<Long, Long> change) {
    return switch (value) {
      case Value.Number(long number) -> Value.of(change.apply(number));
      case Value.Numbers(long[] numbers) -> {
        long[] changed = numbers.clone();
        for (int i = start; i < start + count; i++) {
          changed[i] = change.apply(numbers[i]);
        }
        yield new Value.Numbers(changed);
      }
      case Value.Bytes(byte[] bytes) -> {
        byte[] changed = bytes.clone();
        for (int i = start; i < start + count; i++) {
          changed[i] = (byte) (long) change.apply((long) bytes[i]);
        }
        yield new Value.Bytes(changed);
      }
      case Value.Struct _, Value.Elements _, Value.Null _ -> value;
    };
  }

  private static Value config(byte[] source, Scope scope) {
    byte[] changed = source.clone();
    byte[] fixed = mask("cmask", scope, source.length);
    byte[] writable = mask("wmask", scope, source.length);
    byte[] clearable = mask("w1cmask", scope, source.length);
    for (int i = 0; i < changed.length; i++) {
      changed[i] ^= (byte) ~(fixed[i] & ~writable[i] & ~clearable[i]);
    }
    return new Value.Bytes(changed);
  }

  private static byte[] mask(String name, Scope scope, int length) {
    return Arrays.copyOf(scope.find(name).map(Destination::bytes).orElse(new byte[0]), length);
  }

  private static byte[] bytes(Value value) {
    return ((Value.Bytes) value).bytes();
  }

  @Override
  public boolean elements(String path, Value.Elements elements, Travelling.Memory memory) {
    if (memory != Travelling.Memory.OWN) {
      MemberPath.put(members, path, new Value.Elements(List.of()));
    }
    return memory == Travelling.Memory.OWN;
  }

  @Override
  public void derived(String path, Value value) {
    if (value instanceof Value.Number(long number)) {
      MemberPath.put(members, path, Value.of(~number));
    }
  }
}
