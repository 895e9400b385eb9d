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
          "There %s registers %s."
              .formatted(
                  sender.device().id(), there.map(RefusalText::printable).orElse("no section")));
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

  /// {@return the instance id under which a device registers its section}
  static long instance(End end, ResolvedDevice device) {
    return end.registration(device)
        .instanceId()
        .map(id -> DeviceExpressions.number(id, device.bindings()))
        .filter(id -> id >= 0)
        .orElseGet(() ->
            end.devices().stream()
                .takeWhile(one -> !one.equals(device))
                .filter(one -> end.idstr(one).equals(end.idstr(device)))
                .count());
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

  /// Says which blocks there are of the device that has one by another name.
  static void unknownBlock(Hop hop, String name, Text text) {
    Optional<Owned> sent = block(hop.source(), name);
    Optional<ResolvedDevice> there =
        sent.flatMap(one -> hop.destination().device(one.device().device().id()));
    if (there.isEmpty()) {
      return;
    }
    List<RamBlock> blocks =
        hop.destination().release().lineage(there.get().type()).stream()
            .flatMap(type -> type.ram().stream())
            .toList();
    if (!blocks.isEmpty()) {
      text.what(
          "On %s %s has %s."
              .formatted(
                  hop.destinationName(),
                  there.get().device().id(),
                  String.join(", ", blocks.stream().map(RegistrationExplanation::words).toList())));
    }
    List<Expression> asked = new ArrayList<>();
    asked.add(sent.get().block().below());
    asked.add(sent.get().block().present());
    blocks.forEach(block -> asked.addAll(List.of(block.below(), block.present())));
    text.what(new Inputs(hop, sent.get().device(), there.get()).differing("The block", asked));
  }

  private static String words(RamBlock block) {
    String present = ExpressionText.print(block.present());
    String below = ExpressionText.print(block.below());
    return block.name()
        + (block.present().equals(Expression.TRUE) ? "" : " while " + present)
        + (block.below().equals(Expression.TRUE) ? "" : " (below its path while " + below + ")");
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
