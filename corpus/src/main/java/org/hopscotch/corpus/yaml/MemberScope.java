package org.hopscotch.corpus.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hopscotch.model.release.Member;
import org.hopscotch.model.release.MemberType;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.ZeroedMemory;

/// The members that expressions of one struct can name.
///
/// @param owner whose members they are, for messages
/// @param members by name; what is in a struct of which nothing is known is empty
/// @param parent the struct around
/// @param scratch whether the parent's members are seen by their own names too
record MemberScope(
    String owner,
    Map<String, Optional<MemberType>> members,
    Optional<MemberScope> parent,
    boolean scratch) {
  private static final String PARENT = "parent.";

  /// {@return the members of a device or struct}
  static MemberScope of(String owner, List<Member> members, Optional<MemberScope> parent) {
    Map<String, Optional<MemberType>> all = new LinkedHashMap<>();
    members.forEach(member -> all.put(member.name(), Optional.of(member.type())));
    return new MemberScope(owner, all, parent, false);
  }

  /// {@return what a section's fields mention, where nothing else declares it}
  static MemberScope of(Section section, MemberScope parent, boolean scratch) {
    Map<String, Optional<MemberType>> all = new LinkedHashMap<>();
    ZeroedMemory.of(section).members().keySet().forEach(name -> all.put(name, Optional.empty()));
    return new MemberScope("section " + section.name(), all, Optional.of(parent), scratch);
  }

  /// {@return the scope inside a member that is a struct, list or tree}
  MemberScope inside(String member, Section section) {
    Optional<MemberType> type = members.getOrDefault(member, Optional.empty());
    return type.flatMap(MemberScope::inner)
        .map(inner -> of("member " + member, inner, Optional.of(this)))
        .orElseGet(() -> of(section, this, false));
  }

  Set<String> names() {
    return members.keySet();
  }

  /// {@return whether a path leads to a member}
  boolean has(String path) {
    for (int end = path.length(); end > 0; end = headEnd(path, end)) {
      String head = path.substring(0, end);
      if (members.containsKey(head)) {
        return hasInside(members.get(head), path.substring(end));
      }
    }
    if (parent.isEmpty()) {
      return false;
    }
    return path.startsWith(PARENT)
        ? parent.get().has(path.substring(PARENT.length()))
        : scratch && parent.get().has(path);
  }

  private static int headEnd(String path, int end) {
    return Math.max(path.lastIndexOf('.', end - 1), path.lastIndexOf('[', end - 1));
  }

  private static boolean hasInside(Optional<MemberType> type, String rest) {
    if (rest.startsWith("[") && type.isPresent() && !hasElement(type.get(), rest)) {
      return false;
    }
    String behind = rest.startsWith("[") ? rest.substring(rest.indexOf(']') + 1) : rest;
    Optional<List<Member>> inner = type.flatMap(MemberScope::inner);
    return !behind.startsWith(".")
        || inner.isEmpty()
        || of("", inner.get(), Optional.empty()).has(behind.substring(1));
  }

  /// What is longer at run time than the declaration says is nobody's guess.
  private static boolean hasElement(MemberType type, String rest) {
    Expression length =
        switch (type) {
          case MemberType.Scalars(_, Expression constant) -> constant;
          case MemberType.Bytes(Expression constant) -> constant;
          case MemberType.Structs(_, Expression constant, _) -> constant;
          case MemberType.Scalar _, MemberType.Struct _ -> Expression.FALSE;
          case MemberType.Nodes _ -> new Expression.Constant(Integer.MAX_VALUE);
        };
    return !(length instanceof Expression.Constant(long number))
        || Long.parseLong(rest.substring(1, rest.indexOf(']'))) < number;
  }

  private static Optional<List<Member>> inner(MemberType type) {
    return switch (type) {
      case MemberType.Struct(List<Member> members) -> Optional.of(members);
      case MemberType.Structs(List<Member> members, _, _) -> Optional.of(members);
      case MemberType.Scalar _, MemberType.Scalars _, MemberType.Bytes _ -> Optional.empty();
      case MemberType.Nodes _ -> Optional.empty();
    };
  }
}
