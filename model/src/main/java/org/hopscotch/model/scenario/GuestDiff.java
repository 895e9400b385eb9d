package org.hopscotch.model.scenario;

import java.util.Optional;
import org.hopscotch.model.schema.FieldType.Element;
import org.hopscotch.model.schema.Scope;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.state.MemberPath;
import org.hopscotch.model.state.Value;

/// Compares what arrived with what was sent. Only what travels is compared; padding, unused space
/// and members that were not sent are not part of the guest's state here.
public final class GuestDiff implements Travelling.Visitor {
  private final DeviceState arrived;
  private Optional<Difference> first = Optional.empty();

  private GuestDiff(DeviceState arrived) {
    this.arrived = arrived;
  }

  /// A member that is not the same.
  ///
  /// @param path of the member, as {@link MemberPath} has it
  /// @param type the VMStateInfo's name, or how the member came about
  public record Difference(String path, String type, String sent, String arrived) {}

  /// {@return the first member that travelled and is not the same; empty for the same guest}
  ///
  /// @param sent the source after its save
  /// @param arrived the destination's state after its load
  public static Optional<Difference> of(Guest sent, DeviceState arrived) {
    GuestDiff diff = new GuestDiff(arrived);
    Travelling.walk(sent, diff);
    return diff.first;
  }

  @Override
  public void value(String path, Element element, Value value, int start, int count, Scope scope) {
    Optional<Value> there = arrived.find(path);
    if (there.isEmpty()) {
      differs(path, element.describedType(), value, "nothing");
    } else if (!value.equals(there.get())) {
      elementwise(path, element, value, there.get(), start, count);
    }
  }

  private void elementwise(
      String path, Element element, Value sent, Value there, int start, int count) {
    String type = element.describedType();
    if (sent instanceof Value.Number) {
      differs(path, type, sent, words(there));
      return;
    }
    for (int i = start; i < start + count; i++) {
      Optional<Value> one = at(sent, i);
      Optional<Value> other = at(there, i);
      if (!one.equals(other)) {
        differs(
            path + "[" + i + "]",
            type,
            one.orElse(Value.NULL),
            other.map(GuestDiff::words).orElse("nothing"));
        return;
      }
    }
  }

  private static Optional<Value> at(Value value, int index) {
    return switch (value) {
      case Value.Numbers(long[] numbers) when index < numbers.length ->
          Optional.of(Value.of(numbers[index]));
      case Value.Bytes(byte[] bytes) when index < bytes.length ->
          Optional.of(Value.of(bytes[index] & 0xff));
      case Value.Numbers _, Value.Bytes _ -> Optional.empty();
      case Value.Number _, Value.Struct _, Value.Elements _, Value.Null _ -> Optional.of(value);
    };
  }

  @Override
  public boolean elements(String path, Value.Elements sent, Travelling.Memory memory) {
    Optional<Value> there = arrived.find(path);
    if (!(there.orElse(Value.NULL) instanceof Value.Elements elements)) {
      differs(path, "elements", sent, "nothing");
      return false;
    }
    int held = elements.values().size();
    int due = sent.values().size();
    if (memory == Travelling.Memory.LINKED && held != due) {
      differs(path, "nodes", sent, words(elements));
      return false;
    }
    for (int i = 0; i < Math.min(held, due); i++) {
      boolean isNull = sent.values().get(i).equals(Value.NULL);
      if (isNull != elements.values().get(i).equals(Value.NULL)) {
        differs(path + "[" + i + "]", "pointer", sent.values().get(i), "another");
        return false;
      }
    }
    return true;
  }

  @Override
  public void derived(String path, Value value) {
    Optional<Value> there = arrived.find(path);
    if (!there.equals(Optional.of(value))) {
      differs(path, "derived", value, there.map(GuestDiff::words).orElse("nothing"));
    }
  }

  private void differs(String path, String type, Value sent, String there) {
    if (first.isEmpty()) {
      first = Optional.of(new Difference(path, type, words(sent), there));
    }
  }

  private static String words(Value value) {
    return switch (value) {
      case Value.Number(long number) -> Long.toString(number);
      case Value.Null _ -> "NULL";
      case Value.Numbers n -> n.toString();
      case Value.Bytes b -> b.toString();
      case Value.Struct _ -> "a struct";
      case Value.Elements e -> e.values().size() + " elements";
    };
  }
}
