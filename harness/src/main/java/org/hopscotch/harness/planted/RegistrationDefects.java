package org.hopscotch.harness.planted;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.LongUnaryOperator;
import java.util.function.UnaryOperator;
import org.hopscotch.harness.planted.Distortion.Loading;
import org.hopscotch.harness.planted.Distortion.Received;
import org.hopscotch.harness.planted.Distortion.Saving;
import org.hopscotch.harness.planted.Distortion.Sent;
import org.hopscotch.harness.planted.EngineDefect.Part;
import org.hopscotch.harness.planted.EngineDefect.Shows;
import org.hopscotch.model.migration.GlobalState;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.RamBlock;
import org.hopscotch.model.release.Registration;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.wire.StreamItem;

/// Sections and RAM blocks that are registered wrongly (wire-format sections 3 and 7.1).
final class RegistrationDefects {
  private static final long LARGE = 1L << 40;
  private static final long NOBODY = 0x7fff_ffff;
  private static final String RAM = "ram";

  private RegistrationDefects() {}

  static List<EngineDefect> all() {
    return List.of(
        registering(
            "sections-in-order-of-names",
            "sections are sent in the order of their names, not of priority and registration",
            Shows.ON_SOUND,
            new Saving(RegistrationDefects::byName)),
        registering(
            "priority-ascending",
            "sections of a higher MigrationPriority are sent later",
            Shows.ON_SOUND,
            new Saving(registrations(one -> one.priority(-one.priority())))),
        registering(
            "instance-ids-from-1",
            "instance ids of equal names are counted from 1",
            Shows.ON_SOUND,
            new Sent(instances(id -> id + 1)),
            new Received(instances(id -> id == 0 ? NOBODY : id - 1))),
        registering(
            "instance-ids-backwards",
            "of two devices of one name the later gets instance 0",
            Shows.ON_SOUND,
            new Sent(RegistrationDefects::firstTwoSwapped)),
        registering(
            "alias-id-ignored",
            "a section is not found by its alias id",
            Shows.ON_UNSOUND,
            new Loading(
                registrations(one ->
                    new Registration(
                        one.priority(),
                        one.instanceId(),
                        OptionalInt.empty(),
                        one.below(),
                        one.needed(),
                        one.unmigratable(),
                        one.earlySetup())))),
        registering(
            "section-needed-ignored",
            "a VMSD whose needed does not hold sends its section all the same",
            Shows.ON_SOUND,
            new Saving(registrations(one -> one.needed(Expression.TRUE)))),
        registering(
            "unmigratable-ignored",
            "a device that may not migrate does",
            Shows.ON_SOUND,
            new Saving(registrations(one -> one.unmigratable(Expression.FALSE))),
            new Loading(registrations(one -> one.unmigratable(Expression.FALSE)))),
        registering(
            "early-section-sent-late",
            "a section of early_setup is sent with all others, after RAM",
            Shows.ON_SOUND,
            new Saving(
                registrations(one ->
                    new Registration(
                        one.priority(),
                        one.instanceId(),
                        one.aliasId(),
                        one.below(),
                        one.needed(),
                        one.unmigratable(),
                        false)))),
        registering(
            "ram-size-unchecked",
            "a RAM block of another length is resized, whether or not it can be",
            Shows.ON_UNSOUND,
            new Loading(ram(block -> sized(block, LARGE)))),
        registering(
            "ram-block-not-resized",
            "a RAM block that can be resized is refused in another length",
            Shows.ON_SOUND,
            new Loading(ram(block -> sized(block, 0)))));
  }

  private static EngineDefect registering(
      String id, String line, Shows shows, Distortion... distortions) {
    return new EngineDefect(id, line, Part.REGISTERING, shows, distortions);
  }

  private static UnaryOperator<Release> registrations(UnaryOperator<Registration> change) {
    return Schemas.types(type -> type.withRegistration(change.apply(type.registration())));
  }

  private static RamBlock sized(RamBlock block, long most) {
    return new RamBlock(block.name(), block.usedLength(), most, block.present(), block.below());
  }

  private static UnaryOperator<Release> ram(UnaryOperator<RamBlock> change) {
    UnaryOperator<Release> types =
        Schemas.types(type -> type.withRam(type.ram().stream().map(change).toList()));
    return release ->
        types.apply(
            new Release(
                release.name(),
                release.parent(),
                release.family(),
                release.types(),
                release.tables(),
                release.machines().stream()
                    .map(one -> one.withRam(one.ram().stream().map(change).toList()))
                    .toList()));
  }

  private static Release byName(Release release) {
    TreeSet<String> names = new TreeSet<>();
    release.types().forEach(type -> release.section(type).map(Section::name).ifPresent(names::add));
    List<String> order = List.copyOf(names);
    return Schemas.types(type -> ranked(release, type, order)).apply(release);
  }

  private static DeviceType ranked(Release release, DeviceType type, List<String> order) {
    return type.section()
        .map(section ->
            type.withRegistration(type.registration().priority(-order.indexOf(section.name()))))
        .orElse(
            release.section(type).isPresent() ? type.withRegistration(Registration.USUAL) : type);
  }

  // ---- headers

  private static boolean isDevice(StreamItem.SectionHeader header) {
    return !header.idstr().equals(RAM) && !header.idstr().equals(GlobalState.NAME);
  }

  private static UnaryOperator<List<StreamItem>> instances(LongUnaryOperator change) {
    return SentItems.items(item ->
        item instanceof StreamItem.SectionHeader header && isDevice(header)
            ? of(header, change.applyAsLong(header.instanceId()))
            : item);
  }

  private static StreamItem of(StreamItem.SectionHeader header, long instance) {
    return new StreamItem.SectionHeader(
        header.kind(), header.sectionId(), header.idstr(), instance, header.versionId());
  }

  private static List<StreamItem> firstTwoSwapped(List<StreamItem> items) {
    List<StreamItem> others = new ArrayList<>();
    for (StreamItem item : items) {
      boolean swapped =
          item instanceof StreamItem.SectionHeader header
              && isDevice(header)
              && header.instanceId() < 2
              && hasInstance(items, header.idstr(), 1);
      others.add(
          swapped && item instanceof StreamItem.SectionHeader header
              ? of(header, 1 - header.instanceId())
              : item);
    }
    return others;
  }

  private static boolean hasInstance(List<StreamItem> items, String idstr, long instance) {
    return items.stream()
        .anyMatch(item ->
            item instanceof StreamItem.SectionHeader header
                && header.idstr().equals(idstr)
                && header.instanceId() == instance);
  }
}
