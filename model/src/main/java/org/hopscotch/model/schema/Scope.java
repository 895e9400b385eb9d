package org.hopscotch.model.schema;

import java.util.Map;
import java.util.Optional;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.state.Memory;
import org.hopscotch.model.state.Value;

/// One struct while it is saved or loaded: what QEMU's functions get as `opaque`. Its members
/// change as fields arrive and hooks run.
public final class Scope {
  private static final String PARENT = "parent.";

  private final Section section;
  private final Memory members;
  private final Optional<Scope> parent;
  private final boolean scratch;
  private final Bindings bindings;

  private Scope(
      Section section,
      DeviceState state,
      Optional<Scope> parent,
      boolean scratch,
      Bindings bindings) {
    this.section = section;
    this.members = new Memory(state);
    this.parent = parent;
    this.scratch = scratch;
    this.bindings = bindings;
  }

  /// The whole device.
  public Scope(Section section, DeviceState state, Bindings bindings) {
    this(section, state, Optional.empty(), false, bindings);
  }

  /// {@return a struct inside this one}
  public Scope child(Section child, DeviceState state) {
    return new Scope(child, state, Optional.of(this), false, bindings);
  }

  /// {@return scratch memory of this struct, from where its members are seen by their own names}
  public Scope scratch(Section child) {
    return new Scope(child, ZeroedMemory.of(child), Optional.of(this), true, bindings);
  }

  /// {@return the members as they are now}
  public DeviceState state() {
    return members.state();
  }

  /// {@return the value at a path, here or, for scratch memory, in the struct around}
  public Optional<Value> find(String path) {
    Optional<Value> own = members.find(path);
    if (own.isPresent() || parent.isEmpty()) {
      return own;
    }
    if (path.startsWith(PARENT)) {
      return parent.get().find(path.substring(PARENT.length()));
    }
    return scratch ? parent.get().find(path) : Optional.empty();
  }

  /// {@return the value at a path}
  ///
  /// @throws IllegalArgumentException when there is none
  public Value get(String path) {
    return find(path)
        .orElseThrow(() -> new IllegalArgumentException(section.name() + " has no member " + path));
  }

  /// Gives a member of this struct, or one at a path inside it, a value as it is.
  public void set(String member, Value value) {
    if (members.has(member)) {
      members.put(member, value);
    } else {
      members.set(member, value);
    }
  }

  /// {@return the value of an expression that asks for no version}
  public Value value(Expression expression) {
    return Evaluation.value(expression, at(0));
  }

  /// {@return whether a condition holds here}
  public boolean holds(Expression condition, long version) {
    if (condition instanceof Expression.Constant(long value)) {
      return value != 0;
    }
    return Evaluation.holds(condition, at(version));
  }

  /// {@return whether a field exists in a version (wire-format section 4.3)}
  public boolean has(Field field, long version) {
    return switch (field.existence()) {
      case Existence.Since since -> since.version() <= version;
      case Existence.Test test -> holds(test.test(), version);
    };
  }

  /// {@return a count, as C's `int`}
  public int count(Count count) {
    if (count instanceof Count.Fixed(int n)) {
      return n;
    }
    return Evaluation.count(count, at(0));
  }

  /// Runs a hook.
  ///
  /// @return the statement that ended it early, if one did
  public Optional<Statement> run(Hook hook, long version) {
    if (hook.statements().isEmpty()) {
      return Optional.empty();
    }
    for (Statement statement : hook.statements()) {
      boolean ends =
          switch (statement) {
            case Statement.Assignment a -> {
              assign(a.member(), Evaluation.value(a.value(), at(version)));
              yield false;
            }
            case Statement.Refuse r -> holds(r.when(), version);
            case Statement.Return r -> holds(r.when(), version);
          };
      if (ends) {
        return Optional.of(statement);
      }
    }
    return Optional.empty();
  }

  private void assign(String path, Value value) {
    boolean own = members.has(path);
    if (!own && parent.isPresent() && path.startsWith(PARENT)) {
      parent.get().assign(path.substring(PARENT.length()), value);
    } else if (!own && scratch && parent.orElseThrow().find(path).isPresent()) {
      parent.get().assign(path, value);
    } else {
      Value old = find(path).orElse(value);
      members.put(path, wrapped(path, Evaluation.converted(value, old)));
    }
  }

  /// Cuts numbers to the width of the member that takes them, as C does.
  private Value wrapped(String path, Value value) {
    return section.scalarType(path).map(type -> wrapped(type, value)).orElse(value);
  }

  private static Value wrapped(ScalarType type, Value value) {
    return switch (value) {
      case Value.Number n -> Value.of(Evaluation.stored(type, n.value()));
      case Value.Numbers n -> {
        long[] cut = n.values().clone();
        for (int i = 0; i < cut.length; i++) {
          cut[i] = Evaluation.stored(type, cut[i]);
        }
        yield new Value.Numbers(cut);
      }
      case Value.Bytes _, Value.Struct _, Value.Elements _, Value.Null _ -> value;
    };
  }

  private Environment at(long version) {
    return new Environment() {
      @Override
      public Value member(String path) {
        return get(path);
      }

      @Override
      public long property(String name) {
        return bindings.property(name);
      }

      @Override
      public boolean unknown(String name) {
        return bound(bindings.unknown(), name);
      }

      @Override
      public long version() {
        return version;
      }
    };
  }

  private static <T> T bound(Map<String, T> values, String name) {
    if (!values.containsKey(name)) {
      throw new IllegalArgumentException("no value for " + name);
    }
    return values.get(name);
  }
}
