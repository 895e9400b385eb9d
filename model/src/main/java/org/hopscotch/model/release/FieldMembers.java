package org.hopscotch.model.release;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hopscotch.model.schema.Count;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.FieldType.Element;
import org.hopscotch.model.schema.ScalarType;
import org.hopscotch.model.schema.Section;

/// The members that a section's fields stand for, where a device type does not declare them:
/// visible, 0 after a reset. One whose length another member says is empty; such a member has to be
/// declared to be of use.
final class FieldMembers {
  private static final Expression ALL = new Expression.Constant(-1);

  private FieldMembers() {}

  static List<Member> of(Section section) {
    Map<String, Member> all = new LinkedHashMap<>();
    fill(all, section);
    return List.copyOf(all.values());
  }

  private static void fill(Map<String, Member> all, Section section) {
    section.fields().forEach(field -> fill(all, field));
    section.subsections().forEach(subsection -> fill(all, subsection.section()));
  }

  private static void fill(Map<String, Member> all, Field field) {
    switch (field.type()) {
      case FieldType.Validate _, FieldType.Unused _, FieldType.WithTmp _ -> {}
      case FieldType.MsixState _ -> {
        add(all, "entries", new MemberType.Scalar(ScalarType.UINT32));
        add(all, "table", new MemberType.Bytes(Expression.FALSE));
        add(all, "pba", new MemberType.Bytes(Expression.FALSE));
      }
      case Element element -> add(all, field.name(), type(element));
      case FieldType.Array(FieldType.Unused _, _, _, _) -> {}
      case FieldType.Array(Element element, Count count, int start, _) ->
          add(all, field.name(), several(element, length(count, start)));
      case FieldType.PointerArray(Element element, Count count, _) ->
          add(all, field.name(), several(element, length(count, 0)));
    }
  }

  private static void add(Map<String, Member> all, String name, MemberType type) {
    all.putIfAbsent(name, new Member(name, type));
  }

  private static MemberType several(Element element, Expression length) {
    return switch (element) {
      case FieldType.Scalar(ScalarType type) -> new MemberType.Scalars(type, length);
      case FieldType.Struct(Section section) -> new MemberType.Structs(of(section), length, ALL);
      case FieldType.VStruct(Section section, _) ->
          new MemberType.Structs(of(section), length, ALL);
      case FieldType.Buffer _, FieldType.Bitmap _, FieldType.Unused _, FieldType.WithTmp _ ->
          new MemberType.Nodes();
      case FieldType.List _, FieldType.Tree _, FieldType.Fd _, FieldType.PciConfig _ ->
          new MemberType.Nodes();
      case FieldType.PciIrqState _, FieldType.MsixState _, FieldType.Custom _ ->
          new MemberType.Nodes();
    };
  }

  private static MemberType type(Element element) {
    return switch (element) {
      case FieldType.Scalar(ScalarType type) -> new MemberType.Scalar(type);
      case FieldType.Buffer(Count length, int start, _) ->
          new MemberType.Bytes(length(length, start));
      case FieldType.Bitmap(Count bits) -> new MemberType.Scalars(ScalarType.UINT64, words(bits));
      case FieldType.Struct(Section section) -> new MemberType.Struct(of(section));
      case FieldType.VStruct(Section section, _) -> new MemberType.Struct(of(section));
      case FieldType.PciConfig(int bytes) -> new MemberType.Bytes(new Expression.Constant(bytes));
      case FieldType.PciIrqState _ ->
          new MemberType.Scalars(
              ScalarType.UINT32, new Expression.Constant(FieldType.PciIrqState.PINS));
      case FieldType.Custom(_, Count length) -> new MemberType.Bytes(length(length, 0));
      case FieldType.Fd _ -> new MemberType.Scalar(ScalarType.INT32);
      case FieldType.List _, FieldType.Tree _ -> new MemberType.Nodes();
      case FieldType.Unused _, FieldType.WithTmp _, FieldType.MsixState _ -> new MemberType.Nodes();
    };
  }

  private static Expression length(Count count, int start) {
    return new Expression.Constant(
        switch (count) {
          case Count.Fixed(int n) -> (long) start + n;
          case Count.OfMember _ -> 0;
        });
  }

  private static Expression words(Count bits) {
    return new Expression.Constant(
        switch (bits) {
          case Count.Fixed(int n) -> Math.ceilDiv(n, Long.SIZE);
          case Count.OfMember _ -> 0;
        });
  }
}
