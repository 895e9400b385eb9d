package org.hopscotch.model.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hopscotch.model.release.MachineType;
import org.junit.jupiter.api.Test;

class MachineDifferencesTest {
  private static MachineType machine(String name, String... aliases) {
    return new MachineType(name, "1.0", "pc").withAliases(List.of(aliases));
  }

  @Test
  void aNewMachineTakesAliases() {
    assertThat(
            Between.toldOfMachines(
                List.of(machine("a", "x", "y")), List.of(machine("a", "y"), machine("b", "x"))))
        .containsExactly(new Change.AddMachine(machine("b", "x")));
  }

  @Test
  void anAliasMovesWithoutANewMachine() {
    assertThat(
            Between.toldOfMachines(
                List.of(machine("a", "x"), machine("b")), List.of(machine("a"), machine("b", "x"))))
        .containsExactly(
            new Change.SetMachine(machine("a")), new Change.SetMachine(machine("b", "x")));
    assertThat(
            Between.toldOfMachines(
                List.of(machine("a"), machine("b", "x")), List.of(machine("a", "x"), machine("b"))))
        .containsExactly(
            new Change.SetMachine(machine("b")), new Change.SetMachine(machine("a", "x")));
  }

  @Test
  void anAliasBecomesANameOfItsOwn() {
    assertThat(
            Between.toldOfMachines(List.of(machine("a", "x")), List.of(machine("a"), machine("x"))))
        .containsExactly(new Change.SetMachine(machine("a")), new Change.AddMachine(machine("x")));
  }

  @Test
  void anAliasMovesAndAnotherBecomesAName() {
    assertThat(
            Between.toldOfMachines(
                List.of(machine("a", "x", "y"), machine("b")),
                List.of(machine("a"), machine("b", "y"), machine("x"))))
        .containsExactly(
            new Change.SetMachine(machine("a")),
            new Change.SetMachine(machine("b", "y")),
            new Change.AddMachine(machine("x")));
  }

  @Test
  void everyListBecomesEveryOther() {
    List<MachineType> machines = new ArrayList<>();
    for (String name : List.of("a", "b", "c")) {
      for (List<String> aliases :
          List.of(List.<String>of(), List.of("x"), List.of("y"), List.of("c"))) {
        machines.add(machine(name).withAliases(aliases));
      }
    }
    List<List<MachineType>> all =
        Lists.of(machines, 3).stream().filter(MachineDifferencesTest::areNamedApart).toList();
    for (List<MachineType> from : all) {
      for (List<MachineType> to : all) {
        assertThat(Between.toldOfMachines(from, to))
            .hasSizeLessThanOrEqualTo(from.size() + to.size());
      }
    }
  }

  private static boolean areNamedApart(List<MachineType> machines) {
    Set<String> names = new HashSet<>();
    return machines.stream()
        .allMatch(one -> names.add(one.name()) && one.aliases().stream().allMatch(names::add));
  }
}
