package org.hopscotch.corpus.yaml;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hopscotch.model.scenario.InvariantId;
import org.hopscotch.model.scenario.Verdict;
import org.snakeyaml.engine.v2.nodes.Node;

/// Expected verdicts as YAML: by the id of an {@link InvariantId invariant} the words of a
/// {@link Verdict}, such as `newer-to-older: violated`.
final class ExpectYaml {
  static final List<String> IDS = Arrays.stream(InvariantId.values()).map(InvariantId::id).toList();
  static final List<String> WORDS = Arrays.stream(Verdict.values()).map(Verdict::words).toList();

  private ExpectYaml() {}

  static Node node(Map<InvariantId, Verdict> expect) {
    MapNode map = new MapNode();
    expect.forEach((id, verdict) -> map.put(id.id(), verdict.words()));
    return map.block();
  }

  static Map<InvariantId, Verdict> read(Place place) throws YamlException {
    Map<InvariantId, Verdict> expect = new EnumMap<>(InvariantId.class);
    for (Map.Entry<String, Place> one : place.entries().takeAll().entrySet()) {
      Optional<InvariantId> id = InvariantId.named(one.getKey());
      if (id.isEmpty()) {
        String hint = Spelling.hint(one.getKey(), IDS);
        one.getValue()
            .note(
                "no such invariant%s"
                    .formatted(hint.isEmpty() ? "; known are " + String.join(", ", IDS) : hint));
      }
      Optional<Verdict> verdict = one.getValue().tried(ExpectYaml::verdict);
      if (id.isPresent() && verdict.isPresent()) {
        expect.put(id.get(), verdict.get());
      }
    }
    return expect;
  }

  private static Verdict verdict(Place place) throws YamlException {
    String words = place.word(WORDS);
    return Arrays.stream(Verdict.values())
        .filter(verdict -> verdict.words().equals(words))
        .findFirst()
        .orElseThrow();
  }
}
