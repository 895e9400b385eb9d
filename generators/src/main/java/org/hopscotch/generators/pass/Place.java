package org.hopscotch.generators.pass;

import java.util.regex.Pattern;
import org.hopscotch.model.schema.Section;

/// Where in a device a section or a list of members is.
///
/// @param struct the way to its struct from the device's own members, each part with a dot behind;
///     the same for all elements of an array, and for subsections and scratch space as around them
/// @param section the way to the section, which tells subsections and scratch space apart; without
///     section names of the device's own, which may differ from release to release
record Place(String struct, String section) {
  static final Place ROOT = new Place("", "");

  private static final Pattern INDEX = Pattern.compile("\\[[^]]*]");
  private static final String PARENT = "parent.";

  /// {@return the struct of a member or field}
  Place inside(String name) {
    return new Place(struct + name + ".", section + name + ".");
  }

  /// {@return scratch space}
  Place scratch(String name) {
    return new Place(struct, section + name + "~");
  }

  /// {@return a subsection}
  Place below(Section subsection) {
    return new Place(struct, section + suffix(subsection) + ".");
  }

  /// {@return what a subsection's name adds to that of the section around it}
  static String suffix(Section subsection) {
    String name = subsection.name();
    return name.substring(Math.max(name.lastIndexOf('/'), 0));
  }

  /// {@return the way from the device's own members to one that is mentioned here, without indices}
  String member(String mention) {
    String name = withoutIndices(mention);
    String around = struct;
    while (name.startsWith(PARENT)) {
      name = name.substring(PARENT.length());
      around = around.substring(0, around.lastIndexOf('.', around.length() - 2) + 1);
    }
    return around + name;
  }

  static String withoutIndices(String mention) {
    return INDEX.matcher(mention).replaceAll("");
  }

  /// {@return whether a mention is of a member or of a part of it}
  boolean mentions(String mention, String member) {
    String full = member(mention);
    return full.equals(member) || full.startsWith(member + ".");
  }
}
