package org.hopscotch.generators.pass;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.hopscotch.model.release.Configuration;
import org.hopscotch.model.scenario.Scenario;

/// Turns off a migration capability at all stops, or leaves out the UUID.
final class DropCapability implements ScenarioPass {
  private static final String UUID = "";

  @Override
  public List<UnaryOperator<Scenario>> steps(Scenario of) {
    Set<String> names = new LinkedHashSet<>();
    names.add(UUID);
    of.route().forEach(stop -> names.addAll(new TreeSet<>(stop.configuration().capabilities())));
    return Everywhere.each(
        names, (before, name) -> Everywhere.configured(before, one -> without(one, name)));
  }

  private static Configuration without(Configuration one, String name) {
    Set<String> capabilities = new TreeSet<>(one.capabilities());
    capabilities.remove(name);
    return new Configuration(
        one.numbers(),
        one.devices(),
        one.globals(),
        capabilities,
        name.equals(UUID) ? Optional.empty() : one.uuid());
  }
}
