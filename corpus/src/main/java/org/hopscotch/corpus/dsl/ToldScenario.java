package org.hopscotch.corpus.dsl;

import java.util.List;
import org.hopscotch.model.release.Configuration;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.release.Surroundings;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.state.GuestState;
import org.hopscotch.model.state.Value;

/// A scenario before its route: releases, what every stop has, what the guest did.
///
/// @param told the releases, each behind those that it is like
public record ToldScenario(
    List<ToldRelease> told,
    Configuration configuration,
    Surroundings surroundings,
    GuestState guest)
    implements Configured<ToldScenario> {

  public ToldScenario {
    told = List.copyOf(told);
  }

  static ToldScenario of(List<ToldRelease> told) {
    Releases.requireFitting(told.stream().map(ToldRelease::told).toList());
    return new ToldScenario(told, Configuration.BARE, Surroundings.PLAIN, GuestState.EMPTY);
  }

  @Override
  public List<Release> releases() {
    return told.stream().map(ToldRelease::release).toList();
  }

  @Override
  public ToldScenario with(Configuration other) {
    return new ToldScenario(told, other, surroundings, guest);
  }

  @Override
  public ToldScenario with(Surroundings other) {
    return new ToldScenario(told, configuration, other, guest);
  }

  /// {@return this with a number that the guest gave a member}
  public ToldScenario guest(String device, String member, long number) {
    return guest(device, member, Value.of(number));
  }

  /// {@return this with a value that the guest gave a member}
  ///
  /// @throws IllegalArgumentException for a member twice
  public ToldScenario guest(String device, String member, Value value) {
    DeviceState state = guest.device(device).orElse(DeviceState.EMPTY);
    if (state.members().containsKey(member)) {
      throw new IllegalArgumentException("guest: %s of %s twice".formatted(member, device));
    }
    return new ToldScenario(
        told, configuration, surroundings, guest.with(device, state.with(member, value)));
  }

  /// {@return the route's first stop, where the guest does what it does}
  ///
  /// @throws IllegalArgumentException for a release or machine type that there is not, and for a
  ///     guest that gives values to what its devices do not have there
  public ToldRoute from(String release, String machine) {
    return new ToldRoute(this, List.of()).to(release, machine);
  }

  /// {@return the route's first stop, for a machine type that no release has}
  public ToldRoute fromUnknownMachine(String release, String machine) {
    return new ToldRoute(this, List.of()).toUnknownMachine(release, machine);
  }
}
