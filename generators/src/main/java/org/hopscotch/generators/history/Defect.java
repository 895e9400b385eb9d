package org.hopscotch.generators.history;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.hopscotch.model.schema.ScalarType;

/// An unsound way in which a release can become the next one.
///
/// @param id by which reports and options name it
/// @param line what somebody did, for people
/// @param needs what the first release must have for it
/// @param taken changes a release, and says where it shows; empty where there is nothing that could
///     be changed so
public record Defect(
    String id, String line, List<Need> needs, Function<Growing, Optional<Witness>> taken) {

  public Defect {
    needs = List.copyOf(needs);
  }

  static Defect of(
      String id, String line, Function<Growing, Optional<Witness>> taken, Need... needs) {
    return new Defect(id, line, Arrays.asList(needs), taken);
  }

  /// {@return a defect of some type that the release before has, with a section of its own}
  static Defect ofType(String id, String line, Function<Target, Witness> taken, Need... needs) {
    return of(id, line, next -> next.oldType().map(t -> taken.apply(new Target(next, t))), needs);
  }

  /// {@return a defect of some member of one number, and its field}
  static Defect ofField(String id, String line, Function<Target.Lone, Witness> taken) {
    return of(
        id,
        line,
        next -> next.oldType().flatMap(t -> new Target(next, t).lone().map(taken)),
        Need.SCALAR);
  }

  /// What the first type of a first release has in any case.
  @SuppressWarnings("ImmutableEnumChecker") // A method holds nothing.
  enum Need {
    SCALAR(type -> type.part(PartKind.SCALAR)),
    EQUAL_WIDTHS(type -> type.scalar(ScalarType.UINT16).scalar(ScalarType.UINT16)),
    TWO_WIDTHS(type -> type.scalar(ScalarType.UINT32).scalar(ScalarType.UINT16)),
    ARRAY(type -> type.part(PartKind.ARRAY)),
    STRUCT(type -> type.part(PartKind.STRUCT)),
    VARRAY(type -> type.part(PartKind.VARRAY)),
    EQUAL(type -> type.part(PartKind.EQUAL)),
    SUBSECTION(Ensured::subsection),
    PROPERTY(Ensured::property),
    KINDS(Ensured::kinds),
    RAM(Ensured::ram);

    private final UnaryOperator<Ensured> made;

    Need(UnaryOperator<Ensured> made) {
      this.made = made;
    }

    Ensured in(Ensured type) {
      return made.apply(type);
    }
  }
}
