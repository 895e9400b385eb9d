package org.hopscotch.generators.pass;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hopscotch.model.release.Member;
import org.hopscotch.model.release.MemberType;
import org.hopscotch.model.schema.Count;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.ScalarType;
import org.hopscotch.model.state.Value;

/// Makes members and values such as a field's type has, as near to what they were as can be.
///
/// @param type of the field
record Fit(FieldType type) {

  Member member(Member one) {
    return new Member(
        one.name(),
        memberType(one.type()),
        one.reset(),
        one.visible(),
        one.meaningful(),
        one.implied(),
        one.legal());
  }

  private MemberType memberType(MemberType old) {
    return switch (type) {
      case FieldType.Scalar(ScalarType scalar) -> new MemberType.Scalar(scalar);
      case FieldType.Buffer(Count.Fixed(int n), int start, _) ->
          new MemberType.Bytes(new Expression.Constant((long) start + n));
      case FieldType.Struct _ when old instanceof MemberType.Structs(var members, _, _) ->
          new MemberType.Struct(members);
      case FieldType.Array(FieldType.Scalar(ScalarType scalar), Count.Fixed(int n), int start, _) ->
          new MemberType.Scalars(scalar, new Expression.Constant((long) start + n));
      case FieldType.Array(FieldType.Scalar(ScalarType scalar), Count.OfMember _, _, _)
          when old instanceof MemberType.Scalars(_, Expression length) ->
          new MemberType.Scalars(scalar, length);
      case FieldType.Array(FieldType.Struct _, Count.Fixed(int n), int start, _)
          when old instanceof MemberType.Structs(var members, _, _) ->
          new MemberType.Structs(
              members, new Expression.Constant((long) start + n), new Expression.Constant(-1));
      case FieldType.Element _, FieldType.Array _, FieldType.PointerArray _ -> old;
      case FieldType.Validate _ -> old;
    };
  }

  /// {@return a value that fits; nothing where there is none like it}
  Optional<Value> value(Value old) {
    return switch (type) {
      case FieldType.Scalar(ScalarType scalar) ->
          first(old).map(number -> Value.of(cut(scalar, number)));
      case FieldType.Buffer(Count.Fixed(int n), int start, _)
          when old instanceof Value.Bytes(byte[] bytes) ->
          Optional.of(new Value.Bytes(Arrays.copyOf(bytes, Math.min(bytes.length, start + n))));
      case FieldType.Struct _ when old instanceof Value.Elements(List<Value> values) ->
          values.stream().filter(Value.Struct.class::isInstance).findFirst();
      case FieldType.Array(FieldType.Scalar(ScalarType scalar), Count count, int start, _)
          when old instanceof Value.Numbers(long[] numbers) ->
          Optional.of(
              new Value.Numbers(
                  Arrays.stream(numbers)
                      .limit(count instanceof Count.Fixed(int n) ? start + n : numbers.length)
                      .map(number -> cut(scalar, number))
                      .toArray()));
      case FieldType.Array(_, Count.Fixed(int n), int start, _)
          when old instanceof Value.Elements(List<Value> values) ->
          Optional.of(new Value.Elements(values.subList(0, Math.min(values.size(), start + n))));
      case FieldType.Element _, FieldType.Array _, FieldType.PointerArray _ -> Optional.of(old);
      case FieldType.Validate _ -> Optional.of(old);
    };
  }

  /// {@return a number of the value, one that is not 0 if there is such}
  private static Optional<Long> first(Value value) {
    return switch (value) {
      case Value.Number(long number) -> Optional.of(number);
      case Value.Numbers(long[] numbers) ->
          Optional.of(Arrays.stream(numbers).filter(n -> n != 0).findFirst().orElse(0));
      case Value.Bytes(byte[] bytes) -> Optional.of(bytes.length == 0 ? 0L : bytes[0]);
      case Value.Struct _, Value.Elements _, Value.Null _ -> Optional.empty();
    };
  }

  /// A number that is not 0 stays one.
  private static long cut(ScalarType scalar, long number) {
    if (scalar != ScalarType.UINT8 || number == 0) {
      return number;
    }
    return (number & 0xff) == 0 ? 1 : number & 0xff;
  }
}
