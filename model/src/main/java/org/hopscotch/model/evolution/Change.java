package org.hopscotch.model.evolution;

import java.util.List;
import java.util.Optional;
import org.hopscotch.model.release.CompatTable;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.MachineType;
import org.hopscotch.model.release.Member;
import org.hopscotch.model.release.Property;
import org.hopscotch.model.release.RamBlock;
import org.hopscotch.model.release.Registration;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.Hooks;
import org.hopscotch.model.schema.LoadStateOld;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Statement;
import org.hopscotch.model.schema.Subsection;

/// One step from a release to its successor. {@link Evolution} applies it.
///
/// A section inside a device type is named as a stream names it: the type's own, a struct's or a
/// subsection's, wherever it is nested.
public sealed interface Change {

  // ---- device types

  record AddType(DeviceType type) implements Change {}

  record RemoveType(String type) implements Change {}

  /// Gives a type another registration: instance id, priority, whether it is sent.
  record SetRegistration(String type, Registration registration) implements Change {}

  record SetParent(String type, String parent) implements Change {}

  /// Gives a type other RAM blocks.
  record SetRam(String type, List<RamBlock> ram) implements Change {
    public SetRam {
      ram = List.copyOf(ram);
    }
  }

  /// Gives a type other reasons not to be made.
  record SetRealize(String type, List<Statement.Refuse> realize) implements Change {
    public SetRealize {
      realize = List.copyOf(realize);
    }
  }

  // ---- properties

  record AddProperty(String type, Property property) implements Change {}

  record RemoveProperty(String type, String property) implements Change {}

  /// Gives a property another default.
  ///
  /// @param automatic how it is chosen from now on, if it is
  record SetDefault(
      String type, String property, String value, Optional<Property.Automatic> automatic)
      implements Change {}

  // ---- compat tables

  /// Adds a row behind those of a table, which is made when it is not there.
  ///
  /// @param table whose own rows come first
  record AddRow(CompatTable table) implements Change {}

  /// Removes the rows of a table that set a property of a driver.
  record RemoveRow(String table, String driver, String property) implements Change {}

  record RemoveTable(String table) implements Change {}

  // ---- members

  record AddMember(String type, Member member) implements Change {}

  record RemoveMember(String type, String member) implements Change {}

  /// Puts another member in the place of the one of its name.
  record SetMember(String type, Member member) implements Change {}

  // ---- sections

  /// Gives a type that had none a section, or another one.
  record SetSection(String type, Section section) implements Change {}

  /// Adds a field.
  ///
  /// @param before the name of the field that it is put before; else it is the last
  record AddField(String type, String section, Field field, Optional<String> before)
      implements Change {}

  record RemoveField(String type, String section, String field) implements Change {}

  /// Puts a field in the place of another.
  record ReplaceField(String type, String section, String field, Field by) implements Change {}

  record SetVersions(String type, String section, int versionId, int minimumVersionId)
      implements Change {}

  record SetHooks(String type, String section, Hooks hooks) implements Change {}

  record SetLoadStateOld(String type, String section, LoadStateOld loadStateOld)
      implements Change {}

  record AddSubsection(String type, String section, Subsection subsection) implements Change {}

  record RemoveSubsection(String type, String section, String subsection) implements Change {}

  /// Gives a subsection, wherever it is nested, another condition.
  record SetNeeded(String type, String subsection, Expression needed) implements Change {}

  /// Renames a section and the subsections that begin with its name.
  record RenameSection(String type, String section, String name) implements Change {}

  // ---- machine types

  /// Adds a machine type. Aliases that another one had are its own from now on.
  record AddMachine(MachineType machine) implements Change {}

  /// Retires a machine type.
  record RemoveMachine(String machine) implements Change {}

  /// Puts another machine type in the place of the one of its name.
  record SetMachine(MachineType machine) implements Change {}
}
