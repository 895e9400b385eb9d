package org.hopscotch.harness.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hopscotch.model.evolution.Change;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.Member;
import org.hopscotch.model.release.Origin;
import org.hopscotch.model.release.Property;
import org.hopscotch.model.release.PropertyValue;
import org.hopscotch.model.release.RamBlock;
import org.hopscotch.model.release.Registration;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.Section;

/// Makes a device type of a newer release be, while a property is off, what it was on an older.
///
/// @param property a bool that is on unless a row says otherwise
record Tie(Pair pair, String property) {

  /// What there may be to tie, the commonest first.
  enum Part {
    FIELDS(RepairKind.FIELD_TEST),
    SUBSECTIONS(RepairKind.SUBSECTION),
    /// Whether the section travels at all.
    SENDING(RepairKind.SUBSECTION),
    /// Where the section belongs.
    NAMING(RepairKind.IDENTITY),
    /// What members are after a reset.
    RESETS(RepairKind.DEFAULT),
    /// What members become out of what came.
    FILLING(RepairKind.DEFAULT),
    HOOKS(RepairKind.HOOK),
    /// Choices that properties leave to the machine.
    AUTOMATIC(RepairKind.DEFAULT),
    RAM(RepairKind.IDENTITY),
    /// A machine type that has no such thing does not look at its members.
    MEANING(RepairKind.DEFAULT);

    private final RepairKind kind;

    Part(RepairKind kind) {
      this.kind = kind;
    }

    RepairKind kind() {
      return kind;
    }
  }

  Expression on() {
    return new Expression.Property(property);
  }

  /// {@return the type that gets the property: the furthest one that anything changed belongs to}
  String owner() {
    List<String> lineage =
        pair.newer().lineage(pair.type()).stream().map(DeviceType::name).toList();
    int furthest = lineage.indexOf(pair.section().isPresent() ? pair.owner() : pair.type().name());
    for (Member member : TiedMembers.changed(pair)) {
      Optional<String> declaring = pair.declaringMember(member.name());
      if (declaring.isPresent()) {
        furthest = Math.max(furthest, lineage.indexOf(declaring.get()));
      }
    }
    return lineage.get(furthest);
  }

  /// {@return a name for what is new: of a field, subsection, member or the section}
  static String subject(Pair pair) {
    Optional<Section> now = pair.section();
    Optional<Section> before = pair.oldSection();
    if (now.isPresent() && before.isPresent()) {
      Optional<String> difference =
          TiedSection.difference(before.get(), now.get(), pair.device().bindings());
      if (difference.isPresent()) {
        return difference.get();
      }
    }
    return TiedMembers.changed(pair).stream()
        .map(Member::name)
        .findFirst()
        .orElseGet(() -> sending(pair) ? "migrate" : choice(pair));
  }

  private static boolean sending(Pair pair) {
    return !pair.newer()
        .type(pair.owner())
        .map(DeviceType::registration)
        .equals(pair.older().type(pair.owner()).map(DeviceType::registration));
  }

  private static String choice(Pair pair) {
    List<Property> old = pair.older().properties(pair.oldType().orElseThrow());
    return pair.newer().properties(pair.type()).stream()
        .filter(one -> !old.contains(one) && isChosen(pair, one))
        .map(one -> "choose-" + one.name())
        .findFirst()
        .orElse(pair.type().ram().isEmpty() ? "compat" : "ram");
  }

  /// A row may have kept a choice from being made already.
  private static boolean isChosen(Pair pair, Property property) {
    return pair.device()
        .property(property.name())
        .filter(one -> one.origin() instanceof Origin.Automatic)
        .isPresent();
  }

  /// {@return the changes that tie some parts; none where there is nothing to tie}
  List<Change> changes(Set<Part> parts) {
    List<Change> all = new ArrayList<>();
    Optional<Section> now = pair.section();
    Optional<Section> before = pair.oldSection();
    if (now.isPresent() && before.isPresent()) {
      TiedSection section =
          new TiedSection(pair.newer(), pair.owner(), on(), parts, pair.device().bindings());
      all.addAll(section.changes(before.get(), now.get(), filled(parts)));
    }
    registration(parts).ifPresent(all::add);
    all.addAll(new TiedMembers(pair, on(), parts).changes());
    if (parts.contains(Part.RAM)) {
      ram().ifPresent(all::add);
    }
    if (parts.contains(Part.AUTOMATIC)) {
      all.addAll(automatic());
    }
    return all;
  }

  private List<Member> filled(Set<Part> parts) {
    return parts.contains(Part.FILLING)
        ? TiedMembers.added(pair).stream().filter(this::isFilled).toList()
        : List.of();
  }

  /// What a reset cannot know has to be made out of what came.
  private boolean isFilled(Member member) {
    Constants constants = new Constants(pair.device().bindings(), 0);
    return member.implied().filter(one -> constants.of(one).isEmpty()).isPresent();
  }

  private Optional<Change> registration(Set<Part> parts) {
    if (pair.section().isEmpty()) {
      return Optional.empty();
    }
    Registration now = pair.newer().type(pair.owner()).orElseThrow().registration();
    Registration old = pair.older().type(pair.owner()).map(DeviceType::registration).orElse(now);
    Expression before = pair.oldSection().isEmpty() ? Expression.FALSE : old.needed();
    boolean sending = parts.contains(Part.SENDING);
    boolean naming = parts.contains(Part.NAMING) && pair.oldSection().isPresent();
    Registration tied =
        new Registration(
            now.priority(),
            naming ? instance(now, old) : now.instanceId(),
            now.aliasId(),
            naming ? Layout.either(on(), now.below(), old.below()) : now.below(),
            sending ? Layout.either(on(), now.needed(), before) : now.needed(),
            sending
                ? Layout.either(on(), now.unmigratable(), old.unmigratable())
                : now.unmigratable(),
            now.earlySetup());
    return tied.equals(now)
        ? Optional.empty()
        : Optional.of(new Change.SetRegistration(pair.owner(), tied));
  }

  private Optional<Expression> instance(Registration now, Registration old) {
    Expression counted = new Expression.Constant(-1);
    return now.instanceId().equals(old.instanceId())
        ? now.instanceId()
        : Optional.of(
            Layout.choose(
                on(), now.instanceId().orElse(counted), old.instanceId().orElse(counted)));
  }

  private Optional<Change> ram() {
    List<RamBlock> before = pair.oldType().orElseThrow().ram();
    List<RamBlock> now = pair.type().ram();
    List<RamBlock> tied = new ArrayList<>();
    for (RamBlock block : now) {
      tied.add(
          before.stream()
              .filter(old -> old.name().equals(block.name()))
              .map(old -> either(block, old))
              .findFirst()
              .orElse(present(block, Layout.either(on(), block.present(), Expression.FALSE))));
    }
    before.stream()
        .filter(old -> now.stream().noneMatch(block -> block.name().equals(old.name())))
        .map(old -> present(old, Layout.either(on(), Expression.FALSE, old.present())))
        .forEach(tied::add);
    return tied.equals(now)
        ? Optional.empty()
        : Optional.of(new Change.SetRam(pair.type().name(), tied));
  }

  private RamBlock either(RamBlock now, RamBlock old) {
    return new RamBlock(
        now.name(),
        Layout.choose(on(), now.usedLength(), old.usedLength()),
        now.maxLength(),
        Layout.either(on(), now.present(), old.present()),
        Layout.either(on(), now.below(), old.below()));
  }

  private static RamBlock present(RamBlock block, Expression present) {
    return new RamBlock(
        block.name(), block.usedLength(), block.maxLength(), present, block.below());
  }

  /// Choices that the older release does not make are made while the property is on. They see only
  /// what is declared before them, whose values they get as they are set.
  private List<Change> automatic() {
    List<Change> all = new ArrayList<>();
    for (Property now : pair.newer().properties(pair.type())) {
      Optional<Property> old =
          pair.older().properties(pair.oldType().orElseThrow()).stream()
              .filter(one -> one.name().equals(now.name()))
              .findFirst();
      if (now.automatic().isPresent()
          && isChosen(pair, now)
          && old.isPresent()
          && old.get().automatic().isEmpty()
          && old.get().value(old.get().initial()) instanceof PropertyValue.Scalar(long value)) {
        Expression choice =
            Layout.choose(on(), now.automatic().get().value(), new Expression.Constant(value));
        all.add(
            new Change.SetDefault(
                pair.declaring(now.name()),
                now.name(),
                now.initial(),
                Optional.of(new Property.Automatic(now.automatic().get().trigger(), choice))));
      }
    }
    return all;
  }
}
