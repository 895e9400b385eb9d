package org.hopscotch.harness.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.hopscotch.harness.rules.RulesProperties.FailedException;
import org.hopscotch.model.release.Device;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.Registration;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.release.StartFailure;
import org.hopscotch.model.release.Version;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.wire.LoaderFamily;

/// A registered section (wire-format section 3.1). Ids are C's `int`s: an unset one is -1.
///
/// @param device whose section it is; empty for `ram` and `globalstate`
/// @param section empty for `ram`
/// @param compatName empty unless the device has a path
record Entry(
    Optional<String> device,
    Optional<Section> section,
    String idstr,
    int instanceId,
    int versionId,
    int sectionId,
    String compatName,
    int compatInstance,
    Registration registration) {
  private static final int LONGEST = 255;
  private static final int RAM_VERSION = 4;
  private static final int UNSET = -1;
  private static final Section NOTHING = new Section("", 0, 0);

  /// {@return the entries of a host in the order of registration, their section ids from 1 on}
  static List<Entry> all(
      Release release, List<Device> devices, Map<String, Map<String, Long>> properties)
      throws FailedException {
    List<Entry> entries = new ArrayList<>();
    entries.add(
        new Entry(
            Optional.empty(),
            Optional.empty(),
            "ram",
            0,
            RAM_VERSION,
            1,
            "",
            0,
            new Registration(
                0,
                Registration.USUAL.instanceId(),
                OptionalInt.of(0),
                Registration.USUAL.below(),
                Registration.USUAL.needed(),
                Registration.USUAL.unmigratable(),
                false)));
    if (since(release, "2.4", true)) {
      entries.add(globalState(RunState.section(release.family())));
    }
    for (Device device : devices) {
      Optional<DeviceType> owner = owner(release, device);
      if (owner.isPresent()) {
        entries.add(of(release, device, owner.get(), properties.get(device.id()), entries));
      }
    }
    return entries;
  }

  private static Entry globalState(Section globalState) {
    return new Entry(
        Optional.empty(),
        Optional.of(globalState),
        globalState.name(),
        0,
        globalState.versionId(),
        2,
        "",
        0,
        Registration.USUAL);
  }

  /// {@return the nearest type with a section: the section and how it is registered go together}
  static Optional<DeviceType> owner(Release release, Device device) {
    DeviceType type = release.type(device.type()).orElseThrow();
    for (DeviceType one : RulesProperties.ancestry(release, type)) {
      if (one.section().isPresent()) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }

  private static Entry of(
      Release release,
      Device device,
      DeviceType owner,
      Map<String, Long> properties,
      List<Entry> before)
      throws FailedException {
    Section section = owner.section().orElseThrow();
    Registration how = registration(release, device, owner);
    int explicit = UNSET;
    if (how.instanceId().isPresent()) {
      explicit = (int) number(how.instanceId().get(), properties);
    }
    boolean path = device.path().isPresent() && number(how.below(), properties) != 0;
    String idstr = path ? device.path().get() + "/" + section.name() : section.name();
    if (idstr.length() > LONGEST) {
      throw new FailedException(new StartFailure.PathTooLong(idstr));
    }
    int instance = path ? UNSET : explicit;
    if (instance == UNSET) {
      instance = 0;
      for (Entry entry : before) {
        if (entry.idstr.equals(idstr) && entry.instanceId >= instance) {
          instance = entry.instanceId + 1;
        }
      }
    }
    for (Entry entry : before) {
      if (entry.idstr.equals(idstr) && entry.instanceId == instance && refusesTwice(release)) {
        throw new FailedException(new StartFailure.DuplicateSection(idstr, instance));
      }
    }
    int compatInstance = explicit;
    if (path && compatInstance == UNSET) {
      compatInstance = 0;
      for (Entry entry : before) {
        if (entry.compatName.equals(section.name()) && entry.compatInstance >= compatInstance) {
          compatInstance = entry.compatInstance + 1;
        }
      }
    }
    return new Entry(
        Optional.of(device.id()),
        Optional.of(section),
        idstr,
        instance,
        section.versionId(),
        before.size() + 1,
        path ? section.name() : "",
        compatInstance,
        how);
  }

  /// What a type below the owner says of registering counts before what the owner says.
  private static Registration registration(Release release, Device device, DeviceType owner) {
    DeviceType type = release.type(device.type()).orElseThrow();
    for (DeviceType one : RulesProperties.ancestry(release, type)) {
      boolean says = !one.registration().equals(Registration.USUAL);
      if (says || one.equals(owner)) {
        return one.registration();
      }
    }
    return owner.registration();
  }

  private static long number(Expression expression, Map<String, Long> properties) {
    Opaque opaque = Opaque.device(NOTHING, Map.of(), properties);
    return Cell.of(Meaning.value(expression, opaque, 0)).number();
  }

  private static boolean refusesTwice(Release release) {
    return since(release, "8.2", release.family() != LoaderFamily.UP_TO_9_1);
  }

  /// {@return whether a release is as new as a version}
  ///
  /// @param otherwise what counts when the release's name is no number
  static boolean since(Release release, String version, boolean otherwise) {
    Optional<Version> own = release.version();
    return own.isPresent() ? own.get().compareTo(Version.of(version)) >= 0 : otherwise;
  }

  /// {@return entries in the order of saving and of lookup (wire-format section 3.3)}
  static List<Entry> inOrder(List<Entry> registered) {
    List<Entry> order = new ArrayList<>();
    for (Entry entry : registered) {
      int place = 0;
      while (place < order.size()
          && order.get(place).registration.priority() >= entry.registration.priority()) {
        place++;
      }
      order.add(place, entry);
    }
    return order;
  }

  /// Wire-format section 3.2; the instance is what an `int` makes of the received one.
  /// Names end at their first NUL, as C has it.
  boolean answersTo(String received, int instance) {
    String name =
        received.contains("\0") ? received.substring(0, received.indexOf('\0')) : received;
    int alias = registration.aliasId().orElse(UNSET);
    if (name.equals(idstr) && (instance == instanceId || instance == alias)) {
      return true;
    }
    return !compatName.isEmpty()
        && idstr.contains(name)
        && name.equals(compatName)
        && (instance == compatInstance || instance == alias);
  }
}
