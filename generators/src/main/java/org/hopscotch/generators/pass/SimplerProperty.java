package org.hopscotch.generators.pass;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.Property;
import org.hopscotch.model.scenario.Scenario;

/// Makes a property one that is not chosen automatically, that the guest does not see, or that has
/// no value in older guests, in all releases.
final class SimplerProperty implements ScenarioPass {
  private static final List<UnaryOperator<Property>> RESPECTS =
      List.of(
          p -> new Property(p.name(), p.kind(), p.initial()),
          p -> with(p, Optional.empty(), p.visible(), p.implied()),
          p -> with(p, p.automatic(), false, p.implied()),
          p -> with(p, p.automatic(), p.visible(), Optional.empty()));

  @Override
  public List<UnaryOperator<Scenario>> steps(Scenario of) {
    List<UnaryOperator<Scenario>> all = new ArrayList<>();
    for (String type : Everywhere.typeNames(of)) {
      Set<String> names = new LinkedHashSet<>();
      Everywhere.declarations(of, type)
          .forEach(one -> one.properties().forEach(property -> names.add(property.name())));
      for (String name : names) {
        for (UnaryOperator<Property> respect : RESPECTS) {
          all.add(before -> Everywhere.type(before, type, one -> with(one, name, respect)));
        }
      }
    }
    return all;
  }

  private static DeviceType with(DeviceType type, String name, UnaryOperator<Property> change) {
    return type.withProperties(
        type.properties().stream()
            .map(one -> one.name().equals(name) ? change.apply(one) : one)
            .toList());
  }

  private static Property with(
      Property p,
      Optional<Property.Automatic> automatic,
      boolean visible,
      Optional<String> implied) {
    return new Property(p.name(), p.kind(), p.initial(), automatic, visible, implied);
  }
}
