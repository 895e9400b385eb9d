package org.hopscotch.generators.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hopscotch.generators.choice.Choices;
import org.hopscotch.model.release.Member;
import org.hopscotch.model.release.MemberType;
import org.hopscotch.model.schema.Compounds;
import org.hopscotch.model.schema.Count;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.Families;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.ScalarType;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Subsection;

/// Parts of structs, alone, in arrays and in lists.
final class StructParts {
  private static final int MOST_FIELDS = 3;
  private static final int MOST_ELEMENTS = 3;
  private static final int NEWEST = 3;
  private static final int LARGEST_DEFAULT = 9;
  private static final int FIFO_BYTES = 4;
  private static final int CONFIG_BYTES = 256;
  private static final int MSIX_ENTRIES = 2;

  private StructParts() {}

  /// What a struct has, and how it travels.
  private record Inside(List<Member> members, Section section) {}

  private static Inside inside(Choices choices, Names names, int version, int minimum) {
    List<Member> members = new ArrayList<>();
    List<Field> fields = new ArrayList<>();
    choices.list(
        "field",
        1,
        MOST_FIELDS,
        _ -> {
          Part part = NumberParts.scalar(choices, names);
          members.addAll(part.members());
          return fields.addAll(part.fields());
        });
    return new Inside(
        members,
        new Section(names.section("part"), version, minimum, fields.toArray(Field[]::new)));
  }

  private static Inside inside(Choices choices, Names names) {
    int version = choices.below(NEWEST + 1);
    return inside(choices, names, version, choices.below(version + 1));
  }

  private static Member member(String name, MemberType type) {
    return new Member(name, type);
  }

  static Part struct(Choices choices, Names names) {
    Inside inside = inside(choices, names);
    String name = names.next("unit");
    return new Part(
        member(name, new MemberType.Struct(inside.members())),
        Families.struct(name, inside.section()));
  }

  /// A struct with a subsection that travels unless its member is as a reset leaves it.
  static Part optional(Choices choices, Names names) {
    Inside inside = inside(choices, names);
    String extra = names.next("extra");
    long usual = choices.below(LARGEST_DEFAULT);
    Section more =
        new Section(
            inside.section().name() + "/" + names.section("more"),
            1,
            1,
            Families.scalar(extra, ScalarType.UINT32));
    List<Member> members = new ArrayList<>(inside.members());
    members.add(Say.scalar(extra, ScalarType.UINT32, usual));
    String name = names.next("unit");
    return new Part(
        member(name, new MemberType.Struct(members)),
        Families.struct(
            name, inside.section().with(new Subsection(more, Say.differs(extra, usual)))));
  }

  static Part structs(Choices choices, Names names) {
    Inside inside = inside(choices, names);
    int length = 1 + choices.below(MOST_ELEMENTS);
    String name = names.next("units");
    return new Part(
        member(
            name,
            new MemberType.Structs(
                inside.members(), Say.number(length), new Expression.Constant(-1))),
        Families.array(name, new FieldType.Struct(inside.section()), length));
  }

  /// An array of pointers of which some are NULL.
  static Part pointers(Choices choices, Names names) {
    Inside inside = inside(choices, names);
    int length = 1 + choices.below(MOST_ELEMENTS);
    long present = choices.below(1 << length);
    String name = names.next("units");
    return new Part(
        member(
            name,
            new MemberType.Structs(
                inside.members(), Say.number(length), new Expression.Constant(present))),
        Families.arrayOfPointer(name, new FieldType.Struct(inside.section()), Count.of(length)));
  }

  /// A struct whose version the section around it fixes.
  static Part vstruct(Choices choices, Names names) {
    int version = 1 + choices.below(NEWEST);
    Inside inside = inside(choices, names, version, choices.below(version));
    if (!choices.chance(1, 2)) {
      String name = names.next("unit");
      return new Part(
          member(name, new MemberType.Struct(inside.members())),
          Families.vstruct(name, inside.section(), version));
    }
    // What is of a newer version stays at home.
    String spare = names.next("spare");
    List<Member> members = new ArrayList<>(inside.members());
    members.add(Say.scalar(spare, ScalarType.UINT16, 0).hidden());
    List<Field> fields = new ArrayList<>(inside.section().fields());
    fields.add(Families.scalar(spare, ScalarType.UINT16).since(version + 1));
    Section newer = inside.section().withFields(fields).withVersions(version + 1, version);
    String name = names.next("unit");
    return new Part(
        member(name, new MemberType.Struct(members)), Families.vstruct(name, newer, version));
  }

  // ---- lists

  static Part tailQueue(Choices choices, Names names) {
    String name = names.next("list");
    return nodes(name, Families.qtailq(name, 0, node(choices, names)));
  }

  static Part linkedList(Choices choices, Names names) {
    String name = names.next("list");
    return nodes(name, Families.qlist(name, 0, node(choices, names)));
  }

  static Part tree(Choices choices, Names names) {
    String name = names.next("tree");
    Section value = node(choices, names);
    return nodes(
        name,
        choices.chance(1, 2)
            ? Families.gtreeDirectKey(name, 0, value)
            : Families.gtree(
                name,
                0,
                new Section(names.section("key"), 0, 0, Families.scalar("id", ScalarType.UINT32)),
                value));
  }

  private static Section node(Choices choices, Names names) {
    return inside(choices, names, 0, 0).section();
  }

  private static Part nodes(String name, Field field) {
    return new Part(member(name, new MemberType.Nodes()), field);
  }

  // ---- structs that many devices have

  static Part clock(Choices choices, Names names) {
    String name = names.next("clk");
    List<Member> members =
        List.of(
            Say.scalar("period", ScalarType.UINT64, 0),
            Say.scalar("multiplier", ScalarType.UINT32, 1),
            Say.scalar("divider", ScalarType.UINT32, 1));
    return new Part(
        member(name, new MemberType.Struct(members)), Families.struct(name, Compounds.clock()));
  }

  static Part fifo(Choices choices, Names names) {
    int capacity = FIFO_BYTES * (1 + choices.below(MOST_ELEMENTS));
    String name = names.next("fifo");
    List<Member> members =
        List.of(
            Say.bytes("data", capacity),
            Say.scalar("head", ScalarType.UINT32, 0),
            Say.scalar("num", ScalarType.UINT32, 0));
    return new Part(
        member(name, new MemberType.Struct(members)),
        Families.struct(name, Compounds.fifo8(Count.of(capacity))));
  }

  /// Configuration space of which a part is fixed, and compared.
  static Part pci(Choices choices, Names names) {
    String name = names.next("pci");
    Optional<Expression> fixed = Optional.of(Say.number(choices.chance(1, 2) ? 0x0f : 0));
    List<Member> members =
        List.of(
            Say.scalar("version_id", ScalarType.INT32_POSITIVE_LE, 2).hidden(),
            Say.bytes("config", CONFIG_BYTES),
            Say.scalars("irq_state", ScalarType.UINT32, FieldType.PciIrqState.PINS),
            new Member(
                "cmask",
                new MemberType.Bytes(Say.number(CONFIG_BYTES)),
                fixed,
                false,
                Expression.TRUE,
                Optional.empty()),
            Say.scalar("express", ScalarType.BOOL, 0).hidden());
    return new Part(
        member(name, new MemberType.Struct(members)), Families.struct(name, Compounds.pciDevice()));
  }

  static Part msix(Choices choices, Names names) {
    String name = names.next("msix");
    int entries = 1 + choices.below(MSIX_ENTRIES);
    List<Member> members =
        List.of(
            Say.scalar("entries", ScalarType.UINT32, entries).hidden(),
            Say.bytes("table", entries * FieldType.MsixState.ENTRY_BYTES),
            Say.bytes("pba", 1));
    return new Part(
        member(name, new MemberType.Struct(members)), Families.struct(name, Compounds.msix()));
  }
}
