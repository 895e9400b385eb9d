package org.hopscotch.model.evolution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.hopscotch.model.schema.Count;
import org.hopscotch.model.schema.Existence;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.Hook;
import org.hopscotch.model.schema.Hooks;
import org.hopscotch.model.schema.ScalarType;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Subsection;

/// In which ways a section differs from what it was.
final class SectionKinds {
  private final SortedSet<String> kinds;

  SectionKinds(SortedSet<String> kinds) {
    this.kinds = kinds;
  }

  void sections(Section older, Section newer) {
    changed("section renamed", older.name(), newer.name());
    number("version", older.versionId(), newer.versionId());
    number("minimum", older.minimumVersionId(), newer.minimumVersionId());
    changed("load_state_old changed", older.loadStateOld(), newer.loadStateOld());
    hooks(older.hooks(), newer.hooks());
    fields(older.fields(), newer.fields());
    subsections(older.subsections(), newer.subsections());
  }

  private void hooks(Hooks older, Hooks newer) {
    hook("pre_save", older.preSave(), newer.preSave());
    hook("pre_load", older.preLoad(), newer.preLoad());
    hook("post_load", older.postLoad(), newer.postLoad());
    hook("post_save", older.postSave(), newer.postSave());
  }

  private void hook(String name, Hook older, Hook newer) {
    if (!older.equals(newer)) {
      boolean first = older.statements().isEmpty();
      boolean last = newer.statements().isEmpty();
      kinds.add(name + (first ? " added" : last ? " removed" : " changed"));
    }
  }

  private void subsections(List<Subsection> older, List<Subsection> newer) {
    List<Subsection> left = new ArrayList<>(older);
    for (Subsection one : newer) {
      Optional<Subsection> before =
          left.stream().filter(other -> suffix(other).equals(suffix(one))).findFirst();
      if (before.isEmpty()) {
        kinds.add("subsection added");
      } else {
        left.remove(before.get());
        changed("needed changed", before.get().needed(), one.needed());
        sections(before.get().section(), one.section());
      }
    }
    if (!left.isEmpty()) {
      kinds.add("subsection removed");
    }
  }

  /// What stays of a name when the section around is renamed.
  private static String suffix(Subsection subsection) {
    String name = subsection.section().name();
    return name.substring(name.lastIndexOf('/') + 1);
  }

  // ---- fields

  private void fields(List<Field> older, List<Field> newer) {
    List<Integer> places = new ArrayList<>();
    for (Field one : newer) {
      int before = place(older, one.name(), places);
      if (before < 0) {
        kinds.add("field added");
      } else {
        places.add(before);
        field(older.get(before), one);
      }
    }
    if (places.size() < older.size()) {
      kinds.add("field removed");
    }
    if (!places.equals(places.stream().sorted().toList())) {
      kinds.add("field moved");
    }
  }

  /// {@return where the first field of a name is that has not been taken; -1 without one}
  private static int place(List<Field> fields, String name, List<Integer> taken) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).name().equals(name) && !taken.contains(i)) {
        return i;
      }
    }
    return -1;
  }

  private void field(Field older, Field newer) {
    existence(older.existence(), newer.existence());
    if (older.type().equals(newer.type())) {
      return;
    }
    Optional<Section> before = inside(older.type());
    Optional<Section> now = inside(newer.type());
    if (before.isPresent() && now.isPresent() && word(older.type()).equals(word(newer.type()))) {
      changed("count changed", count(older.type()), count(newer.type()));
      sections(before.get(), now.get());
    } else if (word(older.type()).equals(word(newer.type()))) {
      kinds.add("field length changed");
    } else {
      kinds.add("field type %s to %s".formatted(word(older.type()), word(newer.type())));
    }
  }

  private void existence(Existence older, Existence newer) {
    if (older.equals(newer)) {
      return;
    }
    boolean tested = older instanceof Existence.Test || newer instanceof Existence.Test;
    kinds.add(tested ? "field test changed" : "field version changed");
  }

  private static Optional<Section> inside(FieldType type) {
    return type.elementType()
        .flatMap(element ->
            switch (element) {
              case FieldType.Struct(Section section) -> Optional.of(section);
              case FieldType.VStruct(Section section, _) -> Optional.of(section);
              case FieldType.WithTmp(Section scratch) -> Optional.of(scratch);
              case FieldType.List(_, Section node) -> Optional.of(node);
              case FieldType.Tree(_, Section value) -> Optional.of(value);
              case FieldType.Scalar _, FieldType.Buffer _, FieldType.Unused _ -> Optional.empty();
              case FieldType.Bitmap _, FieldType.Fd _, FieldType.PciConfig _ -> Optional.empty();
              case FieldType.PciIrqState _, FieldType.MsixState _ -> Optional.empty();
              case FieldType.Custom _ -> Optional.empty();
            });
  }

  private static Optional<Count> count(FieldType type) {
    return switch (type) {
      case FieldType.Array array -> Optional.of(array.count());
      case FieldType.PointerArray pointers -> Optional.of(pointers.count());
      case FieldType.Element _, FieldType.Validate _ -> Optional.empty();
    };
  }

  /// A type without numbers. A VMStateInfo of somebody's own has a name that is his.
  private static String word(FieldType type) {
    return switch (type) {
      case FieldType.Validate _ -> "validate";
      case FieldType.Element element -> word(element);
      case FieldType.Array array -> "array of " + word(array.element());
      case FieldType.PointerArray pointers -> "pointers to " + word(pointers.element());
    };
  }

  private static String word(FieldType.Element element) {
    return switch (element) {
      case FieldType.Scalar(ScalarType type) -> type.wireName();
      case FieldType.Custom _ -> "custom";
      case FieldType.Buffer _, FieldType.Unused _, FieldType.Bitmap _ -> element.describedType();
      case FieldType.Struct _, FieldType.VStruct _, FieldType.WithTmp _ -> element.describedType();
      case FieldType.List _, FieldType.Tree _, FieldType.Fd _ -> element.describedType();
      case FieldType.PciConfig _, FieldType.PciIrqState _, FieldType.MsixState _ ->
          element.describedType();
    };
  }

  // ---- whatever it is

  private void changed(String kind, Object older, Object newer) {
    if (!older.equals(newer)) {
      kinds.add(kind);
    }
  }

  private void number(String what, int older, int newer) {
    if (older != newer) {
      kinds.add(what + (newer > older ? " raised" : " lowered"));
    }
  }
}
