package org.hopscotch.corpus;

import java.util.List;
import java.util.Optional;
import org.hopscotch.model.release.Configuration;
import org.hopscotch.model.release.History;
import org.hopscotch.model.release.Surroundings;

/// Releases that somebody gives, for guests, hosts and routes to be drawn over them.
///
/// @param about what they are, for people
/// @param told how the history is told
/// @param configuration what its machines are made of; without one that is drawn too
/// @param surroundings features that every host has
public record GivenHistory(
    String about,
    List<Told> told,
    History history,
    Optional<Configuration> configuration,
    Surroundings surroundings) {

  public GivenHistory {
    told = List.copyOf(told);
  }
}
