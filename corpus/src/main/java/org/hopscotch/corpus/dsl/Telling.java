package org.hopscotch.corpus.dsl;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.MachineType;
import org.hopscotch.model.release.Member;
import org.hopscotch.model.release.MemberType;
import org.hopscotch.model.release.RamBlock;
import org.hopscotch.model.release.Registration;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.Hooks;
import org.hopscotch.model.schema.ScalarType;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.state.Value;

/// The words to begin with, for static import.
///
/// ```java
/// VMState timer = vmstate("timerx").versionId(1).minimumVersionId(1).fields(uint32("count"));
/// FirstRelease old =
///     release("5.1")
///         .device(device("timer-x").vmstate(timer))
///         .machine(machine("pc-5.1", "5.1", "pc"));
/// ```
public final class Telling {
  private static final Expression ALL = new Expression.Constant(-1);

  private Telling() {}

  // ---- devices

  /// {@return a `VMStateDescription` with nothing in it}
  public static VMState vmstate(String name) {
    return VMState.vmstate(name);
  }

  /// {@return a device type of which nothing but the name is told}
  public static ToldDevice device(String type) {
    return new ToldDevice(DeviceType.named(type));
  }

  /// {@return no hooks, to which some are added}
  public static Hooks hooks() {
    return Hooks.NONE;
  }

  /// {@return how most devices are registered}
  public static Registration registration() {
    return Registration.USUAL;
  }

  /// {@return a block of guest memory of fixed length}
  ///
  /// @param used the length in bytes, an expression over properties
  public static RamBlock ram(String name, String used) {
    return ram(name, used, 0);
  }

  /// {@return a block of guest memory}
  ///
  /// @param used the length in bytes, an expression over properties
  /// @param max to which it can be resized
  public static RamBlock ram(String name, String used, long max) {
    return new RamBlock(name, Words.expression("length of " + name, used), max);
  }

  // ---- members, which are visible and 0 after a reset unless they say otherwise

  /// {@return a number}
  public static Member member(String name, ScalarType type) {
    return new Member(name, new MemberType.Scalar(type));
  }

  /// {@return several numbers}
  ///
  /// @param length an expression over properties
  public static Member memberArray(String name, ScalarType type, String length) {
    return new Member(name, new MemberType.Scalars(type, length(name, length)));
  }

  /// {@return raw bytes}
  public static Member memberBytes(String name, String length) {
    return new Member(name, new MemberType.Bytes(length(name, length)));
  }

  /// {@return an embedded struct}
  public static Member memberStruct(String name, Member... members) {
    return new Member(name, new MemberType.Struct(List.of(members)));
  }

  /// {@return several structs}
  public static Member memberStructs(String name, String length, Member... members) {
    return new Member(name, new MemberType.Structs(List.of(members), length(name, length), ALL));
  }

  /// {@return several pointers to structs}
  ///
  /// @param present bit `i` says whether element `i` is there or NULL
  public static Member memberPointers(
      String name, String length, String present, Member... members) {
    return new Member(
        name,
        new MemberType.Structs(
            List.of(members),
            length(name, length),
            Words.expression("present of " + name, present)));
  }

  /// {@return a list or tree, empty after a reset}
  public static Member memberNodes(String name) {
    return new Member(name, new MemberType.Nodes());
  }

  private static Expression length(String name, String length) {
    return Words.expression("length of " + name, length);
  }

  // ---- machines and releases

  /// {@return a machine type}
  ///
  /// @param version of the release that introduced it
  /// @param family whose tables apply beside the common ones
  public static ToldMachine machine(String name, String version, String family) {
    return new ToldMachine(new MachineType(name, version, family));
  }

  /// {@return a machine type that is not kept compatible}
  public static ToldMachine machine(String name, String family) {
    return new ToldMachine(
        new MachineType(
            name, Optional.empty(), family, List.of(), false, List.of(), List.of(), Map.of()));
  }

  /// {@return a compat table without rows; see {@link ToldTable#named} for what its name says}
  public static ToldTable table(String name) {
    return ToldTable.named(name);
  }

  /// {@return a release that has nothing yet}
  public static FirstRelease release(String name) {
    return new FirstRelease(
        new Release(
            name, Optional.empty(), Releases.loader(name), List.of(), List.of(), List.of()));
  }

  /// {@return a section inside a device type}
  public static Inside in(String type, String section) {
    return new Inside(type, section);
  }

  // ---- scenarios

  /// {@return a scenario over releases, each behind those that it is like}
  ///
  /// @throws IllegalArgumentException with all that does not fit together in them
  public static ToldScenario scenario(ToldRelease... releases) {
    return ToldScenario.of(List.of(releases));
  }

  /// {@return the value of several numbers}
  public static Value numbers(long... values) {
    return new Value.Numbers(values);
  }

  /// {@return the value of bytes in hexadecimal}
  public static Value bytes(String hex) {
    return new Value.Bytes(HexFormat.of().parseHex(hex));
  }

  /// {@return a struct without members, to which some are added by {@link DeviceState#with}}
  public static DeviceState state() {
    return DeviceState.EMPTY;
  }

  /// {@return the value of a struct}
  public static Value structOf(DeviceState state) {
    return new Value.Struct(state);
  }

  /// {@return the value of several structs, NULLs or nodes}
  public static Value elements(Value... values) {
    return new Value.Elements(values);
  }
}
