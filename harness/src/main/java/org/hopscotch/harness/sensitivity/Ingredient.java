package org.hopscotch.harness.sensitivity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.hopscotch.corpus.dsl.Telling;
import org.hopscotch.corpus.dsl.ToldDevice;
import org.hopscotch.corpus.dsl.VMState;
import org.hopscotch.model.release.Member;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.state.Value;

/// One thing that a small device has, and what a guest could do with it.
///
/// @param device adds what is not of the section
/// @param section adds what is
/// @param guests values of members, by their names; a guest that does nothing is none of them
record Ingredient(
    UnaryOperator<ToldDevice> device,
    UnaryOperator<VMState> section,
    List<Map<String, Value>> guests) {

  /// A device without it.
  static final Ingredient NOTHING =
      new Ingredient(UnaryOperator.identity(), UnaryOperator.identity(), List.of());

  Ingredient {
    guests = List.copyOf(guests);
  }

  static Ingredient fields(Field... fields) {
    return NOTHING.with(section -> section.fields(fields));
  }

  Ingredient with(UnaryOperator<VMState> more) {
    return new Ingredient(device, one -> more.apply(section.apply(one)), guests);
  }

  Ingredient of(UnaryOperator<ToldDevice> more) {
    return new Ingredient(one -> more.apply(device.apply(one)), section, guests);
  }

  Ingredient members(Member... members) {
    return of(one -> one.members(members));
  }

  /// {@return this with one more guest}
  Ingredient guest(String member, Value value) {
    return guest(Map.of(member, value));
  }

  Ingredient guest(String member, long... numbers) {
    Ingredient more = this;
    for (long number : numbers) {
      more = more.guest(member, Value.of(number));
    }
    return more;
  }

  Ingredient guest(Map<String, Value> values) {
    List<Map<String, Value>> more = new ArrayList<>(guests);
    more.add(values);
    return new Ingredient(device, section, more);
  }

  /// {@return both, with guests that use both}
  Ingredient and(Ingredient other) {
    List<Map<String, Value>> both = new ArrayList<>();
    guests.forEach(one ->
        other
            .guests()
            .forEach(second -> {
              Map<String, Value> values = new LinkedHashMap<>(one);
              values.putAll(second);
              both.add(values);
            }));
    both.addAll(guests);
    return new Ingredient(
        one -> other.device().apply(device.apply(one)),
        one -> other.section().apply(section.apply(one)),
        both);
  }

  /// {@return the least device that has it}
  ToldDevice made(String type) {
    VMState least = VMState.of(new Section(type, 1, 1));
    return device.apply(Telling.device(type)).vmstate(section.apply(least));
  }
}
