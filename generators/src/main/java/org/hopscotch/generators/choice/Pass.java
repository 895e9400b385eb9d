package org.hopscotch.generators.choice;

/// The ways to make recorded choices simpler, in the order in which they are tried: what takes most
/// away comes first.
enum Pass {
  CUT_SPANS,
  CUT_RUNS,
  HOIST,
  ZERO_SPANS,
  ZERO_RUNS,
  LOWER_EACH,
  MERGE,
  SWAP_SPANS,
  LOWER_EQUAL,
  LOWER_PAIRS,
  SHIFT,
  SWAP,
  CUT_COUNTED,
  TRADE,
  RENUMBER,
  CUT_FOR_EXTREME;

  /// How many pairs a pass looks at. In a recording that has more, it looks at near ones only; in
  /// one that has more choices than this, at none.
  static final int MOST_PAIRS = 1 << 12;

  /// Asks the trial about each edit in turn, going on from what it accepted.
  void run(Trial trial) {
    switch (this) {
      case CUT_SPANS -> Cuts.spans(trial);
      case CUT_RUNS -> Cuts.runs(trial);
      case HOIST -> Moves.hoist(trial);
      case ZERO_SPANS -> Lowering.zeroSpans(trial);
      case ZERO_RUNS -> Lowering.zeroRuns(trial);
      case LOWER_EACH -> Lowering.each(trial);
      case MERGE -> Moves.merge(trial);
      case SWAP_SPANS -> Moves.swap(trial);
      case LOWER_EQUAL -> Lowering.equal(trial);
      case LOWER_PAIRS -> Pairs.lower(trial);
      case SHIFT -> Pairs.shift(trial);
      case SWAP -> Pairs.swap(trial);
      case CUT_COUNTED -> Cuts.counted(trial);
      case TRADE -> Pairs.trade(trial);
      case RENUMBER -> Cuts.renumber(trial);
      case CUT_FOR_EXTREME -> Cuts.forExtreme(trial);
    }
  }
}
