package org.hopscotch.harness.repair;

import java.util.List;

/// What came of looking for repairs.
///
/// @param proposals the best first, each of another kind; empty when there are none
/// @param judged how many scenarios were judged on the way
public record Found(List<Proposal> proposals, int judged) {
  public Found {
    proposals = List.copyOf(proposals);
  }
}
