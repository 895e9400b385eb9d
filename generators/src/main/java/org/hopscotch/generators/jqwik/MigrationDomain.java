package org.hopscotch.generators.jqwik;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.SampleReportingFormat;
import net.jqwik.api.domains.DomainContextBase;
import org.hopscotch.corpus.Case;
import org.hopscotch.corpus.GivenHistory;
import org.hopscotch.corpus.Told;
import org.hopscotch.corpus.yaml.CaseYaml;
import org.hopscotch.corpus.yaml.GuestYaml;
import org.hopscotch.corpus.yaml.HistoryYaml;
import org.hopscotch.corpus.yaml.SectionYaml;
import org.hopscotch.corpus.yaml.StreamYaml;
import org.hopscotch.generators.Guests;
import org.hopscotch.generators.MigrationStreams;
import org.hopscotch.generators.Sections;
import org.hopscotch.generators.history.DrawnScenarios;
import org.hopscotch.generators.history.Histories;
import org.hopscotch.model.release.History;
import org.hopscotch.model.release.Surroundings;
import org.hopscotch.model.scenario.Guest;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.wire.MigrationStream;

/// What a property about migration takes as parameters: histories, scenarios over them, sections,
/// guests and streams.
///
/// ```java
/// @Property
/// @Domain(MigrationDomain.class)
/// void arrives(@ForAll Scenario scenario) { ... }
/// ```
///
/// A domain replaces jqwik's own arbitraries. A property that has numbers or lists as well needs
/// `@Domain(DomainContext.Global.class)` beside this one.
public class MigrationDomain extends DomainContextBase {
  private static final String ABOUT = "A sample of a property.";

  /// {@return any history whose releases can migrate to each other: of each step from one to the
  /// next it is known that it breaks nothing}
  @Provide
  public Arbitrary<History> histories() {
    return ChoiceArbitraries.of(choices -> Histories.sound().draw(choices).history());
  }

  /// {@return any guest on any route over such a history}
  @Provide
  public Arbitrary<Scenario> scenarios() {
    DrawnScenarios sound = DrawnScenarios.over(Histories.sound());
    return ChoiceArbitraries.of(choices -> sound.draw(choices).scenario());
  }

  /// {@return any section}
  @Provide
  public Arbitrary<Section> sections() {
    return ChoiceArbitraries.of(Sections::draw);
  }

  /// {@return any guest}
  @Provide
  public Arbitrary<Guest> guests() {
    return ChoiceArbitraries.of(Guests::draw);
  }

  /// {@return any stream}
  @Provide
  public Arbitrary<MigrationStream> streams() {
    return ChoiceArbitraries.of(MigrationStreams::draw);
  }

  @Override
  public Collection<SampleReportingFormat> getReportingFormats() {
    return List.of(
        new YamlFormat<>(History.class, MigrationDomain::yaml),
        new YamlFormat<>(Scenario.class, MigrationDomain::yaml),
        new YamlFormat<>(Section.class, SectionYaml::print),
        new YamlFormat<>(Guest.class, GuestYaml::print),
        new YamlFormat<>(MigrationStream.class, stream -> StreamYaml.print(stream.items())));
  }

  private static String yaml(History history) {
    return HistoryYaml.print(
        new GivenHistory(
            ABOUT, Told.likeParents(history), history, Optional.empty(), Surroundings.PLAIN));
  }

  private static String yaml(Scenario scenario) {
    return CaseYaml.print(
        new Case(
            Case.Kind.REGRESSION,
            ABOUT,
            List.of(),
            Optional.empty(),
            Told.likeParents(scenario.history()),
            scenario,
            Map.of(),
            Optional.empty(),
            Optional.empty()));
  }
}
