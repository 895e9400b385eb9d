package org.hopscotch.generators;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hopscotch.model.schema.Count;
import org.hopscotch.model.schema.Existence;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.ExpressionParts;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.Hook;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Statement;
import org.hopscotch.model.schema.Subsection;

/// What a struct's section does with its members: which fields send them and when, which members
/// count elements, and what hooks give and take.
final class FieldUse {
  private static final Set<String> MASKS = Set.of("cmask", "wmask", "w1cmask");

  private final Map<String, List<Sent>> sent = new LinkedHashMap<>();
  private final List<Counting> countings = new ArrayList<>();
  private final Set<String> made = new LinkedHashSet<>();
  private final Set<String> taken = new LinkedHashSet<>();
  private final Set<String> derived = new LinkedHashSet<>();

  private FieldUse() {}

  /// {@return the members that no field sends, and that `post_load` makes of others}
  Set<String> madeByLoad() {
    Set<String> names = new LinkedHashSet<>(derived);
    names.removeAll(sent.keySet());
    names.removeAll(taken);
    names.removeAll(made);
    return names;
  }

  /// One field that sends a member.
  ///
  /// @param conditions all of which have to hold
  record Sent(FieldType type, List<Expression> conditions) {
    Sent {
      conditions = List.copyOf(conditions);
    }
  }

  /// A member that says how much of another one travels.
  ///
  /// @param start the first element or byte that does
  /// @param times how many a count of 1 stands for
  /// @param perElement how many there are in one element of memory: 64 bits in a bitmap's word
  record Counting(String counter, String array, int start, int times, int perElement) {

    /// {@return how far a count reaches, in elements}
    long reach(long count) {
      return start + Math.ceilDiv(count * times, (long) perElement);
    }

    /// {@return the largest count that keeps within so many elements}
    long most(int length) {
      return Math.max(0, (long) (length - start) * perElement / Math.max(times, 1));
    }
  }

  /// {@return what a section does}
  ///
  /// @param needed when it is sent at all
  static FieldUse of(Section section, Expression needed) {
    FieldUse use = new FieldUse();
    use.section(section, List.of(needed));
    return use;
  }

  /// {@return the members that fields send}
  Set<String> members() {
    return sent.keySet();
  }

  /// {@return the fields of a member}
  List<Sent> sent(String member) {
    return sent.getOrDefault(member, List.of());
  }

  /// {@return the section of a member that is a struct, or several}
  Optional<Section> inside(String member) {
    for (Sent one : sent(member)) {
      Optional<Section> inside = one.type().elementType().flatMap(FieldUse::inside);
      if (inside.isPresent()) {
        return inside;
      }
    }
    return Optional.empty();
  }

  private static Optional<Section> inside(FieldType.Element element) {
    return switch (element) {
      case FieldType.Struct(Section section) -> Optional.of(section);
      case FieldType.VStruct(Section section, _) -> Optional.of(section);
      case FieldType.Scalar _, FieldType.Buffer _, FieldType.Unused _, FieldType.Bitmap _ ->
          Optional.empty();
      case FieldType.WithTmp _, FieldType.List _, FieldType.Tree _, FieldType.Fd _ ->
          Optional.empty();
      case FieldType.PciConfig _, FieldType.PciIrqState _, FieldType.MsixState _ ->
          Optional.empty();
      case FieldType.Custom _ -> Optional.empty();
    };
  }

  /// {@return what a member counts}
  List<Counting> countedBy(String counter) {
    return countings.isEmpty()
        ? List.of()
        : countings.stream().filter(one -> one.counter().equals(counter)).toList();
  }

  /// {@return what counts the elements of an array}
  List<Counting> countersOf(String array) {
    return countings.isEmpty()
        ? List.of()
        : countings.stream().filter(one -> one.array().equals(array)).toList();
  }

  /// {@return whether a member says which bits of PCI configuration the guest can change}
  boolean isMask(String member) {
    return MASKS.contains(member)
        && sent.values().stream()
            .flatMap(List::stream)
            .anyMatch(one -> one.type() instanceof FieldType.PciConfig);
  }

  /// {@return whether `pre_save` gives a member its value}
  boolean isMade(String member) {
    return made.contains(member);
  }

  /// {@return whether what is sent is made from a member}
  boolean isTaken(String member) {
    return taken.contains(member);
  }

  /// {@return whether `post_load` gives a member its value}
  boolean isDerived(String member) {
    return derived.contains(member);
  }

  private void section(Section section, List<Expression> conditions) {
    assigned(section.hooks().preSave(), made);
    mentioned(section.hooks().preSave(), taken);
    assigned(section.hooks().postLoad(), derived);
    for (Field field : section.fields()) {
      List<Expression> all = new ArrayList<>(conditions);
      all.add(
          switch (field.existence()) {
            case Existence.Since(int version) ->
                version <= section.versionId() ? Expression.TRUE : Expression.FALSE;
            case Existence.Test(Expression test) -> test;
          });
      field(field, all);
    }
    for (Subsection subsection : section.subsections()) {
      List<Expression> all = new ArrayList<>(conditions);
      all.add(subsection.needed());
      section(subsection.section(), all);
    }
  }

  private void field(Field field, List<Expression> conditions) {
    switch (field.type()) {
      case FieldType.Validate _, FieldType.Unused _ -> {}
      case FieldType.WithTmp(Section scratch) -> {
        mentioned(scratch.hooks().preSave(), taken);
        assigned(scratch.hooks().postLoad(), derived);
      }
      case FieldType.MsixState _ ->
          List.of("table", "pba").forEach(name -> send(name, field.type(), conditions));
      case FieldType.Element element -> {
        send(field.name(), field.type(), conditions);
        switch (element) {
          case FieldType.Buffer(Count length, int start, _) ->
              count(field.name(), length, start, 1);
          case FieldType.Bitmap(Count bits) -> count(field.name(), bits, 0, Long.SIZE);
          case FieldType.Custom(_, Count length) -> count(field.name(), length, 0, 1);
          case FieldType.Scalar _,
              FieldType.Unused _,
              FieldType.Struct _,
              FieldType.VStruct _,
              FieldType.WithTmp _,
              FieldType.List _,
              FieldType.Tree _,
              FieldType.Fd _,
              FieldType.PciConfig _,
              FieldType.PciIrqState _,
              FieldType.MsixState _ -> {}
        }
      }
      case FieldType.Array(_, Count count, int start, _) -> {
        send(field.name(), field.type(), conditions);
        count(field.name(), count, start, 1);
      }
      case FieldType.PointerArray(_, Count count, _) -> {
        send(field.name(), field.type(), conditions);
        count(field.name(), count, 0, 1);
      }
    }
  }

  private void send(String member, FieldType type, List<Expression> conditions) {
    sent.computeIfAbsent(member, _ -> new ArrayList<>()).add(new Sent(type, conditions));
  }

  private void count(String array, Count count, int start, int perElement) {
    if (count instanceof Count.OfMember(String member, int times)) {
      countings.add(new Counting(member, array, start, times, perElement));
    }
  }

  private static void assigned(Hook hook, Set<String> members) {
    for (Statement statement : hook.statements()) {
      if (statement instanceof Statement.Assignment(String member, _)) {
        members.add(Known.head(member));
      }
    }
  }

  private static void mentioned(Hook hook, Set<String> members) {
    for (Statement statement : hook.statements()) {
      Expression value =
          switch (statement) {
            case Statement.Assignment(_, Expression assigned) -> assigned;
            case Statement.Refuse(_, Expression when) -> when;
            case Statement.Return(_, Expression when) -> when;
          };
      ExpressionParts.members(value).forEach(path -> members.add(Known.head(path)));
    }
  }
}
