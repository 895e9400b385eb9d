package org.hopscotch.corpus;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What kind of step broke a promise. A break may belong to several classes; the first that it
/// names is the one that it is filed under.
public enum BreakClass {
  F_ADD("a field added without version, test or subsection"),
  F_DEL("a field removed or replaced instead of retired"),
  F_TYPE("width, sign or type of a field changed"),
  F_LEN("length of an array, buffer or configuration space changed"),
  F_TEST("the test of a field or subsection looks at what is not equal on both sides"),
  F_NEST("a nested section changed, whose version never travels"),
  F_BUMP("version raised, which shuts out older releases, or minimum raised with it"),
  E_VERNO("the version number itself is wrong"),
  S_DATA("new state that is sent when the guest's data asks for it, not by property"),
  S_DEF("what does not arrive keeps a stale or wrong default"),
  H_REJ("a check of the loader refuses what was legal at the source"),
  H_CONV("a conversion before saving or after loading is wrong or missing"),
  N_SEC("a section newly registered, made migratable, or missing"),
  N_NAME("a section renamed"),
  N_INST("the rule for instance ids changed, or ids collide"),
  R_NAME("a RAM block renamed or resized"),
  P_GUEST("a default that the guest sees changed, and no row puts the old one back"),
  P_VER("a row in the wrong table, added late, or overridden by an older one"),
  P_TYPE("a row for the wrong type, or a variant or alias forgotten"),
  P_GONE("a row, property, option or machine type that is gone while something needs it"),
  P_AUTO("a default chosen by vCPUs, host, backend or build"),
  E_PROTO("records or capabilities of the stream itself changed"),
  C_STABLE("a change in a stable branch, without a machine type to hang it on"),
  C_CHAIN("shows on a second or third hop only, or after a reboot"),
  G_MISS("state that never travels");

  /// All codes, in the order of the constants.
  public static final List<String> CODES = Arrays.stream(values()).map(BreakClass::code).toList();

  private final String meaning;

  BreakClass(String meaning) {
    this.meaning = meaning;
  }

  /// {@return the class as cases write it, such as `F-ADD`}
  public String code() {
    return name().replace('_', '-');
  }

  /// {@return what belongs to the class, in words}
  public String meaning() {
    return meaning;
  }

  /// {@return the class with a code}
  public static Optional<BreakClass> of(String code) {
    return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
  }
}
