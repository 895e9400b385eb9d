package org.hopscotch.corpus.yaml;

import java.util.List;
import java.util.Optional;
import org.hopscotch.model.release.Member;
import org.hopscotch.model.release.MemberType;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.ScalarType;
import org.snakeyaml.engine.v2.nodes.Node;

/// A member of a device's memory as YAML, below its name. It is one of
///
/// | key | value |
/// |---|---|
/// | `type` | a number: `uint8`, `int32`, `timer`, ...; with `length` several |
/// | `bytes` | raw bytes: how many, an expression |
/// | `struct` | a map of members |
/// | `structs` | several structs: a map of members; with `length`, and maybe `present` |
/// | `nodes` | `true`: a list or tree, empty after a reset |
///
/// where bit `i` of `present` says whether element `i` is there or NULL (all are). It may have
///
/// | key | value |
/// |---|---|
/// | `reset` | its value after start and reset, an expression (0); `none`: they leave it alone |
/// | `visible` | whether the guest sees it (yes) |
/// | `meaningful` | when its value counts, an expression (always) |
/// | `implied` | its value in a guest of a release without the member (0); `none`: it has none |
/// | `legal` | which values a guest can give it, an expression (all), such as `len <= 16` |
///
/// `legal` is for those who draw guests. Of an array it is about each number, by the array's name.
final class MemberYaml {
  private static final Expression ALL = new Expression.Constant(-1);
  private static final List<String> KINDS = List.of("type", "bytes", "struct", "structs", "nodes");

  private MemberYaml() {}

  static Node block(List<Member> members) {
    return entries(members).block();
  }

  private static MapNode entries(List<Member> members) {
    MapNode map = new MapNode();
    members.forEach(member -> map.put(member.name(), node(member)));
    return map;
  }

  static Node node(Member member) {
    Member usual = new Member(member.name(), member.type());
    MapNode map = type(member.type());
    if (!member.reset().equals(usual.reset())) {
      map.put("reset", ExpressionYaml.optional(member.reset()));
    }
    if (!member.visible()) {
      map.put("visible", Nodes.flag(false));
    }
    if (!member.meaningful().equals(usual.meaningful())) {
      map.put("meaningful", ExpressionYaml.node(member.meaningful()));
    }
    if (!member.implied().equals(usual.implied())) {
      map.put("implied", ExpressionYaml.optional(member.implied()));
    }
    if (!member.legal().equals(usual.legal())) {
      map.put("legal", ExpressionYaml.node(member.legal()));
    }
    return map.fitting();
  }

  private static MapNode type(MemberType type) {
    MapNode map = new MapNode();
    return switch (type) {
      case MemberType.Scalar(ScalarType scalar) -> map.put("type", scalar.wireName());
      case MemberType.Scalars(ScalarType scalar, Expression length) ->
          map.put("type", scalar.wireName()).put("length", ExpressionYaml.node(length));
      case MemberType.Bytes(Expression length) -> map.put("bytes", ExpressionYaml.node(length));
      case MemberType.Struct(List<Member> members) -> map.put("struct", entries(members).fitting());
      case MemberType.Structs(List<Member> members, Expression length, Expression present) -> {
        map.put("structs", entries(members).fitting()).put("length", ExpressionYaml.node(length));
        yield present.equals(ALL) ? map : map.put("present", ExpressionYaml.node(present));
      }
      case MemberType.Nodes _ -> map.put("nodes", Nodes.flag(true));
    };
  }

  static List<Member> readAll(Place place) throws YamlException {
    return place.eachNamed(MemberYaml::read, MemberYaml::unreadable);
  }

  /// {@return a member of which only the name is known}
  static Member unreadable(String name) {
    return new Member(name, new MemberType.Nodes());
  }

  static Member read(String name, Place place) throws YamlException {
    Entries entries = place.entries();
    Member usual = new Member(name, type(entries));
    Member member =
        new Member(
            name,
            usual.type(),
            entries.take("reset", ExpressionYaml::readOptional, usual.reset()),
            entries.take("visible", Place::flag, true),
            entries.take("meaningful", ExpressionYaml::read, usual.meaningful()),
            entries.take("implied", ExpressionYaml::readOptional, usual.implied()),
            entries.take("legal", ExpressionYaml::read, usual.legal()));
    entries.end();
    place.reading().remember(member, place);
    return member;
  }

  private static MemberType type(Entries entries) {
    Optional<String> kind = entries.which(KINDS);
    if (kind.isEmpty()) {
      entries.missing(KINDS);
      return new MemberType.Nodes();
    }
    String key = kind.get();
    return switch (key) {
      case "type" -> {
        ScalarType type = entries.require(key, MemberYaml::scalar, ScalarType.UINT64);
        Optional<Expression> length = entries.find("length", ExpressionYaml::read);
        yield length.isPresent()
            ? new MemberType.Scalars(type, length.get())
            : new MemberType.Scalar(type);
      }
      case "bytes" -> new MemberType.Bytes(length(entries, key));
      case "struct" -> new MemberType.Struct(members(entries, key));
      case "structs" ->
          new MemberType.Structs(
              members(entries, key),
              length(entries, "length"),
              entries.take("present", ExpressionYaml::read, ALL));
      default -> {
        entries.require(key, MemberYaml::nodes, true);
        yield new MemberType.Nodes();
      }
    };
  }

  private static boolean nodes(Place place) throws YamlException {
    if (!place.flag()) {
      throw place.expected("true");
    }
    return true;
  }

  private static List<Member> members(Entries entries, String key) {
    return entries.require(key, MemberYaml::readAll, List.of());
  }

  private static Expression length(Entries entries, String key) {
    return entries.require(key, ExpressionYaml::read, Expression.FALSE);
  }

  private static ScalarType scalar(Place place) throws YamlException {
    List<String> names = List.of(ScalarType.values()).stream().map(ScalarType::wireName).toList();
    return ScalarType.named(place.word(names)).orElseThrow();
  }
}
