package org.hopscotch.harness.replay;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hopscotch.corpus.DescriptionJson;
import org.hopscotch.harness.explain.Asked;
import org.hopscotch.harness.explain.Expressions;
import org.hopscotch.harness.invariant.Journey;
import org.hopscotch.harness.invariant.View;
import org.hopscotch.harness.subject.Instance;
import org.hopscotch.model.migration.Outcome;
import org.hopscotch.model.release.MigrationObject;
import org.hopscotch.model.release.Origin;
import org.hopscotch.model.release.Resolution;
import org.hopscotch.model.release.ResolvedDevice;
import org.hopscotch.model.release.ResolvedProperty;
import org.hopscotch.model.scenario.Stop;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.state.GuestState;
import org.hopscotch.model.wire.ByteSource;
import org.hopscotch.model.wire.Likenesses;
import org.hopscotch.model.wire.StreamReader;
import org.hopscotch.reports.LoaderWords;
import org.hopscotch.reports.OutcomeText;
import org.hopscotch.reports.PropertyText;
import org.hopscotch.reports.StreamText;

/// The way of a guest: each stop with what it is asked for there and has, the guest's members, and
/// the stream in which it leaves.
final class WayStory {
  private static final int HELD_BYTES = 1 << 26;

  private final StoryText text;
  private final Journey journey;

  WayStory(StoryText text, Journey journey) {
    this.text = text;
    this.journey = journey;
  }

  void tell() {
    boolean tried = true;
    for (int i = 0; i < journey.route().size(); i++) {
      if (tried) {
        tell(i);
        tried = journey.stream(i).isPresent();
        boolean last = i + 1 == journey.route().size();
        if (!tried && !last) {
          text.line("   The stops after it were not tried.");
        }
        text.line("");
      }
    }
  }

  private void tell(int at) {
    Stop stop = journey.route().get(at);
    text.line("%d. %s%s".formatted(at + 1, stop, stop.reset() ? ", where the guest reboots" : ""));
    Journey.resolved(stop)
        .ifPresent(resolved -> {
          circumstances(stop, resolved.devices());
          resolved.devices().forEach(this::properties);
        });
    Outcome outcome = journey.visit(at).outcome();
    if (at > 0 || !outcome.arrived()) {
      text.line("   " + OutcomeText.words(outcome));
    }
    if (outcome instanceof Outcome.Refused refused) {
      LoaderWords.of(refused, stop.release().family())
          .forEach(words -> text.line("   QEMU says: " + words));
    }
    members(at);
    if (at + 1 < journey.route().size()) {
      leaving(at);
    }
  }

  // ---- what there is

  /// Numbers of the machine and of the host that something there asks for.
  private void circumstances(Stop stop, List<ResolvedDevice> devices) {
    Set<String> told = new TreeSet<>();
    for (ResolvedDevice device : devices) {
      for (String name : Asked.properties(Expressions.of(device, stop.release()))) {
        if (name.startsWith("host.") || name.startsWith("machine.")) {
          told.add("%s = %d".formatted(name, device.bindings().property(name)));
        }
      }
    }
    if (!told.isEmpty()) {
      text.paragraph("   asked for: ", String.join(", ", told));
    }
  }

  private void properties(ResolvedDevice device) {
    boolean migration = device.type().name().equals(MigrationObject.NAME);
    for (ResolvedProperty property : device.properties().values()) {
      if (!migration || isTold(property)) {
        text.paragraph(
            "   ",
            "%s.%s = %s, from %s"
                .formatted(
                    device.device().id(),
                    property.property().name(),
                    PropertyText.value(property.property().kind(), property.value()),
                    OutcomeText.words(property.origin())));
      }
    }
  }

  /// What every host of the way has of the migration object is no news.
  private boolean isTold(ResolvedProperty property) {
    Set<Long> values =
        journey.route().stream()
            .flatMap(stop -> Journey.resolved(stop).stream())
            .map(resolved -> number(resolved, property.property().name()))
            .collect(Collectors.toSet());
    boolean byHand =
        property.origin() instanceof Origin.GlobalOption
            || property.origin() instanceof Origin.DeviceOption;
    return values.size() > 1 || byHand;
  }

  private static long number(Resolution.Resolved resolved, String property) {
    return resolved
        .device(MigrationObject.NAME)
        .flatMap(device -> device.property(property))
        .map(ResolvedProperty::number)
        .orElse(0L);
  }

  // ---- the guest

  private void members(int at) {
    Optional<GuestState> now = look(at);
    Optional<GuestState> before = at == 0 ? Optional.empty() : look(at - 1);
    Optional<GuestState> fresh =
        now.flatMap(_ -> journey.fresh(journey.route().get(at))).flatMap(View::look);
    for (Map.Entry<String, DeviceState> device :
        now.map(GuestState::devices).orElse(Map.of()).entrySet()) {
      String id = device.getKey();
      if (!device.getValue().members().isEmpty()) {
        text.paragraph(
            "   " + id + ": ",
            MemberListing.of(
                device.getValue(),
                before.flatMap(guest -> guest.device(id)),
                fresh.flatMap(guest -> guest.device(id))));
      }
    }
  }

  private Optional<GuestState> look(int at) {
    return journey.visit(at).leaving().flatMap(View::look);
  }

  private void leaving(int at) {
    journey
        .visit(at)
        .leaving()
        .map(View::first)
        .ifPresent(save -> {
          switch (save) {
            case Instance.Saved saved -> stream(saved.stream());
            case Instance.NotSaved(Outcome outcome) ->
                text.line("   " + OutcomeText.words(outcome));
          }
        });
  }

  private void stream(byte[] stream) {
    StringWriter decoded = new StringWriter();
    PrintWriter out = new PrintWriter(decoded);
    StreamReader.read(
        ByteSource.of(stream),
        new StreamReader.Options(
            DescriptionJson::parse, Optional::empty, Likenesses.none(), HELD_BYTES),
        new StreamText(out));
    out.flush();
    text.line("   leaves as a stream of %d bytes:".formatted(stream.length));
    decoded.toString().lines().forEach(one -> text.line("     " + one));
  }
}
