package org.hopscotch.corpus.known;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.hopscotch.model.release.Version;
import org.hopscotch.model.schema.Count;
import org.hopscotch.model.schema.Existence;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.FieldType.Element;
import org.hopscotch.model.schema.Hook;
import org.hopscotch.model.schema.Hooks;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Statement;
import org.hopscotch.model.schema.Subsection;

/// All that is known, and how it is added to what was imported.
public record Known(
    List<KnownSection> sections, List<KnownPciDevice> devices, List<KnownBlock> blocks) {

  /// Nothing.
  public static final Known NOTHING = new Known(List.of(), List.of(), List.of());

  public Known {
    sections = List.copyOf(sections);
    devices = List.copyOf(devices);
    blocks = List.copyOf(blocks);
  }

  /// {@return what holds for one release}
  public Known of(Version release) {
    return new Known(
        sections.stream().filter(section -> section.releases().include(release)).toList(),
        devices,
        blocks.stream().filter(block -> block.releases().include(release)).toList());
  }

  /// {@return the alias id of a section, where it has one}
  public OptionalInt alias(String section, long instance) {
    return sections.stream()
        .filter(known -> known.name().equals(section))
        .filter(known -> known.aliases().containsKey((int) instance))
        .mapToInt(known -> known.aliases().get((int) instance))
        .findFirst();
  }

  /// {@return how long a RAM block can become; empty for one of fixed length}
  public OptionalLong maxLength(String block) {
    return blocks.stream()
        .filter(known -> known.name().equals(block))
        .mapToLong(KnownBlock::maxLength)
        .findFirst();
  }

  /// {@return what is known of the PCI device that has a configuration space}
  public KnownPciDevice device(byte[] config) {
    return devices.stream()
        .filter(known -> known.fits(config))
        .findFirst()
        .orElse(KnownPciDevice.UNKNOWN);
  }

  /// {@return a section with all that is known of it and of those inside}
  public Section added(Section imported) {
    Section all =
        imported
            .withFields(imported.fields().stream().map(this::added).toList())
            .withSubsections(imported.subsections().stream().map(this::added).toList());
    for (KnownSection known : sections) {
      if (known.isAbout(imported)) {
        all = added(all, known);
      }
    }
    return all;
  }

  private Subsection added(Subsection subsection) {
    return new Subsection(added(subsection.section()), subsection.needed());
  }

  private Field added(Field field) {
    FieldType type =
        switch (field.type()) {
          case Element element -> added(element);
          case FieldType.Array(Element element, Count count, int start, var storage) ->
              new FieldType.Array(added(element), count, start, storage);
          case FieldType.PointerArray(Element element, Count count, var markers) ->
              new FieldType.PointerArray(added(element), count, markers);
          case FieldType.Validate validate -> validate;
        };
    return new Field(field.name(), type, field.existence());
  }

  private Element added(Element element) {
    return switch (element) {
      case FieldType.Struct(Section section) -> new FieldType.Struct(added(section));
      case FieldType.VStruct(Section section, int version) ->
          new FieldType.VStruct(added(section), version);
      case FieldType.WithTmp(Section section) -> new FieldType.WithTmp(added(section));
      case FieldType.List(var kind, Section section) -> new FieldType.List(kind, added(section));
      case FieldType.Tree(var key, Section value) ->
          new FieldType.Tree(key.map(this::added), added(value));
      case FieldType.Scalar _, FieldType.Buffer _, FieldType.Unused _, FieldType.Bitmap _ ->
          element;
      case FieldType.Fd _, FieldType.PciConfig _, FieldType.PciIrqState _ -> element;
      case FieldType.MsixState _, FieldType.Custom _ -> element;
    };
  }

  private Section added(Section imported, KnownSection known) {
    List<Field> fields = new ArrayList<>(imported.fields());
    known.fields().forEach(field -> add(fields, field));
    List<Subsection> subsections = new ArrayList<>(imported.subsections());
    known.subsections().forEach(subsection -> add(subsections, subsection));
    int minimum = known.minimumVersionId().orElse(imported.minimumVersionId());
    return imported
        .withVersions(imported.versionId(), minimum)
        .withFields(fields)
        .withSubsections(subsections)
        .with(joined(imported.hooks(), known.hooks()));
  }

  private static Hooks joined(Hooks first, Hooks second) {
    return new Hooks(
        joined(first.preSave(), second.preSave()),
        joined(first.preLoad(), second.preLoad()),
        joined(first.postLoad(), second.postLoad()),
        joined(first.postSave(), second.postSave()));
  }

  private static Hook joined(Hook first, Hook second) {
    List<Statement> all = new ArrayList<>(first.statements());
    all.addAll(second.statements());
    return new Hook(all);
  }

  private static void add(List<Field> fields, KnownField known) {
    switch (known) {
      case KnownField.Counted(String name, Count count) ->
          fields.replaceAll(field -> field.name().equals(name) ? counted(field, count) : field);
      case KnownField.Conditional(String name, Existence existence) ->
          fields.replaceAll(field ->
              field.name().equals(name) ? new Field(name, field.type(), existence) : field);
      case KnownField.Placed(String after, Field field) -> {
        int before = indexOf(fields, after);
        if (indexOf(fields, field.name()) >= 0) {
          add(fields, new KnownField.Conditional(field.name(), field.existence()));
        } else if (before >= 0 || after.isEmpty()) {
          fields.add(before + 1, field);
        }
      }
    }
  }

  private static int indexOf(List<Field> fields, String name) {
    return fields.stream().map(Field::name).toList().indexOf(name);
  }

  private static Field counted(Field field, Count count) {
    FieldType type =
        switch (field.type()) {
          case FieldType.Array(Element element, Count _, int start, var storage) ->
              new FieldType.Array(element, count, start, storage);
          case FieldType.Buffer(Count _, int start, var storage) ->
              new FieldType.Buffer(count, start, storage);
          case FieldType.PointerArray(Element element, Count _, var markers) ->
              new FieldType.PointerArray(element, count, markers);
          case Element element -> new FieldType.Array(element, count, 0, FieldType.Storage.KEPT);
          case FieldType.Validate validate -> validate;
        };
    return new Field(field.name(), type, field.existence());
  }

  /// What a capture has of a subsection counts; what only a dump tells of it does not.
  private void add(List<Subsection> subsections, Subsection known) {
    String name = known.section().name();
    int there = subsections.stream().map(one -> one.section().name()).toList().indexOf(name);
    if (there < 0) {
      subsections.add(known);
    } else if (subsections.get(there).needed().equals(Expression.FALSE)) {
      subsections.set(there, known);
    }
  }
}
