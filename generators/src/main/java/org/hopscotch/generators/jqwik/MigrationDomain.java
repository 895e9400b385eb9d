package org.hopscotch.generators.jqwik;

import java.util.Collection;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.SampleReportingFormat;
import net.jqwik.api.domains.DomainContextBase;
import org.hopscotch.corpus.yaml.GuestYaml;
import org.hopscotch.corpus.yaml.SectionYaml;
import org.hopscotch.corpus.yaml.StreamYaml;
import org.hopscotch.generators.Guests;
import org.hopscotch.generators.MigrationStreams;
import org.hopscotch.generators.Sections;
import org.hopscotch.model.scenario.Guest;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.wire.MigrationStream;

/// What a property about migration takes as parameters: sections, guests and streams.
///
/// ```java
/// @Property
/// @Domain(MigrationDomain.class)
/// void arrives(@ForAll Guest guest) { ... }
/// ```
///
/// A domain replaces jqwik's own arbitraries. A property that has numbers or lists as well needs
/// `@Domain(DomainContext.Global.class)` beside this one.
public class MigrationDomain extends DomainContextBase {
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
        new YamlFormat<>(Section.class, SectionYaml::print),
        new YamlFormat<>(Guest.class, GuestYaml::print),
        new YamlFormat<>(MigrationStream.class, stream -> StreamYaml.print(stream.items())));
  }
}
