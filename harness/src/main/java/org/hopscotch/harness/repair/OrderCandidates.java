package org.hopscotch.harness.repair;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hopscotch.model.evolution.Change;
import org.hopscotch.model.schema.Count;
import org.hopscotch.model.schema.Existence;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.Section;

/// The order of fields: as it was, or with what says how to read a field before it.
final class OrderCandidates implements Candidate.Source {
  @Override
  public Stream<Candidate> of(Situation situation) {
    List<Candidate> all = new ArrayList<>();
    for (Owned owned : Owned.sections(situation)) {
      owned.before().ifPresent(before -> restored(situation, owned, before).ifPresent(all::add));
      Section now = owned.section();
      for (int i = 0; i < now.fields().size(); i++) {
        for (int j = i + 1; j < now.fields().size(); j++) {
          if (asked(now.fields().get(i)).contains(now.fields().get(j).name())) {
            all.add(moved(situation, owned, now.fields().get(j), now.fields().get(i)));
          }
        }
      }
    }
    return all.stream();
  }

  private static Optional<Candidate> restored(Situation situation, Owned owned, Section before) {
    Section now = owned.section();
    List<Field> missing = new ArrayList<>(before.fields());
    boolean same =
        now.fields().size() == before.fields().size()
            && now.fields().stream().allMatch(missing::remove);
    if (!same || now.fields().equals(before.fields())) {
      return Optional.empty();
    }
    return Optional.of(
        new Candidate(
            RepairKind.ORDER,
            new FieldEdit(situation.newer(), owned.type(), now).to(before.fields()),
            "In %s, the fields of %s have the order that they had."
                .formatted(situation.newer(), now.name())));
  }

  private static Candidate moved(Situation situation, Owned owned, Field field, Field before) {
    String section = owned.section().name();
    return new Candidate(
        RepairKind.ORDER,
        "In %s, %s stands before %s, which cannot be loaded without it."
            .formatted(situation.newer(), field.name(), before.name()),
        new Change.RemoveField(owned.type(), section, field.name()),
        new Change.AddField(owned.type(), section, field, Optional.of(before.name())));
  }

  /// {@return the members that have to be known when a field is loaded}
  private static Set<String> asked(Field field) {
    Set<String> members = new HashSet<>();
    if (field.existence() instanceof Existence.Test(Expression test)) {
      collect(members, test);
    }
    switch (field.type()) {
      case FieldType.Array(FieldType.Element element, Count count, _, _) -> {
        collect(members, count);
        collect(members, element);
      }
      case FieldType.PointerArray(_, Count count, _) -> collect(members, count);
      case FieldType.Element element -> collect(members, element);
      case FieldType.Validate _ -> {}
    }
    return members;
  }

  private static void collect(Set<String> members, FieldType.Element element) {
    switch (element) {
      case FieldType.Buffer(Count length, _, _) -> collect(members, length);
      case FieldType.Bitmap(Count bits) -> collect(members, bits);
      case FieldType.Custom(_, Count length) -> collect(members, length);
      case FieldType.Scalar _, FieldType.Unused _, FieldType.Struct _, FieldType.VStruct _ -> {}
      case FieldType.WithTmp _, FieldType.List _, FieldType.Tree _, FieldType.Fd _ -> {}
      case FieldType.PciConfig _, FieldType.PciIrqState _, FieldType.MsixState _ -> {}
    }
  }

  private static void collect(Set<String> members, Count count) {
    if (count instanceof Count.OfMember(String member, _)) {
      members.add(member);
    }
  }

  private static void collect(Set<String> members, Expression expression) {
    switch (expression) {
      case Expression.Member(String path) -> members.add(path);
      case Expression.Unary u -> collect(members, u.operand());
      case Expression.Binary b -> {
        collect(members, b.left());
        collect(members, b.right());
      }
      case Expression.Conditional c -> {
        collect(members, c.condition());
        collect(members, c.then());
        collect(members, c.otherwise());
      }
      case Expression.Constant _, Expression.Property _, Expression.Version _ -> {}
      case Expression.Unknown _ -> {}
    }
  }
}
