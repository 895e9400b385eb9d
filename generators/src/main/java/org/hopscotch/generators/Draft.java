package org.hopscotch.generators;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hopscotch.generators.choice.Choices;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.Expression.Infix;
import org.hopscotch.model.schema.ExpressionText;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.Hook;
import org.hopscotch.model.schema.Hooks;
import org.hopscotch.model.schema.ScalarType;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Statement;

/// One struct while its section is drawn: the fields so far, and what later ones may rest on.
///
/// A condition or count must come out alike on both sides. It may rest on a member that is never
/// sent and so is configuration, the same on both sides; or on one that has always arrived before.
/// The loader makes some structs anew, such as list elements: these have no configuration.
final class Draft {
  private static final List<Infix> COMPARISONS =
      List.of(Infix.NOT_EQUAL, Infix.EQUAL, Infix.BIT_AND, Infix.GREATER, Infix.LESS_OR_EQUAL);

  private final boolean madeByLoader;
  private final Optional<Draft> parent;
  private final List<Field> fields = new ArrayList<>();
  private final List<String> arrived = new ArrayList<>();
  private final List<String> own = new ArrayList<>();
  private final List<String> counts = new ArrayList<>();
  private final List<Statement> preSave = new ArrayList<>();
  private final List<Statement> preLoad = new ArrayList<>();
  private final List<Statement> postLoad = new ArrayList<>();
  private final List<Statement> postSave = new ArrayList<>();
  private final Names names;

  private Draft(Optional<Draft> parent, boolean madeByLoader, Names names) {
    this.parent = parent;
    this.madeByLoader = madeByLoader;
    this.names = names;
  }

  /// A struct inside `parent`.
  Draft(Optional<Draft> parent, boolean madeByLoader) {
    this(parent, madeByLoader, new Names());
  }

  /// {@return a subsection of the same struct: its fields come after all of this one's}
  Draft subsection() {
    Draft subsection = new Draft(parent, madeByLoader, names);
    subsection.arrived.addAll(arrived);
    subsection.counts.addAll(counts);
    return subsection;
  }

  private static final class Names {
    private int given;
  }

  boolean madeByLoader() {
    return madeByLoader;
  }

  List<Field> fields() {
    return fields;
  }

  /// {@return a name that no member of this struct has}
  String newName(String prefix) {
    return prefix + names.given++;
  }

  void add(Field field) {
    fields.add(field);
  }

  /// Adds a number that always travels.
  void addNumber(Field field) {
    addArrived(field);
    own.add(field.name());
  }

  private void addArrived(Field field) {
    fields.add(field);
    arrived.add(field.name());
  }

  /// {@return a member of which later fields are as many as it says}
  String drawCount(Choices choices) {
    boolean sent = madeByLoader || choices.chance(1, 2);
    String name = newName("n");
    counts.add(name);
    if (sent) {
      ScalarType type =
          choices.oneOf(List.of(ScalarType.UINT8, ScalarType.UINT32, ScalarType.INT32));
      addArrived(new Field(name, new FieldType.Scalar(type)));
    }
    return name;
  }

  /// {@return a condition that both sides judge alike}
  Expression drawCondition(Choices choices) {
    return switch (choices.below(5)) {
      case 0 -> new Expression.Property("x-p" + choices.below(3));
      case 1 -> onConfiguration(choices);
      case 2 -> onArrived(choices, this);
      case 3 ->
          new Expression.Binary(
              Infix.GREATER_OR_EQUAL,
              new Expression.Version(),
              new Expression.Constant(choices.below(4)));
      default -> new Expression.Unary(Expression.Prefix.NOT, onConfiguration(choices));
    };
  }

  private Expression onConfiguration(Choices choices) {
    if (madeByLoader) {
      return new Expression.Property("x-p0");
    }
    return parent.isPresent() && !parent.get().madeByLoader && choices.chance(1, 4)
        ? new Expression.Member("parent.c0")
        : new Expression.Member("c" + choices.below(2));
  }

  private static Expression onArrived(Choices choices, Draft in) {
    if (in.arrived.isEmpty()) {
      return in.onConfiguration(choices);
    }
    return new Expression.Binary(
        choices.oneOf(COMPARISONS),
        new Expression.Member(choices.oneOf(in.arrived)),
        new Expression.Constant(choices.integer(0, 255)));
  }

  /// Gives a member its default before anything is loaded.
  void addDefault(String member, long value) {
    preLoad.addAll(statements("%s = %d".formatted(member, value)));
  }

  /// Draws what hooks do: changes that undo each other, and ends that never come.
  void drawHooks(Choices choices) {
    choices.list("hook", 1, 2, this::drawHook);
  }

  private int drawHook(Choices choices) {
    int kind = choices.below(4);
    switch (kind) {
      case 0 -> {
        String dirty = newName("dirty");
        postSave.addAll(statements(dirty + " = 0"));
        postLoad.addAll(statements(dirty + " = 0"));
      }
      case 1 -> addMask(choices);
      case 2 -> postLoad.add(new Statement.Refuse("cannot be", never(choices)));
      default -> postLoad.add(new Statement.Return(1, never(choices)));
    }
    return kind;
  }

  /// A member that travels in two halves.
  void addPacked() {
    String whole = newName("packed");
    for (String half : List.of(whole + "_hi", whole + "_lo")) {
      addArrived(new Field(half, new FieldType.Scalar(ScalarType.UINT16)));
    }
    preSave.addAll(statements("%1$s_hi = %1$s >> 16, %1$s_lo = %1$s & 0xffff".formatted(whole)));
    postLoad.addAll(statements("%1$s = %1$s_hi << 16 | %1$s_lo".formatted(whole)));
  }

  /// {@return a scratch struct through which members of this one travel}
  Section drawScratch(Choices choices, int version) {
    List<Field> copies = new ArrayList<>();
    StringBuilder fill = new StringBuilder();
    StringBuilder copyBack = new StringBuilder();
    choices.list(
        "copy",
        0,
        2,
        _ -> {
          String kept = newName("kept");
          String copy = newName("copy");
          ScalarType type = choices.oneOf(List.of(ScalarType.UINT32, ScalarType.INT64));
          fill.append("%s = parent.%s;".formatted(copy, kept));
          copyBack.append("parent.%s = %s;".formatted(kept, copy));
          return copies.add(new Field(copy, new FieldType.Scalar(type)));
        });
    return new Section(
        newName("tmp"),
        version,
        version,
        copies,
        List.of(),
        Hooks.NONE.preSave(fill.toString()).postLoad(copyBack.toString()));
  }

  /// A member of which only some bits count: of this section's own, since what came before it has
  /// been written.
  private void addMask(Choices choices) {
    if (!own.isEmpty()) {
      String text = "%1$s = %1$s & 0x7f".formatted(choices.oneOf(own));
      preSave.addAll(statements(text));
      postLoad.addAll(statements(text));
    }
  }

  /// A condition that no drawn state fulfils: properties are 0 or 1, and counts small.
  Expression never(Choices choices) {
    return Expression.of(
        counts.isEmpty() ? "property(x-p0) > 1" : choices.oneOf(counts) + " > 100");
  }

  Hooks hooks() {
    return new Hooks(new Hook(preSave), new Hook(preLoad), new Hook(postLoad), new Hook(postSave));
  }

  private static List<Statement> statements(String text) {
    return ExpressionText.parseHook(text).statements();
  }
}
