package org.hopscotch.corpus.yaml;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hopscotch.corpus.Expectation;
import org.hopscotch.model.scenario.InvariantId;
import org.hopscotch.model.scenario.Severity;
import org.hopscotch.model.scenario.Verdict;
import org.snakeyaml.engine.v2.nodes.Node;

/// Expected verdicts as YAML: by the id of an {@link InvariantId invariant} the words of a
/// {@link Verdict}, such as `newer-to-older: violated`; or, of what is violated,
///
/// | key | value |
/// |---|---|
/// | `violated` | how bad the worst is, in the words of {@link Severity} |
/// | `reason` | the class of a reason, such as `section too new` |
final class ExpectYaml {
  static final List<String> IDS = Arrays.stream(InvariantId.values()).map(InvariantId::id).toList();
  static final List<String> WORDS = Arrays.stream(Verdict.values()).map(Verdict::words).toList();
  static final List<String> SEVERITIES =
      Arrays.stream(Severity.values()).map(Severity::words).toList();

  private static final String VIOLATED = Verdict.VIOLATED.words();

  private ExpectYaml() {}

  static Node node(Map<InvariantId, Expectation> expect) {
    MapNode map = new MapNode();
    expect.forEach((id, one) -> map.put(id.id(), node(one)));
    return map.block();
  }

  private static Node node(Expectation expectation) {
    return expectation
        .severity()
        .map(severity -> {
          MapNode map = new MapNode().put(VIOLATED, severity.words());
          expectation.reason().ifPresent(reason -> map.put("reason", reason));
          return map.fitting();
        })
        .orElseGet(() -> Nodes.text(expectation.verdict().words()));
  }

  static Map<InvariantId, Expectation> read(Place place) throws YamlException {
    Map<InvariantId, Expectation> expect = new EnumMap<>(InvariantId.class);
    for (Map.Entry<String, Place> one : place.entries().takeAll().entrySet()) {
      Optional<InvariantId> id = InvariantId.named(one.getKey());
      if (id.isEmpty()) {
        String hint = Spelling.hint(one.getKey(), IDS);
        one.getValue()
            .note(
                "no such invariant%s"
                    .formatted(hint.isEmpty() ? "; known are " + String.join(", ", IDS) : hint));
      }
      Optional<Expectation> expected = one.getValue().tried(ExpectYaml::expectation);
      if (id.isPresent() && expected.isPresent()) {
        expect.put(id.get(), expected.get());
      }
    }
    return expect;
  }

  private static Expectation expectation(Place place) throws YamlException {
    if (!place.isMap()) {
      return Expectation.of(verdict(place));
    }
    Entries entries = place.entries();
    Severity severity = entries.require(VIOLATED, ExpectYaml::severity, Severity.REFUSED);
    Optional<String> reason = entries.find("reason", Place::name);
    entries.end();
    return Expectation.violated(severity, reason);
  }

  private static Verdict verdict(Place place) throws YamlException {
    String words = place.word(WORDS);
    return Arrays.stream(Verdict.values())
        .filter(verdict -> verdict.words().equals(words))
        .findFirst()
        .orElseThrow();
  }

  private static Severity severity(Place place) throws YamlException {
    String words = place.word(SEVERITIES);
    return Arrays.stream(Severity.values())
        .filter(severity -> severity.words().equals(words))
        .findFirst()
        .orElseThrow();
  }
}
