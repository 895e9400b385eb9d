package org.hopscotch.harness.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hopscotch.model.release.MachineType;
import org.hopscotch.model.release.RamBlock;
import org.hopscotch.model.release.Registration;
import org.hopscotch.model.release.ResolvedDevice;
import org.hopscotch.model.schema.DeviceExpressions;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.ExpressionText;
import org.hopscotch.reports.RefusalText;

/// Under which names sections and RAM blocks are registered, when they stay, and how large they
/// are: what is settled before a guest is sent.
final class RegistrationExplanation {
  private RegistrationExplanation() {}

  /// Says why the section of a sender has another name or instance on the destination.
  static void name(Hop hop, ResolvedDevice sender, Optional<ResolvedDevice> same, Text text) {
    if (same.isEmpty()) {
      text.what("%s has no device %s.".formatted(hop.destinationName(), sender.device().id()));
      return;
    }
    Optional<String> sent = hop.source().idstr(sender);
    Optional<String> there = hop.destination().idstr(same.get());
    if (!sent.equals(there)) {
      text.what(
          "There the section of %s is %s."
              .formatted(sender.device().id(), there.map(RefusalText::printable).orElse("none")));
    }
    Registration before = hop.source().registration(sender);
    Registration after = hop.destination().registration(same.get());
    if (!before.instanceId().equals(after.instanceId())) {
      text.what(
          "The instance id of %s is %s on %s and %s on %s."
              .formatted(
                  sender.type().name(),
                  words(before.instanceId()),
                  hop.sourceName(),
                  words(after.instanceId()),
                  hop.destinationName()));
    }
    if (!before.below().equals(after.below())) {
      text.what(
          "The name follows the device's path while %s on %s and while %s on %s."
              .formatted(
                  ExpressionText.print(before.below()),
                  hop.sourceName(),
                  ExpressionText.print(after.below()),
                  hop.destinationName()));
    }
    List<Expression> asked = new ArrayList<>(List.of(before.below(), after.below()));
    before.instanceId().ifPresent(asked::add);
    after.instanceId().ifPresent(asked::add);
    asked.add(before.needed());
    text.what(new Inputs(hop, sender, same.get()).differing("The registration", asked));
  }

  /// {@return the device that registers a section: by its own instance id, or as counted}
  static Optional<ResolvedDevice> sender(End end, String idstr, long instance) {
    List<ResolvedDevice> all =
        end.devices().stream()
            .filter(one -> end.idstr(one).filter(idstr::equals).isPresent())
            .toList();
    return all.stream()
        .filter(one ->
            end.registration(one)
                .instanceId()
                .filter(id -> DeviceExpressions.number(id, one.bindings()) == instance)
                .isPresent())
        .findFirst()
        .or(() -> all.stream().skip(Math.min(instance, all.size())).findFirst());
  }

  private static String words(Optional<Expression> instance) {
    return instance.map(ExpressionText::print).orElse("counted");
  }

  /// Says why a device's guest may not arrive.
  static void unmigratable(Hop hop, String idstr, Text text) {
    Optional<ResolvedDevice> there = hop.destination().device(idstr);
    if (there.isEmpty()) {
      return;
    }
    Expression stays = hop.destination().registration(there.get()).unmigratable();
    if (!stays.equals(Expression.TRUE)) {
      text.what(
          "It stays while %s; there %s."
              .formatted(ExpressionText.print(stays), Inputs.here(there.get(), stays)));
    }
    hop.source()
        .device(idstr)
        .ifPresent(here -> {
          Expression before = hop.source().registration(here).unmigratable();
          text.what(
              new Inputs(hop, here, there.get())
                  .differing("The registration", List.of(before, stays)));
        });
  }

  // ---- RAM

  /// A block and the device that has it; for one of the machine its first device.
  private record Owned(RamBlock block, ResolvedDevice device) {}

  /// Says why a RAM block has another size.
  static void block(Hop hop, String name, Text text) {
    Optional<Owned> before = block(hop.source(), name);
    Optional<Owned> after = block(hop.destination(), name);
    if (before.isEmpty() || after.isEmpty()) {
      return;
    }
    Expression one = before.get().block().usedLength();
    Expression other = after.get().block().usedLength();
    if (!one.equals(other)) {
      text.what(
          "Its length is %s on %s and %s on %s."
              .formatted(
                  ExpressionText.print(one),
                  hop.sourceName(),
                  ExpressionText.print(other),
                  hop.destinationName()));
    }
    text.what(
        new Inputs(hop, before.get().device(), after.get().device())
            .differing("The length", List.of(one, other)));
  }

  private static Optional<Owned> block(End end, String name) {
    List<ResolvedDevice> devices = end.devices();
    Stream<Owned> own =
        end.release().machine(end.stop().machine()).map(MachineType::ram).orElse(List.of()).stream()
            .map(block -> new Owned(block, devices.getFirst()));
    Stream<Owned> others =
        devices.stream()
            .flatMap(device ->
                end.release().lineage(device.type()).stream()
                    .flatMap(type -> type.ram().stream())
                    .map(block -> new Owned(block, device)));
    return Stream.concat(own, others)
        .filter(one -> name.equals(one.block().name()) || name.endsWith("/" + one.block().name()))
        .findFirst();
  }
}
