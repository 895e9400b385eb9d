package org.hopscotch.generators.history;

import java.util.List;
import java.util.Optional;
import org.hopscotch.model.evolution.Change;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.Member;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.Hooks;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Statement;
import org.hopscotch.model.schema.Subsection;

/// A device type that a defect is planted in.
///
/// @param next the release that gets it
/// @param type as it was before
record Target(Growing next, DeviceType type) {

  /// A member of one number that one field sends, and nothing else is about.
  record Lone(Target of, Member member, Field field) {
    void replace(Member other, Field by) {
      of.next.change(new Change.SetMember(of.name(), other));
      of.next.change(new Change.ReplaceField(of.name(), of.sectionName(), field.name(), by));
    }
  }

  String name() {
    return type.name();
  }

  Section root() {
    return type.section().orElseThrow();
  }

  String sectionName() {
    return root().name();
  }

  Optional<Lone> lone() {
    return MemberSteps.lone(next, type).map(lone -> new Lone(this, lone.member(), lone.field()));
  }

  /// {@return the fields of lone members}
  List<Field> lones() {
    return MemberSteps.lones(type).stream().map(MemberSteps.Lone::field).toList();
  }

  // ---- changes

  void change(Change change) {
    next.change(change);
  }

  void add(Field field) {
    change(new Change.AddField(name(), sectionName(), field, Optional.empty()));
  }

  void addMember(Member member) {
    change(new Change.AddMember(name(), member));
  }

  void remove(String field) {
    change(new Change.RemoveField(name(), sectionName(), field));
  }

  /// {@return the name of a new subsection}
  String newSubsection() {
    return sectionName() + "/" + next.names().section("more");
  }

  void add(Subsection subsection) {
    change(new Change.AddSubsection(name(), sectionName(), subsection));
  }

  void versions(int version, int minimum) {
    change(new Change.SetVersions(name(), sectionName(), version, minimum));
  }

  /// Adds a statement behind those of `post_load`.
  void postLoad(Statement statement) {
    hooks(new Part(List.of(), List.of(), List.of(), List.of(), List.of(statement)));
  }

  /// Adds a statement behind those of `pre_save`.
  void preSave(Statement statement) {
    hooks(new Part(List.of(), List.of(), List.of(statement), List.of(), List.of()));
  }

  private void hooks(Part part) {
    Hooks hooks = part.hooked(next.type(name()).section().orElseThrow()).hooks();
    change(new Change.SetHooks(name(), sectionName(), hooks));
  }

  // ---- where it shows

  Witness each(Witness.Way way) {
    return Witness.each(way, next.now().name(), name());
  }

  Witness some(Witness.Way way) {
    return Witness.some(way, next.now().name(), name());
  }

  /// {@return that guests do, whatever devices they have}
  Witness reach(Witness.Way way) {
    return Witness.reached(way, next.now().name());
  }

  Witness ifSet(Witness.Way way, String member) {
    return Witness.ifSet(way, next.now().name(), name(), member);
  }
}
