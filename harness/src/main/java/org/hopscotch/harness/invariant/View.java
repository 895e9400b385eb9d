package org.hopscotch.harness.invariant;

import java.util.Optional;
import org.hopscotch.harness.subject.Instance;
import org.hopscotch.model.state.GuestState;

/// What there was to see of a guest at one moment. Its saves are made when somebody asks, where the
/// subject is still there then.
public final class View {
  private final Optional<GuestState> look;
  private final Instance instance;
  private Optional<Instance.Save> first = Optional.empty();
  private Optional<Instance.Save> second = Optional.empty();

  private View(Instance instance) {
    this.look = instance.look();
    this.instance = instance;
  }

  /// {@return a view of a guest that nobody lets go on}
  ///
  /// @param instance which can be used after it was closed
  static View later(Instance instance) {
    return new View(instance);
  }

  /// {@return a view of a guest that goes on: it was saved twice}
  static View now(Instance instance) {
    View view = new View(instance);
    view.second();
    return view;
  }

  /// {@return its members, where the subject shows them}
  public Optional<GuestState> look() {
    return look;
  }

  /// {@return a save}
  public Instance.Save first() {
    if (first.isEmpty()) {
      first = Optional.of(instance.save());
    }
    return first.get();
  }

  /// {@return another save right after it: what differs between them is noise}
  public Instance.Save second() {
    if (second.isEmpty()) {
      first();
      second = Optional.of(instance.save());
    }
    return second.get();
  }

  /// {@return the first save, if it came about}
  public Optional<Instance.Saved> saved() {
    return first() instanceof Instance.Saved saved ? Optional.of(saved) : Optional.empty();
  }
}
