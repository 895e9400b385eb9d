package org.hopscotch.generators;

import java.util.List;
import java.util.Optional;
import org.hopscotch.generators.choice.Choices;
import org.hopscotch.model.schema.Count;
import org.hopscotch.model.schema.Existence;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.FieldType.Element;
import org.hopscotch.model.schema.FieldType.ListKind;
import org.hopscotch.model.schema.FieldType.Markers;
import org.hopscotch.model.schema.FieldType.Storage;
import org.hopscotch.model.schema.Hooks;
import org.hopscotch.model.schema.ScalarType;
import org.hopscotch.model.schema.Section;

/// Draws the fields of one section: first how many there are of what travels, then what it is.
final class FieldTypes {
  private static final List<ScalarType> PLAIN =
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
  private static final List<ScalarType> CHECKED =
      List.of(
          ScalarType.UINT8_EQUAL,
          ScalarType.UINT16_EQUAL,
          ScalarType.INT32_EQUAL,
          ScalarType.UINT32_EQUAL,
          ScalarType.UINT64_EQUAL,
          ScalarType.INT32_POSITIVE_LE);
  private static final List<ScalarType> KEYS = List.of(ScalarType.UINT32, ScalarType.UINT64);
  private static final long STRUCTURED =
      bits(
          SectionFeature.STRUCT,
          SectionFeature.VSTRUCT,
          SectionFeature.QTAILQ,
          SectionFeature.QLIST,
          SectionFeature.TREE,
          SectionFeature.SCRATCH);
  private static final long RESTS_ON_CONFIGURATION =
      bits(SectionFeature.CHECKED, SectionFeature.MSIX, SectionFeature.FD);
  private static final long HAS_NO_MEMBER =
      bits(
          SectionFeature.SCRATCH,
          SectionFeature.MSIX,
          SectionFeature.VALIDATE,
          SectionFeature.PACKED,
          SectionFeature.FD,
          SectionFeature.PCI_CONFIG);

  /// What is loaded with the version of its field.
  private static final long VERSIONED =
      bits(
          SectionFeature.QTAILQ, SectionFeature.QLIST, SectionFeature.TREE, SectionFeature.SCRATCH);

  private static final int WHEN = 8;
  private static final int SINCE = WHEN - 2;
  private static final int TEST = WHEN - 1;
  private static final long SINGLE = 1;
  private static final int DEEPEST = 3;
  private static final int LONGEST = 4;
  private static final int LONGEST_BUFFER = 24;

  private final Choices choices;
  private final long swarm;
  private final Sections sections;
  private final Draft draft;
  private final int version;
  private final int depth;

  FieldTypes(Choices choices, long swarm, Sections sections, Draft draft, int version, int depth) {
    this.choices = choices;
    this.swarm = swarm;
    this.sections = sections;
    this.draft = draft;
    this.version = version;
    this.depth = depth;
  }

  private static long bits(SectionFeature... features) {
    long bits = 0;
    for (SectionFeature feature : features) {
      bits |= feature.bit();
    }
    return bits;
  }

  /// Adds a field, always with as many choices for one kind as for another of its size: so that
  /// what is simple comes first, not what takes fewer words.
  ///
  /// @return the newest field
  Field draw() {
    boolean again = SectionFeature.SAME_NAME.in(swarm) && choices.chance(1, 16);
    SectionFeature shape = shape();
    boolean made = shape == SectionFeature.ALLOCATED || shape == SectionFeature.MARKED_POINTERS;
    SectionFeature kind = kind(shape, made || draft.madeByLoader());
    int when = choices.below(WHEN);
    Optional<Field> former =
        draft.fields().stream().filter(f -> f.type() instanceof FieldType.Scalar).findFirst();
    if (again && former.isPresent()) {
      draft.add(former.get());
    } else if (kind == SectionFeature.PACKED) {
      choices.below(2);
      draft.addPacked();
    } else if (kind == SectionFeature.VALIDATE) {
      Expression holds = new Expression.Unary(Expression.Prefix.NOT, draft.never(choices));
      draft.add(
          new Field(draft.newName("valid"), new FieldType.Validate(), new Existence.Test(holds)));
    } else {
      add(shape, kind, made, when);
    }
    return draft.fields().getLast();
  }

  private void add(SectionFeature shape, SectionFeature kind, boolean made, int when) {
    Count count = shape == SectionFeature.SCALAR ? Count.of(1) : count(shape);
    boolean versioned = (VERSIONED & kind.bit()) != 0;
    int elementVersion = versioned ? choices.below(version + 1) : 0;
    Element element = element(kind, shape != SectionFeature.SCALAR, made, elementVersion);
    Field field = new Field(name(element), several(shape, element, count));
    if (versioned) {
      draft.add(field.since(elementVersion));
    } else if (when == SINCE && SectionFeature.SINCE.in(swarm)) {
      draft.add(field.since(choices.below(version + 2)));
    } else if (when == TEST && SectionFeature.TEST.in(swarm)) {
      draft.add(field.test(draft.drawCondition(choices)));
    } else if (element instanceof FieldType.Scalar(ScalarType type)
        && shape == SectionFeature.SCALAR
        && !CHECKED.contains(type)) {
      draft.addNumber(field);
    } else {
      draft.add(field);
    }
  }

  private String name(Element element) {
    return switch (element) {
      case FieldType.Unused _ -> "unused";
      case FieldType.WithTmp _ -> "tmp";
      case FieldType.MsixState _ -> "msix";
      case FieldType.Scalar _, FieldType.Buffer _, FieldType.Bitmap _ -> draft.newName("f");
      case FieldType.Struct _, FieldType.VStruct _ -> draft.newName("f");
      case FieldType.List _, FieldType.Tree _ -> draft.newName("f");
      case FieldType.Fd _, FieldType.PciConfig _, FieldType.PciIrqState _ -> draft.newName("f");
      case FieldType.Custom _ -> draft.newName("f");
    };
  }

  // ---- how many

  /// {@return a way to have several, or {@link SectionFeature#SCALAR} for one}
  private SectionFeature shape() {
    long on = SINGLE | swarm >>> SectionFeature.ELEMENTS << 1;
    if (draft.madeByLoader()) {
      on &= ~(SectionFeature.POINTERS.bit() >>> SectionFeature.ELEMENTS << 1);
    }
    boolean several = choices.chance(1, 3);
    int drawn = several ? choices.oneOf(on, SectionFeature.SHAPES) : 0;
    return drawn == 0
        ? SectionFeature.SCALAR
        : SectionFeature.at(SectionFeature.ELEMENTS + drawn - 1);
  }

  private Count count(SectionFeature shape) {
    return switch (shape) {
      case ARRAY, SUB_ARRAY -> fixed();
      case VARRAY, ALLOCATED -> ofMember(3);
      default -> choices.chance(1, 3) ? ofMember(1) : fixed();
    };
  }

  private Count fixed() {
    return Count.of(choices.below((LONGEST >> depth) + 2));
  }

  private Count ofMember(int mostTimes) {
    return new Count.OfMember(draft.drawCount(choices), 1 + choices.below(mostTimes));
  }

  private FieldType several(SectionFeature shape, Element element, Count count) {
    return switch (shape) {
      case ARRAY, VARRAY -> new FieldType.Array(element, count, 0, Storage.KEPT);
      case SUB_ARRAY -> new FieldType.Array(element, count, 1 + choices.below(2), Storage.KEPT);
      case ALLOCATED -> new FieldType.Array(element, count, 0, Storage.ALLOCATED);
      case POINTERS -> new FieldType.PointerArray(element, count, Markers.FOR_NULL);
      case MARKED_POINTERS -> new FieldType.PointerArray(element, count, Markers.FOR_EACH);
      default -> element;
    };
  }

  // ---- of what

  private SectionFeature kind(SectionFeature shape, boolean made) {
    long on = swarm | SectionFeature.SCALAR.bit();
    on &= (1L << SectionFeature.ELEMENTS) - 1;
    if (depth >= DEEPEST) {
      on &= ~STRUCTURED;
    }
    if (made) {
      on &= ~RESTS_ON_CONFIGURATION;
    }
    if (shape != SectionFeature.SCALAR) {
      on &= ~HAS_NO_MEMBER;
    }
    if (shape == SectionFeature.POINTERS || shape == SectionFeature.MARKED_POINTERS) {
      on &= ~SectionFeature.UNUSED.bit();
    }
    SectionFeature kind = SectionFeature.at(choices.oneOf(on, SectionFeature.ELEMENTS));
    // Where a file descriptor is, nothing travels but through a socket.
    return kind == SectionFeature.FD && !choices.chance(1, 16) ? SectionFeature.SCALAR : kind;
  }

  private Element element(SectionFeature kind, boolean several, boolean made, int elementVersion) {
    return switch (kind) {
      case BUFFER -> buffer();
      case STRUCT -> new FieldType.Struct(struct(several, made));
      case UNUSED -> new FieldType.Unused(choices.below(LONGEST_BUFFER));
      case BITMAP ->
          new FieldType.Bitmap(
              choices.chance(1, 2)
                  ? new Count.OfMember(draft.drawCount(choices), 33)
                  : Count.of(choices.below(130)));
      case CHECKED -> new FieldType.Scalar(choices.oneOf(CHECKED));
      case VSTRUCT -> {
        Section section = struct(several, made);
        int least = section.minimumVersionId();
        yield new FieldType.VStruct(
            section, least + choices.below(section.versionId() - least + 1));
      }
      case QTAILQ -> new FieldType.List(ListKind.QTAILQ, node(elementVersion));
      case QLIST -> new FieldType.List(ListKind.QLIST, node(elementVersion));
      case TREE ->
          new FieldType.Tree(
              choices.chance(1, 2) ? Optional.of(key(elementVersion)) : Optional.empty(),
              node(elementVersion));
      case SCRATCH -> new FieldType.WithTmp(draft.drawScratch(choices, elementVersion));
      case PCI_CONFIG -> new FieldType.PciConfig(choices.oneOf(List.of(64, 256)));
      case PCI_IRQ -> new FieldType.PciIrqState();
      case MSIX -> new FieldType.MsixState();
      case CUSTOM -> new FieldType.Custom("custom", Count.of(choices.below(LONGEST_BUFFER)));
      case FD -> new FieldType.Fd();
      default -> new FieldType.Scalar(choices.oneOf(PLAIN));
    };
  }

  private FieldType.Buffer buffer() {
    int start = choices.chance(1, 4) ? 1 + choices.below(3) : 0;
    if (choices.chance(1, 3)) {
      Storage storage = choices.chance(1, 2) ? Storage.ALLOCATED : Storage.KEPT;
      return new FieldType.Buffer(ofMember(8), storage == Storage.KEPT ? start : 0, storage);
    }
    return new FieldType.Buffer(Count.of(choices.below(LONGEST_BUFFER)), start, Storage.KEPT);
  }

  private Section struct(boolean several, boolean made) {
    return sections.struct(draft, several, made, depth + 1);
  }

  private Section node(int nodeVersion) {
    return sections.made(draft, nodeVersion, depth + 1);
  }

  /// All of a key must travel, or different keys arrive as one.
  private Section key(int nodeVersion) {
    List<Field> parts =
        choices.list(
            "part",
            1,
            2,
            _ -> new Field(draft.newName("k"), new FieldType.Scalar(choices.oneOf(KEYS))));
    return new Section(sections.nextName(), nodeVersion, nodeVersion, parts, List.of(), Hooks.NONE);
  }
}
