package org.hopscotch.generators.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hopscotch.model.evolution.Change;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.Property;
import org.hopscotch.model.release.PropertyKind;
import org.hopscotch.model.release.RamBlock;
import org.hopscotch.model.schema.Expression;

/// Sound steps that change device types, apart from what travels and from their properties.
final class TypeSteps {
  private static final int FEW = 4;
  private static final int PAGE_BYTES = 4096;
  private static final int MOST_BYTES = 1 << 20;

  static final List<Step> ALL =
      List.of(
          Step.pinned("new-type", "a new device type", TypeSteps::newType),
          Step.sound(
              "other-priority", "another place among the saved sections", TypeSteps::priority),
          Step.sound("sent-early", "a section that is sent before RAM", TypeSteps::early),
          Step.pinned(
              "guarded-ram",
              "a RAM block that there is while a property is on that rows turn off",
              TypeSteps::guardedRam),
          Step.sound(
              "resized-ram",
              "a RAM block of another size, which is resized up to its largest",
              TypeSteps::resizedRam),
          Step.pinned(
              "larger-ram",
              "a RAM block as large as a property says, and rows with the old size",
              TypeSteps::largerRam));

  private TypeSteps() {}

  private static boolean newType(Growing next) {
    next.newTypes().forEach(type -> next.change(new Change.AddType(type)));
    return true;
  }

  private static boolean priority(Growing next) {
    Optional<DeviceType> type = next.oldType();
    type.ifPresent(one ->
        next.change(
            new Change.SetRegistration(
                one.name(), one.registration().priority(1 + next.choices().below(FEW)))));
    return type.isPresent();
  }

  private static boolean early(Growing next) {
    Optional<DeviceType> type = next.oldType();
    type.ifPresent(
        one -> next.change(new Change.SetRegistration(one.name(), one.registration().sentEarly())));
    return type.isPresent();
  }

  private static boolean guardedRam(Growing next) {
    Optional<DeviceType> type = next.oldType();
    type.ifPresent(one -> {
      Expression on = next.pinned(one.name());
      RamBlock block =
          new RamBlock(next.names().next("rom"), Say.number(PAGE_BYTES), 0, on, Expression.TRUE);
      List<RamBlock> blocks = new ArrayList<>(one.ram());
      blocks.add(block);
      next.change(new Change.SetRam(one.name(), blocks));
    });
    return type.isPresent();
  }

  private static boolean largerRam(Growing next) {
    return next.oldType()
        .filter(type -> !type.ram().isEmpty())
        .filter(type -> type.ram().getFirst().usedLength() instanceof Expression.Constant)
        .map(type -> largerRam(next, type))
        .orElse(false);
  }

  private static boolean resizedRam(Growing next) {
    return next.oldType()
        .filter(type -> !type.ram().isEmpty())
        .filter(type -> type.ram().getFirst().maxLength() > 0)
        .filter(type -> type.ram().getFirst().usedLength() instanceof Expression.Constant)
        .map(type -> {
          RamBlock old = type.ram().getFirst();
          long pages = old.maxLength() / PAGE_BYTES;
          List<RamBlock> blocks = new ArrayList<>(type.ram());
          blocks.set(
              0,
              new RamBlock(
                  old.name(),
                  Say.number(PAGE_BYTES * (1L + next.choices().below((int) pages))),
                  old.maxLength(),
                  old.present(),
                  old.below()));
          next.change(new Change.SetRam(type.name(), blocks));
          return true;
        })
        .orElse(false);
  }

  private static boolean largerRam(Growing next, DeviceType type) {
    RamBlock old = type.ram().getFirst();
    String property = next.names().next("rom-size");
    next.change(
        new Change.AddProperty(
            type.name(),
            new Property(property, new PropertyKind.Size(64), Integer.toString(MOST_BYTES))));
    long bytes = ((Expression.Constant) old.usedLength()).value();
    next.pin(type.name(), property, Long.toString(bytes));
    List<RamBlock> blocks = new ArrayList<>(type.ram());
    blocks.set(
        0,
        new RamBlock(
            old.name(),
            Say.property(property),
            old.maxLength() == 0 ? 0 : MOST_BYTES,
            old.present(),
            old.below()));
    next.change(new Change.SetRam(type.name(), blocks));
    return true;
  }
}
