package org.hopscotch.corpus.yaml;

import java.util.List;
import java.util.Optional;
import org.hopscotch.corpus.Provenance;

/// Where a finding comes from, as YAML: the file `NAME.found.yaml` beside a saved finding.
public final class ProvenanceYaml {
  private ProvenanceYaml() {}

  /// {@return the YAML, ending in a line break}
  public static String print(Provenance found) {
    MapNode map =
        new MapNode()
            .put("signature", found.signature())
            .put("invariant", found.invariant())
            .put("reason", found.reason());
    found.severity().ifPresent(severity -> map.put("severity", severity));
    map.put("because", Nodes.prose(found.because()));
    if (!found.shows().isEmpty()) {
      map.put("shows", Nodes.block(found.shows().stream().map(Nodes::text).toList()));
    }
    return Yaml.print(
        map.put("seed", Nodes.quoted(found.seed()))
            .put("case", found.number())
            .put("tool", found.tool())
            .put("generators", found.generators())
            .put("replay", Nodes.prose(found.replay()))
            .put("campaign", Nodes.prose(found.campaign()))
            .block());
  }

  /// {@return what a YAML text says}
  ///
  /// @throws YamlException for the first thing that is wrong
  public static Provenance read(String yaml) throws YamlException {
    return Yaml.read(yaml, ProvenanceYaml::read);
  }

  private static Provenance read(Place place) throws YamlException {
    Entries entries = place.entries();
    String signature = entries.require("signature", Place::text, "");
    String invariant = entries.require("invariant", Place::text, "");
    String reason = entries.require("reason", Place::text, "");
    Optional<String> severity = entries.find("severity", Place::text);
    String because = entries.require("because", Place::text, "");
    List<String> shows = entries.take("shows", list -> list.each(Place::text), List.of());
    String seed = entries.require("seed", Place::text, "");
    long number = entries.require("case", Place::number, 0L);
    String tool = entries.require("tool", Place::text, "");
    int generators = entries.require("generators", Place::integer, 0);
    String replay = entries.require("replay", Place::text, "");
    String campaign = entries.require("campaign", Place::text, "");
    entries.end();
    return new Provenance(
        signature,
        invariant,
        reason,
        severity,
        because,
        shows,
        seed,
        number,
        tool,
        generators,
        replay,
        campaign);
  }
}
