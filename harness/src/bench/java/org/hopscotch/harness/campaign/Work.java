package org.hopscotch.harness.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hopscotch.harness.subject.EngineSubject;
import org.hopscotch.harness.subject.Instance;
import org.hopscotch.harness.subject.Subject;
import org.hopscotch.model.migration.Host;
import org.hopscotch.model.migration.Outcome;
import org.hopscotch.model.state.GuestState;

/// What a try asks of the engine, to be done again without the try: hosts are started, guests
/// entered, streams loaded, guests saved. It is the engine while it takes notes.
final class Work implements Subject {
  private final Subject engine = new EngineSubject();
  private final List<Host> hosts = new ArrayList<>();
  private final List<Session> sessions = new ArrayList<>();

  /// What happened on one host from its start on.
  ///
  /// @param host which of the hosts
  private record Session(int host, long leftover, List<Step> steps) {}

  private sealed interface Step {}

  private record Entered(GuestState guest) implements Step {}

  private record Loaded(byte[] stream) implements Step {}

  /// A copy was kept of the guest as it was.
  private record Froze(List<Step> steps) implements Step {}

  private record WasReset() implements Step {}

  private record WasSaved() implements Step {}

  int starts() {
    return sessions.size();
  }

  int saves() {
    return count(WasSaved.class::isInstance);
  }

  int loads() {
    return count(Loaded.class::isInstance);
  }

  private int count(Predicate<Step> kind) {
    return (int) sessions.stream().flatMap(one -> all(one.steps())).filter(kind).count();
  }

  private static Stream<Step> all(List<Step> steps) {
    return steps.stream()
        .flatMap(step ->
            step instanceof Froze(List<Step> more)
                ? Stream.concat(Stream.of(step), all(more))
                : Stream.of(step));
  }

  /// {@return what doing it again comes to}
  List<Object> again() {
    List<Starter> starters = hosts.stream().map(engine::starter).toList();
    List<Object> came = new ArrayList<>();
    for (Session session : sessions) {
      Start start = starters.get(session.host()).start(session.leftover());
      came.add(start);
      if (start instanceof Started(Instance instance)) {
        session.steps().forEach(step -> came.add(step(instance, step)));
      }
    }
    return came;
  }

  private static Object step(Instance instance, Step step) {
    return switch (step) {
      case Entered(GuestState guest) -> instance.enter(guest);
      case Loaded(byte[] stream) -> instance.load(stream);
      case Froze(List<Step> steps) ->
          instance
              .frozen()
              .map(copy -> steps.stream().map(more -> step(copy, more)).toList())
              .orElse(List.of());
      case WasReset _ -> {
        instance.reset();
        yield step;
      }
      // The stream with its description: a bare save is a whole one.
      case WasSaved _ -> instance.save() instanceof Instance.Saved saved ? saved.stream() : step;
    };
  }

  // ---- taking notes

  @Override
  public Start start(Host host) {
    return starter(host).start(host.leftover());
  }

  @Override
  public Starter starter(Host host) {
    hosts.add(host);
    int number = hosts.size() - 1;
    Starter starter = engine.starter(host);
    return leftover -> {
      Session session = new Session(number, leftover, new ArrayList<>());
      sessions.add(session);
      return starter.start(leftover) instanceof Started(Instance instance)
          ? new Started(new Noting(instance, session.steps()))
          : starter.start(leftover);
    };
  }

  @Override
  public boolean outlivesClosing() {
    return engine.outlivesClosing();
  }

  private record Noting(Instance instance, List<Step> steps) implements Instance {
    @Override
    public boolean enter(GuestState guest) {
      return noted(new Entered(guest), () -> instance.enter(guest));
    }

    @Override
    public Save save() {
      return noted(new WasSaved(), instance::save);
    }

    @Override
    public Outcome load(byte[] stream) {
      return noted(new Loaded(stream), () -> instance.load(stream));
    }

    @Override
    public Optional<Instance> frozen() {
      List<Step> more = new ArrayList<>();
      steps.add(new Froze(more));
      return instance.frozen().map(copy -> new Noting(copy, more));
    }

    @Override
    public void reset() {
      steps.add(new WasReset());
      instance.reset();
    }

    private <T> T noted(Step step, Supplier<T> done) {
      steps.add(step);
      return done.get();
    }

    @Override
    public Optional<GuestState> look() {
      return instance.look();
    }

    @Override
    public void close() {
      instance.close();
    }
  }
}
