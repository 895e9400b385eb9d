package org.hopscotch.generators;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hopscotch.corpus.GivenHistory;
import org.hopscotch.generators.choice.Choices;
import org.hopscotch.generators.choice.Generator;
import org.hopscotch.model.release.Configuration;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.History;
import org.hopscotch.model.release.Member;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.release.Surroundings;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.scenario.Stop;
import org.hopscotch.model.schema.Expression;

/// Draws guests, hosts and routes over releases that somebody gives. The releases stay as they are.
public final class Scenarios implements Generator<Scenario> {
  static final int DEVICE_SWARM = 16;
  private static final int MEMBER_SWARM = 16;

  private final History history;
  private final Routes routes;
  private final HostMentions mentions;
  private final Hosts hosts;
  private final ByHand byHand = new ByHand();
  private final GivenGuests guests = new GivenGuests();

  private Scenarios(GivenHistory given) {
    this.history = given.history();
    this.routes = new Routes(history);
    this.mentions = HostMentions.of(history);
    this.hosts = new Hosts(given.configuration(), given.surroundings(), mentions);
  }

  /// {@return a generator over the releases of a history}
  public static Scenarios over(GivenHistory given) {
    return new Scenarios(given);
  }

  @Override
  public Scenario draw(Choices choices) {
    long devices = choices.swarm(DEVICE_SWARM);
    long members = choices.swarm(MEMBER_SWARM);
    Routes.Route route = choices.span("route", routes::draw);
    Release oldest = oldest(route);
    Configuration configuration =
        choices.span(
            "configuration", _ -> hosts.configuration(choices, oldest, route.machine(), devices));
    Surroundings around = choices.span("surroundings", hosts::surroundings);
    List<Stop> stops =
        route.legs().stream()
            .map(
                leg -> new Stop(leg.release(), route.machine(), configuration, around, leg.reset()))
            .toList();
    List<Stop> set = choices.span("properties", _ -> byHand.set(choices, stops));
    return new Scenario(history, guests.draw(choices, set.getFirst(), members), set);
  }

  /// {@return a scenario as it can be saved: a reader wants a value for every name that the
  /// releases ask hosts for}
  public Scenario complete(Scenario drawn) {
    return mentions.complete(drawn);
  }

  /// {@return the members, as `type.member`, that a guest would give other values by all that their
  /// sections say; with the values that are legal, where somebody says so}
  public static SortedMap<String, Expression> expected(History history) {
    SortedMap<String, Expression> all = new TreeMap<>();
    for (Release release : history.releases()) {
      for (DeviceType type : release.types()) {
        StructUse use = StructUse.of(release, type);
        for (Member member : type.isAbstract() ? List.<Member>of() : release.members(type)) {
          if (FreeMembers.isExpected(member, use)) {
            all.put(type.name() + "." + member.name(), member.legal());
          }
        }
      }
    }
    return all;
  }

  /// {@return whether there can be any device at all}
  public static boolean hasDevices(GivenHistory given) {
    return given.configuration().isPresent()
        || given.history().releases().stream()
            .anyMatch(release ->
                release.machines().stream().anyMatch(machine -> !machine.devices().isEmpty())
                    || release.types().stream().anyMatch(type -> Hosts.isPlain(release, type)));
  }

  /// {@return the oldest release of a route, of those that offer its machine type}
  private Release oldest(Routes.Route route) {
    return route.legs().stream()
        .map(Routes.Leg::release)
        .filter(release -> release.machine(route.machine()).isPresent())
        .reduce((a, b) -> history.isOlder(b, a) ? b : a)
        .orElseThrow();
  }
}
