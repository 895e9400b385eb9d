package org.hopscotch.generators.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.hopscotch.generators.choice.Choices;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.Member;
import org.hopscotch.model.release.Property;
import org.hopscotch.model.release.PropertyKind;
import org.hopscotch.model.release.RamBlock;
import org.hopscotch.model.release.Registration;
import org.hopscotch.model.schema.Existence;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.Hook;
import org.hopscotch.model.schema.Hooks;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Statement;
import org.hopscotch.model.schema.Subsection;

/// Draws device types of some {@link Part}s, properties and subsections. A guest that has devices
/// of them arrives at a host of the same release.
final class DeviceTypes {
  private static final int MOST_PARTS = 6;
  private static final int MOST_PROPERTIES = 2;
  private static final int MOST_SUBSECTIONS = 2;
  private static final int NEWEST = 3;
  private static final int FEW = 4;
  private static final int RAM_PAGES = 4;
  private static final int PAGE_BYTES = 4096;
  private static final List<String> WORDS = List.of("none", "some", "all");
  private static final List<String> MACS = List.of("52:54:00:12:34:56", "52:54:00:00:00:01");

  private final Choices choices;
  private final Names names;
  private final long parts;

  /// @param parts a swarm of {@link PartKind}s
  DeviceTypes(Choices choices, Names names, long parts) {
    this.choices = choices;
    this.names = names;
    this.parts = parts;
  }

  /// {@return a type, perhaps with an abstract one that it is a kind of}
  ///
  /// @param others that are there already: an abstract one may be its parent too
  List<DeviceType> draw(List<DeviceType> others) {
    List<DeviceType> drawn = new ArrayList<>();
    Optional<String> parent =
        others.stream().filter(DeviceType::isAbstract).map(DeviceType::name).findFirst();
    if (!choices.chance(1, 3)) {
      parent = Optional.empty();
    } else if (parent.isEmpty()) {
      DeviceType base = base();
      drawn.add(base);
      parent = Optional.of(base.name());
    }
    drawn.add(concrete(names.section("device"), parent));
    return drawn;
  }

  private DeviceType base() {
    return new DeviceType(
        names.section("kind"),
        Optional.empty(),
        Set.of(),
        true,
        properties(),
        List.of(),
        Optional.empty(),
        Registration.USUAL,
        List.of(),
        List.of());
  }

  private DeviceType concrete(String name, Optional<String> parent) {
    List<Property> properties = new ArrayList<>(properties());
    List<Member> members = new ArrayList<>();
    List<Field> fields = new ArrayList<>();
    int version = choices.below(NEWEST + 1);
    Section[] section = {new Section(name, version, choices.below(version + 1))};
    choices.list(
        "part",
        1,
        MOST_PARTS,
        _ -> {
          Part part = part(properties);
          members.addAll(part.members());
          part.fields().forEach(field -> fields.add(since(field, version)));
          section[0] = part.hooked(section[0]);
          return part;
        });
    List<Subsection> subsections =
        choices.list(
            "subsection", 0, MOST_SUBSECTIONS, _ -> subsection(name, properties, members, section));
    Section whole = section[0].withFields(fields).withSubsections(subsections);
    return new DeviceType(
        name,
        parent,
        choices.chance(1, 8) ? Set.of("interface-" + name) : Set.of(),
        false,
        properties,
        members,
        Optional.of(whole),
        registration(),
        choices.chance(1, 8) ? List.of(ram()) : List.of(),
        List.of());
  }

  /// A part, rarely one that the device has only while a property is on.
  private Part part(List<Property> properties) {
    Part part = PartKind.drawn(choices, parts).draw(choices, names);
    if (choices.chance(1, 6)) {
      Property feature = feature(choices.chance(1, 2) ? "on" : "off");
      properties.add(feature);
      part = part.under(Say.property(feature.name()));
    }
    return part;
  }

  private Property feature(String initial) {
    return new Property(names.next("feature"), new PropertyKind.Bool(), initial).visibleToGuest();
  }

  /// Rarely from a version on that all have.
  private Field since(Field field, int version) {
    boolean plain = field.existence().equals(Existence.ALWAYS) && !isVersioned(field.type());
    if (plain && field.name().startsWith("spare") && choices.chance(1, 2)) {
      // Of a version that is not there yet, so that it stays at home.
      return field.since(version + 1);
    }
    return plain && choices.chance(1, 6) ? field.since(choices.below(version + 1)) : field;
  }

  /// {@return whether parts of a field are loaded with the field's version}
  static boolean isVersioned(FieldType type) {
    return type instanceof FieldType.List
        || type instanceof FieldType.Tree
        || type instanceof FieldType.WithTmp;
  }

  private Subsection subsection(
      String parent, List<Property> properties, List<Member> members, Section[] around) {
    String name = parent + "/" + names.section("more");
    int version = choices.below(NEWEST + 1);
    if (choices.chance(1, 2)) {
      Part part = NumberParts.scalar(choices, names);
      Member member = part.members().getFirst();
      long usual = usual(member);
      members.add(member);
      if (choices.chance(1, 2)) {
        around[0] = preLoaded(around[0], member.name(), usual);
      }
      return new Subsection(
          new Section(name, version, choices.below(version + 1), part.fields().getFirst()),
          Say.differs(member.name(), usual));
    }
    Property feature = feature(choices.chance(1, 2) ? "on" : "off");
    properties.add(feature);
    Part part = part(properties);
    part.under(Say.property(feature.name())).members().forEach(members::add);
    Section section =
        new Section(name, version, choices.below(version + 1)).withFields(part.fields());
    return new Subsection(part.hooked(section), Say.property(feature.name()));
  }

  /// {@return the value that a reset gives a member of one number}
  static long usual(Member member) {
    return ((Expression.Constant) member.reset().orElse(Expression.FALSE)).value();
  }

  static Section preLoaded(Section section, String member, long value) {
    Hooks hooks = section.hooks();
    List<Statement> all = new ArrayList<>(hooks.preLoad().statements());
    all.add(new Statement.Assignment(member, Say.number(value)));
    return section.with(
        new Hooks(hooks.preSave(), new Hook(all), hooks.postLoad(), hooks.postSave()));
  }

  // ---- properties

  private List<Property> properties() {
    return choices.list("property", 0, MOST_PROPERTIES, _ -> property());
  }

  private Property property() {
    String name = names.next("option");
    PropertyKind kind =
        choices.oneOf(
            List.of(
                new PropertyKind.Bool(),
                new PropertyKind.Int(16, false),
                new PropertyKind.Int(32, true),
                new PropertyKind.Size(64),
                new PropertyKind.Enumeration(WORDS),
                new PropertyKind.Text(),
                new PropertyKind.MacAddress()));
    Property property = new Property(name, kind, choices.oneOf(texts(kind)));
    return choices.chance(1, 2) ? property.visibleToGuest() : property;
  }

  /// {@return a value of a property that is another than its default}
  static String other(Choices choices, Property property) {
    List<String> others =
        texts(property.kind()).stream().filter(text -> !text.equals(property.initial())).toList();
    return choices.oneOf(others);
  }

  private static List<String> texts(PropertyKind kind) {
    return switch (kind) {
      case PropertyKind.Bool _ -> List.of("off", "on");
      case PropertyKind.Int _ -> List.of("1", "2", "4", "0x10");
      case PropertyKind.Size _ -> List.of("4K", "8K", "1M");
      case PropertyKind.Enumeration(List<String> words) -> words;
      case PropertyKind.Text _ -> List.of("a", "b");
      case PropertyKind.MacAddress _ -> MACS;
      case PropertyKind.PciDevfn _ -> List.of("01.0", "02.0");
      case PropertyKind.Uuid _ -> List.of("auto", "00000000-0000-0000-0000-000000000001");
      case PropertyKind.Array(PropertyKind element) -> texts(element);
    };
  }

  // ---- how it is registered

  private Registration registration() {
    return switch (choices.below(2 * FEW)) {
      case 1 -> Registration.USUAL.priority(choices.below(FEW));
      case 2 -> Registration.USUAL.instanceId(Say.number(choices.below(FEW)));
      case 3 -> Registration.USUAL.sentEarly();
      case 4 ->
          new Registration(
              0,
              Optional.of(Say.number(choices.below(FEW))),
              OptionalInt.of(FEW + choices.below(FEW)),
              Expression.TRUE,
              Expression.TRUE,
              Expression.FALSE,
              false);
      default -> Registration.USUAL;
    };
  }

  private RamBlock ram() {
    return new RamBlock(
        names.next("rom"),
        Say.number((long) PAGE_BYTES * (1 + choices.below(RAM_PAGES))),
        choices.chance(1, 2) ? (long) PAGE_BYTES * RAM_PAGES : 0);
  }
}
