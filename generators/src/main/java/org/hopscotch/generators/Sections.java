package org.hopscotch.generators;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hopscotch.generators.choice.Choices;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.ScalarType;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Subsection;

/// Draws sections of every field type, nested, with conditions, subsections and hooks. They are
/// sound: whatever state they save, a host of the same release and configuration loads.
///
/// Names are such that no section's name begins another's, or the loader would take one's
/// subsections for the other's (wire-format section 4.4). All versions of a list's and a tree's
/// parts are equal, since they are loaded with the field's version. And elements of arrays begin
/// with a byte if they may have subsections, or one would be given those of the next.
public final class Sections {
  private static final int DEEPEST = 3;
  private static final int MOST_FIELDS = 6;
  private static final int NEWEST = 3;
  private static final int MOST_SUBSECTIONS = 2;
  private static final int LARGEST_DEFAULT = 255;

  private final Choices choices;
  private final long swarm;
  private int structs;

  private Sections(Choices choices, long swarm) {
    this.choices = choices;
    this.swarm = swarm;
  }

  /// {@return a section; the simplest one has no fields}
  public static Section draw(Choices choices) {
    Sections sections = new Sections(choices, choices.swarm(SectionFeature.COUNT));
    int version = choices.below(NEWEST + 1);
    return sections.section(
        "Device", version, choices.below(version + 1), new Draft(Optional.empty(), false), 0);
  }

  /// {@return the section of a struct inside the struct of `parent`}
  ///
  /// @param several whether it is an array's element
  /// @param made whether the loader makes it anew
  Section struct(Draft parent, boolean several, boolean made, int depth) {
    int version = choices.below(NEWEST + 1);
    int minimum = choices.below(version + 1);
    Draft draft = new Draft(Optional.of(parent), made || parent.madeByLoader());
    if (several && SectionFeature.SUBSECTION.in(swarm)) {
      draft.addNumber(new Field(draft.newName("f"), new FieldType.Scalar(ScalarType.UINT8)));
    }
    return section(nextName(), version, minimum, draft, depth);
  }

  /// {@return the section of a struct of one version that the loader makes anew}
  Section made(Draft parent, int version, int depth) {
    return section(nextName(), version, version, new Draft(Optional.of(parent), true), depth);
  }

  /// Ends with a letter A to Y, or Z and a further one: none is the beginning of another. Long
  /// enough not to be met in data by chance, where the loader would take it for a subsection's.
  String nextName() {
    int letters = 'Z' - 'A';
    int number = structs++;
    return "Part" + "Z".repeat(number / letters) + (char) ('A' + number % letters);
  }

  private Section section(String name, int version, int minimum, Draft draft, int depth) {
    FieldTypes types = new FieldTypes(choices, swarm, this, draft, version, depth);
    choices.list("field", 0, Math.max(MOST_FIELDS - 2 * depth, 1), _ -> types.draw());
    if (SectionFeature.HOOKS.in(swarm) && choices.chance(1, 4)) {
      draft.drawHooks(choices);
    }
    List<Subsection> subsections = new ArrayList<>();
    if (SectionFeature.SUBSECTION.in(swarm) && depth < DEEPEST) {
      subsections.addAll(
          choices.list(
              "subsection",
              0,
              MOST_SUBSECTIONS,
              _ -> subsection(name + "/" + nextName(), draft, depth + 1)));
    }
    return new Section(name, version, minimum, draft.fields(), subsections, draft.hooks());
  }

  /// A subsection of the same struct as `draft`.
  private Subsection subsection(String name, Draft draft, int depth) {
    int version = choices.below(NEWEST + 1);
    if (choices.chance(1, 3)) {
      return sentUnlessDefault(name, version, draft);
    }
    Draft own = draft.subsection();
    Section section = section(name, version, choices.below(version + 1), own, depth);
    return choices.chance(1, 2)
        ? new Subsection(section, draft.drawCondition(choices))
        : new Subsection(section);
  }

  /// A subsection tied to a data value: what it does not bring has its default.
  private Subsection sentUnlessDefault(String name, int version, Draft draft) {
    Field field =
        new Field(
            draft.newName("f"),
            new FieldType.Scalar(choices.oneOf(List.of(ScalarType.UINT8, ScalarType.INT32))));
    long implied = choices.below(LARGEST_DEFAULT + 1);
    draft.addDefault(field.name(), implied);
    return new Subsection(
        new Section(name, version, 0, field),
        new Expression.Binary(
            Expression.Infix.NOT_EQUAL,
            new Expression.Member(field.name()),
            new Expression.Constant(implied)));
  }
}
