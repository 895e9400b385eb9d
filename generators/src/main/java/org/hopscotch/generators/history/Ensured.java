package org.hopscotch.generators.history;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hopscotch.generators.choice.Choices;
import org.hopscotch.model.evolution.Change;
import org.hopscotch.model.evolution.Evolution;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.Member;
import org.hopscotch.model.release.Property;
import org.hopscotch.model.release.PropertyKind;
import org.hopscotch.model.release.RamBlock;
import org.hopscotch.model.release.Registration;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.schema.Families;
import org.hopscotch.model.schema.ScalarType;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Subsection;

/// A first release whose first device type gets what a defect needs.
final class Ensured {
  private static final int PAGE_BYTES = 4096;

  private final Choices choices;
  private final Names names;
  private final String type;
  private Release release;

  private Ensured(Choices choices, Names names, Release release) {
    this.choices = choices;
    this.names = names;
    this.release = release;
    this.type =
        release.types().stream()
            .filter(one -> one.section().isPresent())
            .map(DeviceType::name)
            .findFirst()
            .orElseThrow();
  }

  /// {@return a first release with all that a defect needs}
  static Release of(Choices choices, Names names, Release first, List<Defect.Need> needs) {
    Ensured ensured = new Ensured(choices, names, first);
    for (Defect.Need need : needs) {
      ensured = need.in(ensured);
    }
    return ensured.release;
  }

  private Ensured changed(Change change) {
    release = Evolution.changed(release, change);
    return this;
  }

  private String section() {
    return release.type(type).orElseThrow().section().orElseThrow().name();
  }

  Ensured part(PartKind kind) {
    return add(kind.draw(choices, names));
  }

  private Ensured add(Part part) {
    part.members().forEach(member -> changed(new Change.AddMember(type, member)));
    part.fields()
        .forEach(field -> changed(new Change.AddField(type, section(), field, Optional.empty())));
    return this;
  }

  Ensured scalar(ScalarType kind) {
    String name = names.next("reg");
    return add(new Part(Say.scalar(name, kind, 0), Families.scalar(name, kind)));
  }

  /// A subsection that is always sent.
  Ensured subsection() {
    Part part = NumberParts.scalar(choices, names);
    Member member = part.members().getFirst();
    changed(new Change.AddMember(type, member));
    Section sent = new Section(section() + "/" + names.section("more"), 1, 1);
    return changed(
        new Change.AddSubsection(type, section(), new Subsection(sent.withFields(part.fields()))));
  }

  Ensured property() {
    return changed(new Change.AddProperty(type, visible()));
  }

  private Property visible() {
    return new Property(names.next("option"), new PropertyKind.Int(16, false), "1")
        .visibleToGuest();
  }

  /// An abstract type with a property, and two types of its kind.
  Ensured kinds() {
    String base = names.section("kind");
    DeviceType abstractType =
        new DeviceType(
            base,
            Optional.empty(),
            Set.of(),
            true,
            List.of(visible()),
            List.of(),
            Optional.empty(),
            Registration.USUAL,
            List.of(),
            List.of());
    changed(new Change.AddType(abstractType));
    for (int i = 0; i < 2; i++) {
      String name = names.section("device");
      Part part = NumberParts.scalar(choices, names);
      DeviceType leaf =
          new DeviceType(
                  name,
                  List.of(),
                  part.members(),
                  new Section(name, 1, 1).withFields(part.fields()))
              .withParent(base);
      changed(new Change.AddType(leaf));
    }
    return this;
  }

  Ensured ram() {
    return changed(
        new Change.SetRam(
            type, List.of(new RamBlock(names.next("rom"), Say.number(PAGE_BYTES), 0))));
  }
}
