package org.hopscotch.harness.explain;

import java.util.ArrayList;
import java.util.List;
import org.hopscotch.corpus.yaml.CaseException;
import org.hopscotch.corpus.yaml.CaseYaml;
import org.hopscotch.harness.replay.CaseReplay;
import org.hopscotch.harness.replay.CaseStory;
import org.hopscotch.harness.subject.EngineSubject;
import org.hopscotch.model.scenario.InvariantId;
import org.hopscotch.model.scenario.Judgement;
import org.hopscotch.model.scenario.Verdict;

/// Small cases, and what is said of them.
final class Cases {
  private Cases() {}

  /// {@return a case of two releases, 5.1 and 5.2, and a guest that takes a route}
  ///
  /// @param types of 5.1
  /// @param changes of 5.2 beside its machine type
  /// @param rest configuration, guest and more
  static String of(String types, String changes, String rest, String... route) {
    StringBuilder yaml =
        new StringBuilder("format: 1\nkind: regression\nabout: x\nreleases:\n- release: \"5.1\"\n")
            .append("  types:\n")
            .append(types.indent(4))
            .append("  machines:\n    pc-5.1: {version: \"5.1\", family: pc}\n")
            .append("- release: \"5.2\"\n  like: \"5.1\"\n  changes:\n")
            .append("  - add-machine: {name: pc-5.2, version: \"5.2\", family: pc}\n")
            .append(changes.indent(2))
            .append(rest)
            .append("route:\n");
    for (String stop : route) {
      yaml.append("- {release: ").append(stop.contains(",") ? stop : stop + ", machine: pc-5.1");
      yaml.append("}\n");
    }
    return yaml.append("expect:\n  round-trip: holds\n").toString();
  }

  static CaseReplay replay(String yaml) {
    try {
      return CaseReplay.of(CaseYaml.read(yaml), _ -> new EngineSubject());
    } catch (CaseException e) {
      throw new AssertionError(e.problems().toString(), e);
    }
  }

  /// {@return what is said of a broken promise, all its judgements together}
  static Explanation explained(String yaml, InvariantId id) {
    CaseReplay.Judged judged = replay(yaml).asTold();
    List<String> what = new ArrayList<>();
    List<String> repairs = new ArrayList<>();
    for (Judgement judgement : judged.judgements().get(id)) {
      if (judgement.verdict() == Verdict.VIOLATED) {
        Explanation one = Explanation.of(judged.journey(), id, judgement);
        what.add(one.what());
        repairs.addAll(one.repairs());
      }
    }
    return new Explanation(String.join("\n", what), "", repairs);
  }

  static String story(String yaml) {
    return CaseStory.of(replay(yaml));
  }
}
