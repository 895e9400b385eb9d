package org.hopscotch.corpus.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CaseProblemsTest {
  private static final String GOOD =
      """
      format: 1
      kind: break
      about: words
      releases:
      - release: "5.1"
        types:
          device:
            abstract: true
          disk:
            parent: device
            properties:
              queues: {kind: uint16, default: "1", implied: "1"}
              mode: {kind: {enum: [slow, fast]}, default: slow}
            members:
              num: {type: uint16, reset: property(queues)}
              ring: {type: uint8, length: property(queues), reset: none}
              regs: {struct: {a: {type: uint8}, b: {type: int8}}}
            section:
              name: disk
              version_id: 1
              minimum_version_id: 1
              post_load: num = num > 9
              fields:
              - {name: num, type: uint16}
              - {name: ring, type: uint8, array: num}
              - {name: data, buffer: 2, test: property(mode) == 1}
        tables:
          hw_compat_5_0: {version: "5.0", rows: [disk.mode: fast]}
        machines:
          pc-5.1:
            {version: "5.1", family: pc, aliases: [pc], devices: {rtc: {type: disk, path: "0"}}}
      - release: "5.2"
        like: "5.1"
        changes:
        - add-machine: {name: pc-5.2, version: "5.2", family: pc, aliases: [pc]}
        - set-default: {type: disk, property: queues, value: "2"}
        - add-field: {type: disk, field: {name: extra, type: bool}, before: data}
      configuration:
        devices:
          sda: {type: disk, path: "1", properties: {queues: "3"}}
        globals: [disk.mode: slow]
      guest:
        sda: {num: 2, ring: [1, 2, 3], data: hex 0001, regs: {a: 1, b: -1}}
      route:
      - {release: "5.2", machine: pc-5.1}
      - {release: "5.1", machine: pc-5.1, properties: {sda: {queues: "1"}}}
      expect: {newer-to-older: violated}
      repair:
        releases:
          "5.2":
          - add-row: {table: hw_compat_5_1, version: "5.1", disk.queues: "1"}
        expect: {newer-to-older: holds}
      """;

  private static List<String> problems(String yaml) {
    CaseException refused = catchThrowableOfType(CaseException.class, () -> CaseYaml.read(yaml));
    assertThat(refused).as(yaml).isNotNull();
    return refused.problems().stream().map(Problem::toString).toList();
  }

  /// Each part of the file replaces the text behind `-` by that behind `+`; `=` is a problem.
  static List<String> replacements() throws IOException {
    return List.of(SampleCases.resource("case-problems.txt").strip().split("\n\n"));
  }

  @ParameterizedTest
  @MethodSource("replacements")
  void tellsOneProblem(String replacement) {
    String from = lines(replacement, "- ").getFirst().replace("\\n", "\n");
    String to = lines(replacement, "+ ").getFirst().replace("\\n", "\n");
    assertThat(GOOD).contains(from);
    int at = GOOD.indexOf(from);
    String bad = GOOD.substring(0, at) + to + GOOD.substring(at + from.length());
    assertThat(problems(bad)).isEqualTo(lines(replacement, "= "));
  }

  private static List<String> lines(String replacement, String mark) {
    return replacement
        .lines()
        .filter(line -> line.startsWith(mark))
        .map(line -> line.substring(mark.length()))
        .toList();
  }

  @Test
  void tellsAllProblemsInOrder() {
    String bad =
        GOOD.replace("format: 1", "format: 7")
            .replace("kind: uint16,", "kind: bol,")
            .replace("reset: property(queues)}", "reset: 1 +}")
            .replace("{type: int8}}}", "{typ: int8, visible: 1}}}")
            .replace("disk.mode: fast", "disc.mode: fast")
            .replace("aliases: [pc], devices", "alias: [pc], devices")
            .replace("before: data", "before: date")
            .replace("sda: {num: 2", "sdb: {num: 2")
            .replace("machine: pc-5.1, properties", "machine: pc-5.9, properties")
            .replace("newer-to-older: violated", "newer-than-older: violated");
    assertThat(problems(bad))
        .map(problem -> problem.replaceFirst("(: .*?): .*", "$1"))
        .containsExactly(
            "1: format",
            "12: releases[0].types.disk.properties.queues.kind",
            "15: releases[0].types.disk.members.num.reset",
            "17: releases[0].types.disk.members.regs.struct.b.visible",
            "17: releases[0].types.disk.members.regs.struct.b.typ",
            "28: releases[0].tables.hw_compat_5_0.rows[0].disc.mode",
            "31: releases[0].machines.pc-5.1.alias",
            "43: guest.sdb",
            "46: route[1].machine",
            "47: expect.newer-than-older");
  }

  @Test
  void tellsThemAsCompilersDo() {
    CaseException refused =
        catchThrowableOfType(
            CaseException.class, () -> CaseYaml.read(GOOD.replace("num: 2", "nun: 2")));
    assertThat(refused.problems().getFirst().in("a.yaml"))
        .startsWith("a.yaml:43: guest.sda.nun: no member 'nun' of disk in 5.2");
  }

  @Test
  void tellsNothingThatComesOfAReleaseItCannotRead() {
    assertThat(problems(GOOD.replace("- release: \"5.1\"\n", "- 5\n- release: \"5.1\"\n")))
        .containsExactly("5: releases[0]: expected a map, found '5'");
    assertThat(problems(GOOD.replace("like: \"5.1\"", "like: 5.1")))
        .containsExactly("33: releases[1].like: expected text in quotes, \"5.1\", found '5.1'");
  }

  @Test
  void isGood() throws CaseException {
    assertThat(CaseYaml.read(GOOD)).isNotNull();
  }
}
