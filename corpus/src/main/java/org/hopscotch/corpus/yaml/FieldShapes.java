package org.hopscotch.corpus.yaml;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.MemberType;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.schema.Count;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.ScalarType;

/// Whether a field can be what travels of a member: C's compiler would say so.
final class FieldShapes {
  private final Map<String, MemberType> declared = new HashMap<>();

  /// Of one device type's members those that are declared; the others are as their fields say.
  FieldShapes(Release release, DeviceType type) {
    for (DeviceType one : release.lineage(type).reversed()) {
      one.members().forEach(member -> declared.put(member.name(), member.type()));
    }
  }

  /// {@return what does not fit, if anything}
  ///
  /// @param own whether the field is of the device itself, not of a struct in it
  Optional<String> mismatch(Field field, boolean own) {
    return Optional.ofNullable(own ? declared.get(field.name()) : null)
        .flatMap(member -> mismatch(field.type(), member));
  }

  private static Optional<String> mismatch(FieldType field, MemberType member) {
    return switch (field) {
      case FieldType.Scalar(ScalarType type) ->
          member instanceof MemberType.Scalar(ScalarType held)
              ? width(type, held)
              : unless(false, member);
      case FieldType.Fd _ -> unless(member instanceof MemberType.Scalar, member);
      case FieldType.Struct _, FieldType.VStruct _ ->
          unless(member instanceof MemberType.Struct, member);
      case FieldType.List _, FieldType.Tree _ -> unless(member instanceof MemberType.Nodes, member);
      case FieldType.Buffer(Count length, _, _) -> bytes(length, member);
      case FieldType.PciConfig(int size) -> bytes(new Count.Fixed(size), member);
      case FieldType.Array(FieldType.Scalar _, Count count, _, _) -> numbers(count, member);
      case FieldType.Array(FieldType.Struct _, _, _, _) ->
          unless(member instanceof MemberType.Structs, member);
      case FieldType.Array _, FieldType.PointerArray _, FieldType.Validate _ -> Optional.empty();
      case FieldType.Unused _, FieldType.Bitmap _, FieldType.WithTmp _ -> Optional.empty();
      case FieldType.PciIrqState _, FieldType.MsixState _, FieldType.Custom _ -> Optional.empty();
    };
  }

  private static Optional<String> width(ScalarType sent, ScalarType held) {
    return sent.width() == held.width()
        ? Optional.empty()
        : Optional.of("%s and %s differ in width".formatted(sent.wireName(), held.wireName()));
  }

  private static Optional<String> unless(boolean fits, MemberType member) {
    return fits ? Optional.empty() : Optional.of("the member is " + words(member));
  }

  private static Optional<String> bytes(Count length, MemberType member) {
    return member instanceof MemberType.Bytes(Expression held)
        ? longer(length, held, "bytes")
        : unless(member instanceof MemberType.Scalars, member);
  }

  private static Optional<String> numbers(Count count, MemberType member) {
    return switch (member) {
      case MemberType.Scalars(_, Expression held) -> longer(count, held, "numbers");
      case MemberType.Bytes _ -> Optional.of("the member is bytes, which a buffer sends");
      case MemberType.Scalar _, MemberType.Struct _ -> unless(false, member);
      case MemberType.Structs _, MemberType.Nodes _ -> unless(false, member);
    };
  }

  private static Optional<String> longer(Count sent, Expression held, String what) {
    boolean longer =
        sent instanceof Count.Fixed(int most)
            && held instanceof Expression.Constant(long length)
            && most > length;
    return longer
        ? Optional.of(
            "the member has %d %s only".formatted(((Expression.Constant) held).value(), what))
        : Optional.empty();
  }

  private static String words(MemberType member) {
    return switch (member) {
      case MemberType.Scalar _ -> "one number";
      case MemberType.Scalars _ -> "several numbers";
      case MemberType.Bytes _ -> "bytes";
      case MemberType.Struct _ -> "a struct";
      case MemberType.Structs _ -> "several structs";
      case MemberType.Nodes _ -> "a list or tree";
    };
  }
}
