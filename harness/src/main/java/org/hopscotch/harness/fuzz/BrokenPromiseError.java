package org.hopscotch.harness.fuzz;

import java.io.Serial;
import org.hopscotch.model.scenario.Judgement;
import org.hopscotch.model.scenario.Verdict;

/// Tells a fuzzer that a promise was broken.
///
/// Fuzzers tell findings apart by their stack traces, while all of these are thrown at one place;
/// therefore the trace begins with a frame that is the class of reason.
public final class BrokenPromiseError extends AssertionError {
  @Serial private static final long serialVersionUID = 1L;

  private BrokenPromiseError(Judgement judgement) {
    super(judgement.reasonClass() + ": " + judgement.because());
    StackTraceElement[] thrown = getStackTrace();
    StackTraceElement[] trace = new StackTraceElement[thrown.length + 1];
    trace[0] = new StackTraceElement("promise", judgement.reasonClass(), null, -1);
    System.arraycopy(thrown, 0, trace, 1, thrown.length);
    setStackTrace(trace);
  }

  /// Returns unless `judgement` is {@link Verdict#VIOLATED}.
  ///
  /// @throws BrokenPromiseError with the class of reason first, then what happened
  static void throwIfViolated(Judgement judgement) {
    if (judgement.verdict() == Verdict.VIOLATED) {
      throw new BrokenPromiseError(judgement);
    }
  }
}
