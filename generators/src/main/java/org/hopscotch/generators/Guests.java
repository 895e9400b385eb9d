package org.hopscotch.generators;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hopscotch.generators.choice.Choices;
import org.hopscotch.model.scenario.Guest;
import org.hopscotch.model.schema.Bindings;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.wire.LoaderFamily;

/// Draws guests: a section, its host's properties and unknown conditions, and a device's state.
public final class Guests {
  private static final List<LoaderFamily> FAMILIES = List.of(LoaderFamily.values()).reversed();

  private Guests() {}

  /// {@return a guest of a drawn section}
  public static Guest draw(Choices choices) {
    return draw(choices, choices.span("section", Sections::draw));
  }

  /// {@return a guest of a given section, such as one imported from a real release}
  public static Guest draw(Choices choices, Section section) {
    Mentions mentions = Mentions.of(section);
    Map<String, Long> properties = new LinkedHashMap<>();
    for (String property : mentions.properties()) {
      properties.put(property, choices.chance(1, 2) ? 1L : 0L);
    }
    Map<String, Boolean> unknown = new LinkedHashMap<>();
    for (String condition : mentions.unknown()) {
      unknown.put(condition, choices.chance(1, 2));
    }
    return new Guest(
        section,
        DeviceStates.draw(choices, section),
        new Bindings(properties, unknown),
        choices.oneOf(FAMILIES));
  }
}
