package org.hopscotch.corpus.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.ExpressionText;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.Hook;
import org.hopscotch.model.schema.Hooks;
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
/// {@link FieldYaml} and {@link ElementYaml}.
public final class SectionYaml {
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
    return read(Yaml.read(yaml));
  }

  static Node node(Section section) {
    return node(section, new MapNode());
  }

  static Section read(Place place) throws YamlException {
    Entries entries = place.entries();
    Section section = read(entries);
    entries.end();
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
    if (!section.subsections().isEmpty()) {
      List<Node> subsections = section.subsections().stream().map(SectionYaml::node).toList();
      map.put("subsections", Nodes.block(subsections));
    }
    return map.block();
  }

  private static Node node(Subsection subsection) {
    MapNode needed = new MapNode();
    if (!subsection.needed().equals(Expression.TRUE)) {
      needed.put("needed", Nodes.expression(subsection.needed()));
    }
    return node(subsection.section(), needed);
  }

  private static MapNode hooks(Hooks hooks) {
    MapNode map = new MapNode();
    putHook(map, "pre_save", hooks.preSave());
    putHook(map, "pre_load", hooks.preLoad());
    putHook(map, "post_load", hooks.postLoad());
    putHook(map, "post_save", hooks.postSave());
    return map;
  }

  private static void putHook(MapNode map, String key, Hook hook) {
    if (!hook.equals(Hook.NONE)) {
      map.put(key, ExpressionText.print(hook));
    }
  }

  private static Section read(Entries entries) throws YamlException {
    String name = entries.require("name").text();
    int version = entries.require("version_id").integer();
    int minimum = entries.require("minimum_version_id").integer();
    Hooks hooks =
        new Hooks(
            hook(entries, "pre_save"),
            hook(entries, "pre_load"),
            hook(entries, "post_load"),
            hook(entries, "post_save"));
    List<Field> fields = new ArrayList<>();
    for (Place field : entries.require("fields").items()) {
      fields.add(FieldYaml.read(field));
    }
    List<Subsection> subsections = new ArrayList<>();
    Optional<Place> list = entries.take("subsections");
    if (list.isPresent()) {
      for (Place subsection : list.get().items()) {
        subsections.add(subsection(subsection));
      }
    }
    return new Section(name, version, minimum, fields, subsections, hooks);
  }

  private static Subsection subsection(Place place) throws YamlException {
    Entries entries = place.entries();
    Optional<Place> needed = entries.take("needed");
    Expression condition =
        needed.isPresent() ? needed.get().parsed(ExpressionText::parse) : Expression.TRUE;
    Section section = read(entries);
    entries.end();
    return place.built(() -> new Subsection(section, condition));
  }

  private static Hook hook(Entries entries, String key) throws YamlException {
    Optional<Place> hook = entries.take(key);
    return hook.isPresent() ? hook.get().parsed(ExpressionText::parseHook) : Hook.NONE;
  }
}
