package org.hopscotch.generators.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hopscotch.generators.choice.Choices;
import org.hopscotch.model.release.Member;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.Expression.Infix;
import org.hopscotch.model.schema.Families;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.Hook;
import org.hopscotch.model.schema.Hooks;
import org.hopscotch.model.schema.ScalarType;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Statement;

/// Parts of single numbers, with what is checked of them or made of them.
final class NumberParts {
  static final List<ScalarType> PLAIN =
      List.of(
          ScalarType.UINT8,
          ScalarType.UINT16,
          ScalarType.UINT32,
          ScalarType.UINT64,
          ScalarType.BOOL,
          ScalarType.INT8,
          ScalarType.INT16,
          ScalarType.INT32,
          ScalarType.INT64,
          ScalarType.TIMER,
          ScalarType.CPU_DOUBLE,
          ScalarType.FLOAT64);
  private static final List<ScalarType> EQUAL =
      List.of(
          ScalarType.UINT8_EQUAL,
          ScalarType.UINT16_EQUAL,
          ScalarType.INT32_EQUAL,
          ScalarType.UINT32_EQUAL,
          ScalarType.UINT64_EQUAL);
  private static final int LARGEST_RESET = 127;
  private static final int MOST_UNUSED = 8;
  private static final int LARGEST_BYTE = 255;

  private NumberParts() {}

  static ScalarType type(Choices choices) {
    return choices.oneOf(PLAIN);
  }

  /// {@return the value that a reset gives a member of a type; mostly 0}
  static long reset(Choices choices, ScalarType type) {
    return type == ScalarType.BOOL
        ? choices.below(2)
        : choices.chance(1, 4) ? choices.below(LARGEST_RESET + 1) : 0;
  }

  static Part scalar(Choices choices, Names names) {
    ScalarType type = type(choices);
    String name = names.next("reg");
    return new Part(Say.scalar(name, type, reset(choices, type)), Families.scalar(name, type));
  }

  /// One that is always 0.
  static Part spare(Choices choices, Names names) {
    ScalarType type = type(choices);
    String name = names.next("spare");
    Member member = Say.legal(Say.scalar(name, type, 0).hidden(), Say.not(Say.member(name)));
    return new Part(member, Families.scalar(name, type));
  }

  static Part unused(Choices choices, Names names) {
    return new Part(List.of(), List.of(Families.unused(1 + choices.below(MOST_UNUSED))));
  }

  /// One that counts, and travels, only while another is not 0.
  static Part conditional(Choices choices, Names names) {
    String condition = names.next("enable");
    String name = names.next("reg");
    ScalarType type = type(choices);
    Member member = Say.scalar(name, type, reset(choices, type));
    return new Part(
        List.of(
            Say.scalar(condition, ScalarType.UINT8, 0), meaningful(member, Say.member(condition))),
        List.of(
            Families.scalar(condition, ScalarType.UINT8),
            Families.scalar(name, type).test(Say.member(condition))));
  }

  private static Member meaningful(Member one, Expression condition) {
    return new Member(
        one.name(), one.type(), one.reset(), one.visible(), condition, one.implied(), one.legal());
  }

  static Part equal(Choices choices, Names names) {
    ScalarType type = choices.oneOf(EQUAL);
    String name = names.next("size");
    return new Part(
        Say.scalar(name, type, choices.below(LARGEST_RESET + 1)), Families.scalar(name, type));
  }

  static Part limited(Choices choices, Names names) {
    String name = names.next("limit");
    return new Part(
        Say.scalar(name, ScalarType.INT32_POSITIVE_LE, choices.below(LARGEST_RESET + 1)),
        Families.scalar(name, ScalarType.INT32_POSITIVE_LE));
  }

  /// One whose value is refused after loading if no guest can have it.
  static Part checked(Choices choices, Names names) {
    String name = names.next("index");
    long most = 1L + choices.below(LARGEST_RESET);
    Member member = Say.legal(Say.scalar(name, ScalarType.UINT16, 0), Say.atMost(name, most));
    Statement check =
        new Statement.Refuse(
            name + " is out of range",
            Say.binary(Infix.GREATER, Say.member(name), Say.number(most)));
    return new Part(
        List.of(member),
        List.of(Families.scalar(name, ScalarType.UINT16)),
        List.of(),
        List.of(),
        List.of(check));
  }

  /// Two that travel as one number.
  static Part packed(Choices choices, Names names) {
    String low = names.next("low");
    String high = names.next("high");
    String both = names.next("packed");
    Expression shifted = Say.binary(Infix.SHIFT_LEFT, Say.member(high), Say.number(Byte.SIZE));
    return new Part(
        List.of(
            Say.scalar(low, ScalarType.UINT8, 0),
            Say.scalar(high, ScalarType.UINT8, 0),
            Say.scalar(both, ScalarType.UINT16, 0).hidden()),
        List.of(Families.scalar(both, ScalarType.UINT16)),
        List.of(new Statement.Assignment(both, Say.binary(Infix.BIT_OR, Say.member(low), shifted))),
        List.of(),
        List.of(
            new Statement.Assignment(
                low, Say.binary(Infix.BIT_AND, Say.member(both), Say.number(LARGEST_BYTE))),
            new Statement.Assignment(
                high, Say.binary(Infix.SHIFT_RIGHT, Say.member(both), Say.number(Byte.SIZE)))));
  }

  /// One that `pre_load` sets to something that it then loads over.
  static Part preset(Choices choices, Names names) {
    String name = names.next("mark");
    return new Part(
        List.of(Say.scalar(name, ScalarType.UINT8, 0)),
        List.of(Families.scalar(name, ScalarType.UINT8)),
        List.of(),
        List.of(new Statement.Assignment(name, Say.number(1L + choices.below(LARGEST_RESET)))),
        List.of());
  }

  /// One with another beside it that is always made of it, and so need not travel; and one that
  /// counts the loads.
  static Part derived(Choices choices, Names names) {
    String name = names.next("level");
    String made = names.next("line");
    String loads = names.next("loads");
    Expression value = Say.differs(name, choices.below(2));
    Optional<Expression> reset = Optional.of(value);
    Member derived =
        new Member(
            made,
            Say.scalar(made, ScalarType.UINT8, 0).type(),
            reset,
            false,
            Expression.TRUE,
            Optional.of(Expression.FALSE));
    return new Part(
        List.of(
            Say.scalar(name, ScalarType.UINT32, 0),
            derived,
            Say.scalar(loads, ScalarType.UINT32, 0).hidden()),
        List.of(Families.scalar(name, ScalarType.UINT32)),
        List.of(),
        List.of(),
        List.of(
            new Statement.Assignment(made, value),
            new Statement.Assignment(
                loads, Say.binary(Infix.PLUS, Say.member(loads), Say.number(1)))));
  }

  /// One that travels in scratch space, turned round.
  static Part scratch(Choices choices, Names names) {
    String name = names.next("base");
    String copy = names.next("copy");
    Section section =
        new Section(names.section("tmp"), 0, 0, Families.scalar(copy, ScalarType.UINT32))
            .with(
                new Hooks(
                    new Hook(new Statement.Assignment(copy, turned(Say.member(name)))),
                    Hook.NONE,
                    new Hook(new Statement.Assignment(name, turned(Say.member(copy)))),
                    Hook.NONE));
    return new Part(
        Say.scalar(name, ScalarType.UINT32, reset(choices, ScalarType.UINT32)),
        Families.withTmp(section));
  }

  private static Expression turned(Expression operand) {
    return Say.binary(Infix.BIT_XOR, operand, Say.number(0xa5));
  }

  /// One that no reset sets, and that means nothing until another is set.
  static Part garbage(Choices choices, Names names) {
    String valid = names.next("valid");
    String name = names.next("latch");
    Member member =
        meaningful(Say.scalar(name, ScalarType.UINT32, 0).leftFree(), Say.member(valid));
    List<Field> fields = new ArrayList<>();
    fields.add(Families.scalar(valid, ScalarType.UINT8));
    fields.add(
        choices.chance(1, 2)
            ? Families.scalar(name, ScalarType.UINT32)
            : Families.scalar(name, ScalarType.UINT32).test(Say.member(valid)));
    return new Part(List.of(Say.scalar(valid, ScalarType.UINT8, 0), member), fields);
  }
}
