package org.hopscotch.model.wire;

import java.util.BitSet;
import java.util.Optional;

/// Which elements of compressed arrays are NULL pointers.
///
/// Up to QEMU 9.1 a description shows a pointer array as if every element were there, while a NULL
/// takes one byte 0x30 on the wire (wire-format section 4.7). An element that begins with 0x30 can
/// thus be either. A trial reading asks at each such place; the answers are varied until exactly
/// one set of them ends the body at its footer.
final class NullChoices {
  private static final int MOST_TRIALS = 256;

  private final BitSet isNull;
  private int asked;

  private NullChoices(BitSet isNull) {
    this.isNull = isNull;
  }

  /// {@return the choices that take no element for NULL}
  static NullChoices none() {
    return new NullChoices(new BitSet());
  }

  /// {@return whether the element that comes next is to be taken for a NULL}
  boolean nextIsNull(WireInput in) {
    return in.peek(0) == BodyWriter.NULL_MARKER && isNull.get(asked++);
  }

  /// {@return whether there was any place to choose at}
  boolean hadPlaces() {
    return asked > 0;
  }

  /// A reading that is repeated with other choices.
  interface Trial {
    /// {@return the body, when it ends where it must}
    Optional<Body> read(NullChoices choices);

    /// {@return whether one more reading is worth its cost}
    boolean affordable();
  }

  /// {@return the only body that any choice gives; empty when none fits, several do, or there are
  /// too many places to try}
  static Optional<Body> onlyFit(Trial trial) {
    Optional<Body> found = Optional.empty();
    NullChoices choices = none();
    for (int trials = 0; trials < MOST_TRIALS && trial.affordable(); trials++) {
      Optional<Body> fit = trial.read(choices);
      if (fit.isPresent() && found.isPresent()) {
        return Optional.empty();
      }
      found = found.or(() -> fit);
      Optional<NullChoices> next = choices.next();
      if (next.isEmpty()) {
        return found;
      }
      choices = next.get();
    }
    return Optional.empty();
  }

  /// The next choices in the order of a binary counter whose last asked place is its lowest digit.
  private Optional<NullChoices> next() {
    int last = asked - 1;
    while (last >= 0 && isNull.get(last)) {
      last--;
    }
    if (last < 0) {
      return Optional.empty();
    }
    BitSet next = isNull.get(0, last);
    next.set(last);
    return Optional.of(new NullChoices(next));
  }
}
