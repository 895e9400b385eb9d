package org.hopscotch.model.release;

import java.util.List;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.ScalarType;

/// What a member of a device is in memory. Lengths are fixed when the device is made.
public sealed interface MemberType {

  /// One number.
  record Scalar(ScalarType type) implements MemberType {}

  /// Several numbers; also the 64-bit words of a bitmap.
  record Scalars(ScalarType type, Expression length) implements MemberType {}

  /// Raw bytes.
  record Bytes(Expression length) implements MemberType {}

  /// An embedded struct.
  record Struct(List<Member> members) implements MemberType {
    public Struct {
      members = List.copyOf(members);
    }
  }

  /// An array of structs, or of pointers to structs.
  ///
  /// @param present bit `i` says whether element `i` is there; the others are NULL
  record Structs(List<Member> members, Expression length, Expression present)
      implements MemberType {
    public Structs {
      members = List.copyOf(members);
    }
  }

  /// A list or tree, empty after a reset.
  record Nodes() implements MemberType {}
}
