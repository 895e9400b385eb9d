package org.hopscotch.corpus.yaml;

import java.util.List;
import java.util.Optional;
import org.hopscotch.model.evolution.Change;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Subsection;
import org.snakeyaml.engine.v2.nodes.Node;

/// Changes of sections as YAML, for {@link ChangeYaml}. Each has a `type`, and a `section` by its
/// name where it is not the type's own:
///
/// | key | value |
/// |---|---|
/// | `set-section` | `section`: a whole {@link SectionYaml section} |
/// | `add-field` | `field`: a {@link FieldYaml field}, `before`: the field that it is put before |
/// | `remove-field` | `field`: its name |
/// | `replace-field` | `field`: its name, `by`: a field |
/// | `set-versions` | `version_id`, `minimum_version_id` |
/// | `set-hooks` | `pre_save`, `pre_load`, `post_load`, `post_save`: all that there are then |
/// | `set-load-state-old` | `minimum_version_id`, `fields`, `then` |
/// | `add-subsection` | `subsection`: a section, with `needed` |
/// | `remove-subsection` | `subsection`: its name |
/// | `set-needed` | `subsection`: its name, `needed` |
/// | `rename-section` | `name`: the new one |
final class SectionChangeYaml {
  static final List<String> KINDS =
      List.of(
          "set-section",
          "add-field",
          "remove-field",
          "replace-field",
          "set-versions",
          "set-hooks",
          "set-load-state-old",
          "add-subsection",
          "remove-subsection",
          "set-needed",
          "rename-section");

  private static final String SECTION = "section";
  private static final Field NOTHING = new Field("", new FieldType.Unused(0));

  private SectionChangeYaml() {}

  static Node node(Change.SetSection c) {
    return ChangeYaml.of(
        "set-section", ChangeYaml.type(c.type()).put(SECTION, SectionYaml.node(c.section())));
  }

  static Node node(Change.AddField c) {
    MapNode map = in(c.type(), c.section()).put("field", FieldYaml.node(c.field()));
    c.before().ifPresent(before -> map.put("before", before));
    return ChangeYaml.of("add-field", map);
  }

  static Node node(Change.RemoveField c) {
    return ChangeYaml.of("remove-field", in(c.type(), c.section()).put("field", c.field()));
  }

  static Node node(Change.ReplaceField c) {
    return ChangeYaml.of(
        "replace-field",
        in(c.type(), c.section()).put("field", c.field()).put("by", FieldYaml.node(c.by())));
  }

  static Node node(Change.SetVersions c) {
    return ChangeYaml.of(
        "set-versions",
        in(c.type(), c.section())
            .put("version_id", c.versionId())
            .put("minimum_version_id", c.minimumVersionId()));
  }

  static Node node(Change.SetHooks c) {
    return ChangeYaml.of(
        "set-hooks", in(c.type(), c.section()).putAll(SectionYaml.hooks(c.hooks())));
  }

  static Node node(Change.SetLoadStateOld c) {
    return ChangeYaml.of(
        "set-load-state-old",
        in(c.type(), c.section()).putAll(SectionYaml.entries(c.loadStateOld())));
  }

  static Node node(Change.AddSubsection c) {
    return ChangeYaml.of(
        "add-subsection",
        in(c.type(), c.section()).put("subsection", SectionYaml.node(c.subsection())));
  }

  static Node node(Change.RemoveSubsection c) {
    return ChangeYaml.of(
        "remove-subsection", in(c.type(), c.section()).put("subsection", c.subsection()));
  }

  static Node node(Change.SetNeeded c) {
    return ChangeYaml.of(
        "set-needed",
        ChangeYaml.type(c.type())
            .put("subsection", c.subsection())
            .put("needed", ExpressionYaml.node(c.needed())));
  }

  static Node node(Change.RenameSection c) {
    return ChangeYaml.of("rename-section", in(c.type(), c.section()).put("name", c.name()));
  }

  private static MapNode in(String type, String section) {
    return ChangeYaml.type(type).put(SECTION, section);
  }

  static Change read(String kind, Entries entries, Optional<Release> before) {
    String type = ChangeYaml.name(entries, "type");
    if (kind.equals("set-section")) {
      return new Change.SetSection(
          type, entries.require(SECTION, SectionYaml::read, SectionYaml.NOTHING));
    }
    if (kind.equals("set-needed")) {
      return new Change.SetNeeded(
          type,
          ChangeYaml.name(entries, "subsection"),
          entries.require("needed", ExpressionYaml::read, Expression.TRUE));
    }
    String section = entries.take(SECTION, Place::name, ownSection(type, before));
    return switch (kind) {
      case "add-field" ->
          new Change.AddField(
              type, section, field(entries, "field"), entries.find("before", Place::name));
      case "remove-field" ->
          new Change.RemoveField(type, section, ChangeYaml.name(entries, "field"));
      case "replace-field" ->
          new Change.ReplaceField(
              type, section, ChangeYaml.name(entries, "field"), field(entries, "by"));
      case "set-versions" ->
          new Change.SetVersions(
              type,
              section,
              entries.require("version_id", Place::integer, 0),
              entries.require("minimum_version_id", Place::integer, 0));
      case "set-hooks" -> new Change.SetHooks(type, section, SectionYaml.hooks(entries));
      case "set-load-state-old" ->
          new Change.SetLoadStateOld(type, section, SectionYaml.loadStateOld(entries));
      case "add-subsection" ->
          new Change.AddSubsection(
              type,
              section,
              entries.require(
                  "subsection", SectionYaml::subsection, new Subsection(SectionYaml.NOTHING)));
      case "remove-subsection" ->
          new Change.RemoveSubsection(type, section, ChangeYaml.name(entries, "subsection"));
      default -> new Change.RenameSection(type, section, ChangeYaml.name(entries, "name"));
    };
  }

  private static Field field(Entries entries, String key) {
    return entries.require(key, FieldYaml::read, NOTHING);
  }

  private static String ownSection(String type, Optional<Release> before) {
    return before
        .flatMap(release -> release.type(type))
        .flatMap(DeviceType::section)
        .map(Section::name)
        .orElse("");
  }
}
