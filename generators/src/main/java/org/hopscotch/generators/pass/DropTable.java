package org.hopscotch.generators.pass;

import java.util.List;
import java.util.function.UnaryOperator;
import org.hopscotch.model.release.CompatTable;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.scenario.Scenario;

/// Leaves out a compat table in all releases.
final class DropTable implements ScenarioPass {
  @Override
  public List<UnaryOperator<Scenario>> steps(Scenario of) {
    return Everywhere.each(
        Everywhere.named(of, Release::tables, CompatTable::name),
        (before, name) ->
            Everywhere.releases(
                before,
                release ->
                    Everywhere.withTables(
                        release,
                        release.tables().stream()
                            .filter(table -> !table.name().equals(name))
                            .toList())));
  }
}
