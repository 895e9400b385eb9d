package org.hopscotch.corpus.yaml;

import java.util.List;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.ExpressionText;
import org.hopscotch.model.schema.Hook;
import org.hopscotch.model.schema.Hooks;
import org.hopscotch.model.schema.LoadStateOld;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Subsection;
import org.snakeyaml.engine.v2.nodes.Node;

/// A section as YAML, with the member names of QEMU's VMStateDescription.
///
/// ```yaml
/// name: e1000
/// version_id: 2
/// minimum_version_id: 1
/// post_load: refuse "no such ring" when ring > 3
/// fields:
/// - {name: ring, type: uint8}
/// - {name: regs, type: uint32, array: 4, since: 2}
/// subsections:
/// - name: e1000/tso
///   version_id: 1
///   minimum_version_id: 1
///   needed: tso != 0
///   fields:
///   - {name: tso, type: uint16}
/// ```
///
/// Hooks and conditions are in the form of {@link ExpressionText}. Hooks, `subsections` and
/// `needed` may be left out: no hook, no subsections, always needed. For fields see the keys in
/// {@link FieldYaml} and {@link ElementYaml}. What loads versions below the minimum is in
/// `load_state_old`, a map of `minimum_version_id`, `fields` and `then`, a hook.
public final class SectionYaml {
  /// What a section is taken for that cannot be read.
  static final Section NOTHING = new Section("", 0, 0);

  private SectionYaml() {}

  /// {@return the YAML of a section, ending in a line break}
  ///
  /// @throws IllegalArgumentException for a section with a member name that
  ///     {@link Expression.Member} does not take
  public static String print(Section section) {
    return Yaml.print(node(section));
  }

  /// {@return the section that a YAML text stands for}
  public static Section read(String yaml) throws YamlException {
    return Yaml.read(yaml, SectionYaml::read);
  }

  static Node node(Section section) {
    return node(section, new MapNode());
  }

  static Section read(Place place) throws YamlException {
    Entries entries = place.entries();
    Section section = read(entries);
    entries.end();
    place.reading().remember(section, place);
    return section;
  }

  private static Node node(Section section, MapNode needed) {
    MapNode map =
        new MapNode()
            .put("name", section.name())
            .put("version_id", section.versionId())
            .put("minimum_version_id", section.minimumVersionId())
            .putAll(needed)
            .putAll(hooks(section.hooks()))
            .put("fields", Nodes.block(section.fields().stream().map(FieldYaml::node).toList()));
    section.loadStateOld().ifPresent(old -> map.put("load_state_old", entries(old).block()));
    if (!section.subsections().isEmpty()) {
      List<Node> subsections = section.subsections().stream().map(SectionYaml::node).toList();
      map.put("subsections", Nodes.block(subsections));
    }
    return map.block();
  }

  static Node node(Subsection subsection) {
    MapNode needed = new MapNode();
    if (!subsection.needed().equals(Expression.TRUE)) {
      needed.put("needed", Nodes.expression(subsection.needed()));
    }
    return node(subsection.section(), needed);
  }

  static MapNode hooks(Hooks hooks) {
    MapNode map = new MapNode();
    putHook(map, "pre_save", hooks.preSave());
    putHook(map, "pre_load", hooks.preLoad());
    putHook(map, "post_load", hooks.postLoad());
    putHook(map, "post_save", hooks.postSave());
    return map;
  }

  static Hooks hooks(Entries entries) {
    return new Hooks(
        hook(entries, "pre_save"),
        hook(entries, "pre_load"),
        hook(entries, "post_load"),
        hook(entries, "post_save"));
  }

  private static void putHook(MapNode map, String key, Hook hook) {
    if (!hook.equals(Hook.NONE)) {
      map.put(key, ExpressionText.print(hook));
    }
  }

  private static Hook hook(Entries entries, String key) {
    return entries.take(key, place -> place.parsed(ExpressionText::parseHook), Hook.NONE);
  }

  static MapNode entries(LoadStateOld old) {
    MapNode map =
        new MapNode()
            .put("minimum_version_id", old.minimumVersionId())
            .put("fields", Nodes.block(old.fields().stream().map(FieldYaml::node).toList()));
    putHook(map, "then", old.then());
    return map;
  }

  static LoadStateOld loadStateOld(Entries entries) {
    return new LoadStateOld(
        entries.require("minimum_version_id", Place::integer, 0),
        entries.require("fields", fields -> fields.each(FieldYaml::read), List.of()),
        hook(entries, "then"));
  }

  private static LoadStateOld loadStateOld(Place place) throws YamlException {
    Entries entries = place.entries();
    LoadStateOld old = loadStateOld(entries);
    entries.end();
    return old;
  }

  private static Section read(Entries entries) {
    return new Section(
        entries.require("name", Place::name, ""),
        entries.require("version_id", Place::integer, 0),
        entries.require("minimum_version_id", Place::integer, 0),
        entries.require("fields", fields -> fields.each(FieldYaml::read), List.of()),
        entries.take("subsections", all -> all.each(SectionYaml::subsection), List.of()),
        hooks(entries),
        entries.find("load_state_old", SectionYaml::loadStateOld));
  }

  static Subsection subsection(Place place) throws YamlException {
    Entries entries = place.entries();
    Expression needed = entries.take("needed", ExpressionYaml::read, Expression.TRUE);
    Section section = read(entries);
    entries.end();
    place.reading().remember(section, place);
    return place.built(() -> new Subsection(section, needed));
  }
}
