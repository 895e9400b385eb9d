package org.hopscotch.corpus;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.hopscotch.model.evolution.Change;
import org.hopscotch.model.scenario.InvariantId;
import org.hopscotch.model.scenario.Severity;
import org.hopscotch.model.scenario.Verdict;

/// The cases of the corpus as a page of Markdown: how many there are of each class, and of each
/// what it breaks, how badly, what mends it and where it comes from.
public final class CorpusIndex {
  private static final String HEAD =
      """
      # The corpus of cases

      What [corpus/cases](../corpus/cases/README.md) holds, by the class of what went wrong. This
      page is made of the cases; after a change of theirs

      ```sh
      mvn -pl corpus -am test -Dtest=CorpusIndexTest -Dhopscotch.rewrite=true \\
        -Dsurefire.failIfNoSpecifiedTests=false
      ```

      writes it anew. `./hopscotch replay FILE --explain` tells a case in full, and
      [cases.md](cases.md) explains the promises.

      """;

  private final SortedMap<String, Case> cases;
  private final StringBuilder text = new StringBuilder(HEAD);

  private CorpusIndex(Map<String, Case> cases) {
    this.cases = new TreeMap<>(cases);
  }

  /// {@return the page, ending in a line break}
  ///
  /// @param cases by the names of their files
  public static String of(Map<String, Case> cases) {
    CorpusIndex index = new CorpusIndex(cases);
    index.counts();
    index.promises();
    for (BreakClass one : BreakClass.values()) {
      index.breaks(
          "%s: %s".formatted(one.code(), one.meaning()),
          primary -> primary.equals(Optional.of(one)));
    }
    index.breaks("Of no class", Optional::isEmpty);
    index.regressions();
    return index.text.toString();
  }

  // ---- counts

  private void counts() {
    List<Case> breaks = cases.values().stream().filter(CorpusIndex::isBreak).toList();
    line(
        "%d cases: %d breaks, which break a promise for ever, and %d regressions, which keep all."
            .formatted(cases.size(), breaks.size(), cases.size() - breaks.size()));
    line(
        "%d of the breaks are told of QEMU's own history and name their source; %d have a repair."
            .formatted(
                count(breaks, one -> one.source().isPresent()),
                count(breaks, one -> one.repair().isPresent())));
    line("");
    line("| class | breaks | also in | real | is |");
    line("|---|---:|---:|---:|---|");
    for (BreakClass one : BreakClass.values()) {
      List<Case> filed =
          breaks.stream().filter(told -> primary(told).equals(Optional.of(one))).toList();
      line(
          "| %s | %d | %d | %d | %s |"
              .formatted(
                  filed.isEmpty() ? one.code() : "[%s](#%s)".formatted(one.code(), anchor(one)),
                  filed.size(),
                  count(breaks, told -> told.classes().contains(one)) - filed.size(),
                  count(filed, told -> told.source().isPresent()),
                  one.meaning()));
    }
    line("");
  }

  private static long count(List<Case> all, Predicate<Case> which) {
    return all.stream().filter(which).count();
  }

  /// {@return how GitHub calls a class's heading}
  private static String anchor(BreakClass one) {
    return "%s: %s"
        .formatted(one.code(), one.meaning())
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9 -]", "")
        .replace(' ', '-');
  }

  private void promises() {
    line("| promise | broken by | refused | lost | silently changed |");
    line("|---|---:|---:|---:|---:|");
    for (InvariantId promise : InvariantId.values()) {
      Map<Severity, Integer> howBad = new EnumMap<>(Severity.class);
      int broken = 0;
      for (Case told : cases.values()) {
        Optional<Expectation> expected =
            Optional.ofNullable(told.expect().get(promise)).filter(CorpusIndex::isViolated);
        broken += expected.isPresent() ? 1 : 0;
        expected
            .flatMap(Expectation::severity)
            .ifPresent(severity -> howBad.merge(severity, 1, Integer::sum));
      }
      line(
          "| `%s` | %d | %d | %d | %d |"
              .formatted(
                  promise.id(),
                  broken,
                  howBad.getOrDefault(Severity.REFUSED, 0),
                  howBad.getOrDefault(Severity.LOST, 0),
                  howBad.getOrDefault(Severity.CHANGED, 0)));
    }
    line("");
  }

  // ---- the cases

  private void breaks(String heading, Predicate<Optional<BreakClass>> which) {
    Map<String, Case> filed = new LinkedHashMap<>();
    cases.forEach((file, told) -> {
      if (isBreak(told) && which.test(primary(told))) {
        filed.put(file, told);
      }
    });
    if (filed.isEmpty()) {
      return;
    }
    line("## " + heading);
    line("");
    line("| case | also | breaks | worst | repair | source |");
    line("|---|---|---|---|---|---|");
    filed.forEach((file, told) ->
        line(
            "| %s | %s | %s | %s | %s | %s |"
                .formatted(
                    link(file),
                    also(told),
                    broken(told),
                    worst(told),
                    cell(repair(told)),
                    told.source().map(CorpusIndex::cell).orElse(""))));
    line("");
  }

  private void regressions() {
    line("## Regressions");
    line("");
    line("| case | class | keeps | source |");
    line("|---|---|---|---|");
    cases.forEach((file, told) -> {
      if (!isBreak(told)) {
        List<String> kept = new ArrayList<>();
        told.expect()
            .forEach((promise, expected) ->
                kept.add(
                    expected.verdict() == Verdict.HOLDS
                        ? promise.id()
                        : "%s (%s)".formatted(promise.id(), expected.verdict().words())));
        line(
            "| %s | %s | %s | %s |"
                .formatted(
                    link(file),
                    String.join(", ", told.classes().stream().map(BreakClass::code).toList()),
                    String.join(", ", kept),
                    told.source().map(CorpusIndex::cell).orElse("")));
      }
    });
  }

  // ---- cells

  private static boolean isBreak(Case told) {
    return told.kind() == Case.Kind.BREAK;
  }

  private static boolean isViolated(Expectation expected) {
    return expected.verdict() == Verdict.VIOLATED;
  }

  private static Optional<BreakClass> primary(Case told) {
    return told.classes().stream().findFirst();
  }

  private static String link(String file) {
    return "[%s](../corpus/cases/%s)".formatted(file.replaceFirst("\\.yaml$", ""), file);
  }

  private static String also(Case told) {
    return String.join(", ", told.classes().stream().skip(1).map(BreakClass::code).toList());
  }

  private static String broken(Case told) {
    return String.join(
        ", ",
        told.expect().entrySet().stream()
            .filter(one -> isViolated(one.getValue()))
            .map(one -> one.getKey().id())
            .toList());
  }

  private static String worst(Case told) {
    return told.expect().values().stream()
        .flatMap(expected -> expected.severity().stream())
        .max(Severity::compareTo)
        .map(Severity::words)
        .orElse("");
  }

  /// {@return the kinds of change, each once with how often; or why there are none}
  private static String repair(Case told) {
    Map<String, Integer> kinds = new LinkedHashMap<>();
    told.repair()
        .ifPresent(repair ->
            repair
                .changes()
                .values()
                .forEach(all -> all.forEach(one -> kinds.merge(kind(one), 1, Integer::sum))));
    List<String> words = new ArrayList<>();
    kinds.forEach((kind, times) -> words.add(times == 1 ? kind : kind + " (" + times + ")"));
    return told.noRepair().map(why -> "none: " + why).orElse(String.join(", ", words));
  }

  /// {@return a kind of change in the words of its key: `add row`}
  private static String kind(Change change) {
    return change
        .getClass()
        .getSimpleName()
        .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
        .toLowerCase(Locale.ROOT);
  }

  private static String cell(String words) {
    return words.replaceAll("\\s+", " ").replace("|", "\\|").strip();
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
