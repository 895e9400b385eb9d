package org.hopscotch.corpus;

import java.util.List;
import java.util.Optional;

/// Where a finding comes from and what it shows: what is kept beside its case.
///
/// @param signature what makes two findings one
/// @param invariant the promise that is broken
/// @param reason in words
/// @param severity in words; empty where it is not known
/// @param because what happened
/// @param shows signatures of all that shows in the case
/// @param number of the case in its run
/// @param tool that found it, with its version
/// @param generators the version of what a seed draws
/// @param replay the command that plays it again
/// @param campaign the command that draws, judges and minimises it again
public record Provenance(
    String signature,
    String invariant,
    String reason,
    Optional<String> severity,
    String because,
    List<String> shows,
    String seed,
    long number,
    String tool,
    int generators,
    String replay,
    String campaign) {
  public Provenance {
    shows = List.copyOf(shows);
  }
}
