package org.hopscotch.model.evolution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Subsection;

/// How the section of a device type becomes another one. A change names a section and means all of
/// that name, wherever nested: those that do not become the same are told with what is around them.
final class SectionDifferences {
  private final String type;
  private final String root;
  private final boolean isNestedTold;
  private final Set<String> ambiguous;
  private final Map<String, List<Section>> told = new HashMap<>();
  private final Set<String> clashes = new HashSet<>();
  private final List<Change> changes = new ArrayList<>();

  private SectionDifferences(
      String type, String root, boolean isNestedTold, Set<String> ambiguous) {
    this.type = type;
    this.root = root;
    this.isNestedTold = isNestedTold;
    this.ambiguous = ambiguous;
  }

  /// {@return the changes, in order}
  static List<Change> between(String type, Section from, Section to) {
    List<Change> whole = List.of(new Change.SetSection(type, to));
    if (!mayBecome(from, to)) {
      return whole;
    }
    DeviceType before = DeviceType.named(type).withSection(from);
    DeviceType after = DeviceType.named(type).withSection(to);
    for (boolean isNestedTold : List.of(true, false)) {
      List<Change> parts = parts(type, from, to, isNestedTold);
      if (TypeDifferences.lead(before, parts, after)) {
        return parts;
      }
    }
    return whole;
  }

  private static List<Change> parts(String type, Section from, Section to, boolean isNestedTold) {
    Set<String> ambiguous = new HashSet<>();
    while (true) {
      SectionDifferences differences =
          new SectionDifferences(type, from.name(), isNestedTold, ambiguous);
      differences.tell(from, to);
      if (!ambiguous.addAll(differences.clashes)) {
        return differences.changes;
      }
    }
  }

  /// {@return whether changes of parts can lead there: none takes a `load_state_old` away}
  private static boolean mayBecome(Section from, Section to) {
    return from.loadStateOld().isEmpty() || to.loadStateOld().isPresent();
  }

  private void tell(Section from, Section to) {
    Section now = from;
    if (!from.name().equals(to.name())) {
      now = renamed(from, from.name(), to.name());
    }
    now = now.withFields(nestedToldFields(now.fields(), to.fields()));
    now = withSubsectionsRenamed(now, to);
    tellSubsections(now, to);
    if (now.versionId() != to.versionId() || now.minimumVersionId() != to.minimumVersionId()) {
      changes.add(new Change.SetVersions(type, to.name(), to.versionId(), to.minimumVersionId()));
    }
    changes.addAll(FieldDifferences.between(type, to.name(), now.fields(), to.fields()));
    if (!now.hooks().equals(to.hooks())) {
      changes.add(new Change.SetHooks(type, to.name(), to.hooks()));
    }
    if (!now.loadStateOld().equals(to.loadStateOld())) {
      changes.add(new Change.SetLoadStateOld(type, to.name(), to.loadStateOld().orElseThrow()));
    }
  }

  private Section renamed(Section section, String from, String to) {
    changes.add(new Change.RenameSection(type, from, to));
    return Evolution.renamed(section, from, to);
  }

  /// Tells of a section inside another one, once for all of its name.
  private void tellNested(Section from, Section to) {
    List<Section> both = List.of(from, to);
    List<Section> before = told.putIfAbsent(from.name(), both);
    if (before == null) {
      tell(from, to);
    } else if (!before.equals(both)) {
      clashes.add(from.name());
    }
  }

  private boolean mayTellNested(Section from, Section to) {
    return isNestedTold
        && !from.name().equals(root)
        && !ambiguous.contains(from.name())
        && mayBecome(from, to);
  }

  // ---- fields

  /// {@return the fields after what is inside them has been told}
  private List<Field> nestedToldFields(List<Field> from, List<Field> to) {
    int[] partners = FieldDifferences.partners(from, to);
    List<Field> now = new ArrayList<>(from);
    for (int i = 0; i < partners.length; i++) {
      if (partners[i] >= 0 && isToldInside(from.get(i), to.get(partners[i]))) {
        now.set(i, to.get(partners[i]));
      }
    }
    return now;
  }

  private boolean isToldInside(Field from, Field to) {
    if (from.equals(to) || !NestedSections.isAllThatDiffers(from, to)) {
      return false;
    }
    List<Section> after = NestedSections.of(to);
    Iterator<Section> next = after.iterator();
    if (!NestedSections.of(from).stream().allMatch(one -> mayTellNested(one, next.next()))) {
      return false;
    }
    Iterator<Section> again = after.iterator();
    NestedSections.of(from).forEach(one -> tellNested(one, again.next()));
    return true;
  }

  // ---- subsections

  /// {@return a section in which those subsections have their new names that are else as before}
  private Section withSubsectionsRenamed(Section from, Section to) {
    Section now = from;
    for (Subsection old : from.subsections()) {
      Optional<String> name = newName(old, now, to);
      if (name.isPresent()) {
        Section by = renamed(old.section(), old.section().name(), name.get());
        now = now.withSubsections(replaced(now.subsections(), old, by));
      }
    }
    return now;
  }

  private static Optional<String> newName(Subsection old, Section now, Section to) {
    if (find(to, old.section().name()).isPresent()) {
      return Optional.empty();
    }
    return to.subsections().stream()
        .map(Subsection::section)
        .filter(one -> find(now, one.name()).isEmpty() && isOnlyRenamed(old, one))
        .map(Section::name)
        .findFirst();
  }

  private static boolean isOnlyRenamed(Subsection old, Section other) {
    return Evolution.renamed(old.section(), old.section().name(), other.name()).equals(other);
  }

  private static List<Subsection> replaced(List<Subsection> all, Subsection old, Section by) {
    return all.stream()
        .map(one -> one.equals(old) ? new Subsection(by, old.needed()) : one)
        .toList();
  }

  private static Optional<Subsection> find(Section section, String subsection) {
    return section.subsections().stream()
        .filter(one -> one.section().name().equals(subsection))
        .findFirst();
  }

  private void tellSubsections(Section from, Section to) {
    NamedDifference<Subsection> difference =
        NamedDifference.between(from.subsections(), to.subsections(), this::mayStay);
    for (NamedDifference.Stay<Subsection> stay : difference.stays()) {
      Section after = stay.to().section();
      if (!stay.from().section().equals(after)) {
        tellNested(stay.from().section(), after);
      }
      if (!stay.from().needed().equals(stay.to().needed())) {
        changes.add(new Change.SetNeeded(type, after.name(), stay.to().needed()));
      }
    }
    for (Subsection gone : difference.removed()) {
      changes.add(new Change.RemoveSubsection(type, to.name(), gone.section().name()));
    }
    for (Subsection more : difference.added()) {
      changes.add(new Change.AddSubsection(type, to.name(), more));
    }
  }

  private boolean mayStay(Subsection from, Subsection to) {
    return from.section().equals(to.section())
        || (from.section().name().equals(to.section().name())
            && mayTellNested(from.section(), to.section()));
  }
}
