package org.hopscotch.harness.subject;

import java.util.Optional;
import org.hopscotch.corpus.DescriptionJson;
import org.hopscotch.model.migration.Blueprint;
import org.hopscotch.model.migration.Host;
import org.hopscotch.model.migration.Outcome;
import org.hopscotch.model.migration.VirtualMachine;
import org.hopscotch.model.release.StartFailure;
import org.hopscotch.model.state.GuestState;

/// The engine of this project.
public final class EngineSubject implements Subject {
  @Override
  public Start start(Host host) {
    return started(VirtualMachine.start(host));
  }

  @Override
  public Starter starter(Host host) {
    Blueprint blueprint = Blueprint.of(host);
    return leftover -> started(blueprint.start(leftover));
  }

  private static Start started(VirtualMachine.Start start) {
    return switch (start) {
      case VirtualMachine.Started(VirtualMachine machine) -> new Started(new Engine(machine));
      case VirtualMachine.DidNotStart(StartFailure failure) -> new DidNotStart(failure);
    };
  }

  /// Nothing outside memory is held.
  @Override
  public boolean outlivesClosing() {
    return true;
  }

  private record Engine(VirtualMachine machine) implements Instance {
    @Override
    public boolean enter(GuestState guest) {
      machine.enter(guest);
      return true;
    }

    @Override
    public Save save() {
      return switch (machine.save(DescriptionJson::print)) {
        case VirtualMachine.Saved saved ->
            new Saved(
                saved::stream,
                saved.sections().stream().map(extent -> body(saved, extent)).toList());
        case VirtualMachine.NotSaved(Outcome outcome) -> new NotSaved(outcome);
      };
    }

    private static SectionBody body(VirtualMachine.Saved saved, VirtualMachine.Extent extent) {
      return new SectionBody(extent.idstr(), extent.instanceId(), saved.body(extent));
    }

    @Override
    public Outcome load(byte[] stream) {
      return machine.load(stream);
    }

    @Override
    public void reset() {
      machine.reset();
    }

    @Override
    public Optional<Instance> frozen() {
      return machine.frozen().map(Engine::new);
    }

    @Override
    public Optional<GuestState> look() {
      return Optional.of(machine.look());
    }

    @Override
    public void close() {
      // Nothing outside memory is held.
    }
  }
}
