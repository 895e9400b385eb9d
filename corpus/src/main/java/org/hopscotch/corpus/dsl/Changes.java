package org.hopscotch.corpus.dsl;

import java.util.List;
import java.util.Optional;
import org.hopscotch.model.evolution.Change;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.Member;
import org.hopscotch.model.release.Property;
import org.hopscotch.model.release.RamBlock;
import org.hopscotch.model.release.Registration;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.schema.Expression;

/// The words for steps of evolution, each of which makes one {@link Change} at once.
///
/// Each throws IllegalArgumentException, with the release and what it is about, for a change of
/// something that is not there, or an addition of what is.
///
/// @param <T> what is changed
public sealed interface Changes<T extends Changes<T>> extends SectionChanges<T>
    permits NextRelease, RepairedRelease {

  // ---- device types

  /// Adds a device type.
  default T addType(ToldDevice device) {
    return make(new Change.AddType(device.type()));
  }

  /// Removes a device type.
  default T removeType(String type) {
    return make(new Change.RemoveType(knownType(type)));
  }

  /// Registers a device type in another way.
  default T setRegistration(String type, Registration registration) {
    return make(new Change.SetRegistration(knownType(type), registration));
  }

  /// Makes a device type a kind of another.
  default T setParent(String type, String parent) {
    return make(new Change.SetParent(knownType(type), knownType(parent)));
  }

  /// Gives a device type these RAM blocks, in place of its own.
  default T setRam(String type, RamBlock... blocks) {
    return make(new Change.SetRam(knownType(type), List.of(blocks)));
  }

  /// Gives a device type these reasons not to be made, in place of its own.
  ///
  /// @param refusals as in {@link ToldDevice#realize}
  default T setRealize(String type, String refusals) {
    return make(
        new Change.SetRealize(knownType(type), Words.refusals("realize of " + type, refusals)));
  }

  // ---- properties

  /// Adds a property.
  default T addProperty(String type, Property property) {
    return make(new Change.AddProperty(knownType(type), property));
  }

  /// Removes a property.
  default T removeProperty(String type, String property) {
    return make(new Change.RemoveProperty(knownType(type), knownProperty(type, property)));
  }

  /// Gives a property another default.
  default T setDefault(String type, String property, String value) {
    return make(
        new Change.SetDefault(
            knownType(type), knownProperty(type, property), value, Optional.empty()));
  }

  /// Gives a property another default, and a value that is chosen where a text asks for it.
  ///
  /// @param when the text
  /// @param chosen an expression, as in {@link Property.Automatic}
  default T setAutomaticDefault(
      String type, String property, String value, String when, String chosen) {
    Expression choice = Words.expression("automatic value of " + property, chosen);
    return make(
        new Change.SetDefault(
            knownType(type),
            knownProperty(type, property),
            value,
            Optional.of(new Property.Automatic(when, choice))));
  }

  // ---- compat tables

  /// Adds a row to a table, which is made when it is not there: `hw_compat_5_1` for machine types
  /// of 5.1 and older ones, `pc_compat_5_1` for those of the family `pc` alone.
  default T addRow(String table, String driver, String property, String value) {
    return addRows(ToldTable.named(table).row(driver, property, value));
  }

  /// Adds rows to a table, which is made when it is not there.
  default T addRows(ToldTable rows) {
    Releases.requireRows(rows, lineage());
    return make(new Change.AddRow(rows.table(release().tables())));
  }

  /// Removes the rows of a table that set a property of a driver.
  default T removeRow(String table, String driver, String property) {
    return make(new Change.RemoveRow(table, driver, property));
  }

  /// Removes a table.
  default T removeTable(String table) {
    return make(new Change.RemoveTable(table));
  }

  // ---- members

  /// Adds a member.
  default T addMember(String type, Member member) {
    return make(new Change.AddMember(knownType(type), member));
  }

  /// Removes a member.
  default T removeMember(String type, String member) {
    return make(new Change.RemoveMember(knownType(type), member));
  }

  /// Puts another member in the place of the one of its name.
  default T setMember(String type, Member member) {
    return make(new Change.SetMember(knownType(type), member));
  }

  // ---- machine types

  /// Adds a machine type, which takes its aliases from others.
  default T addMachine(ToldMachine machine) {
    Releases.requireDevices(machine.machine().devices(), List.of(release()));
    return make(new Change.AddMachine(machine.machine()));
  }

  /// Retires a machine type.
  default T removeMachine(String machine) {
    return make(new Change.RemoveMachine(machine));
  }

  /// Puts another machine type in the place of the one of its name.
  default T setMachine(ToldMachine machine) {
    Releases.requireDevices(machine.machine().devices(), List.of(release()));
    return make(new Change.SetMachine(machine.machine()));
  }

  private String knownType(String type) {
    return Releases.knownType(type, release());
  }

  /// {@return a property's name, if its type has one of that name itself}
  private String knownProperty(String type, String property) {
    Release now = release();
    List<String> names =
        now.type(knownType(type)).map(DeviceType::properties).orElse(List.of()).stream()
            .map(Property::name)
            .toList();
    if (!names.contains(property)) {
      throw Words.none("property", property, "%s of %s".formatted(type, now), names);
    }
    return property;
  }
}
