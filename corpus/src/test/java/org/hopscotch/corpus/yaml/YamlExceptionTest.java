package org.hopscotch.corpus.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlExceptionTest {
  private static final String HEAD = "name: s\nversion_id: 1\nminimum_version_id: 1\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {name: a, type: uint8, sinc: 2}     | fields[0].sinc: unknown key here; did you mean
          {name: a, tpye: uint8}              | fields[0].tpye: unknown key here; did you mean
          {name: a}                           | fields[0]: missing key: type or buffer or
          {type: uint8}                       | fields[0]: missing key: name
          {name: a, type: uint8, buffer: 3}   | fields[0].buffer: not beside 'type'
          {name: a, type: uint8, since: 1, test: b} | fields[0].test: not beside 'since'
          {name: a, type: uint8, name: b}     | fields[0].name: the key twice
          {name: a, type: uint9}              | fields[0].type: expected one of bool, int8
          {name: a, type: [uint8]}            | fields[0].type: expected text, found a list
          {name: , type: uint8}               | fields[0].name: expected text, found nothing
          {name: a, type: uint8, since: b}    | fields[0].since: expected a number, found 'b'
          {name: a, type: uint8, since: 5000000000} | fields[0].since: expected a number of at most
          {name: a, type: uint8, array: -1}   | fields[0].array: negative count -1
          {name: a, type: uint8, array: b + 1} | fields[0].array: expected a number, a member, or
          {name: a, type: uint8, array: {count: 1, alloc: 1}} | array.alloc: expected true or false
          {name: a, type: uint8, test: b >}   | fields[0].test: position 3 of 'b >'
          {name: a, type: pci config}         | fields[0]: missing key: size
          {name: a, vstruct: {}}              | fields[0]: missing key: struct_version_id
          {name: a, struct: {}}               | fields[0].struct: missing key: name
          {validate: a}                       | fields[0]: missing key: test
          {name: &x a, type: uint8}           | expected no anchor
          {name: *x, type: uint8}             | undefined alias
          {name: !!str a, type: uint8}        | expected no tag
          {name: a, type: uint8               | expected ',' or '}'
          a                                   | fields[0]: expected a map, found 'a'
          """)
  void saysWhatIsWrongWithAField(String field, String problem) {
    assertThatExceptionOfType(YamlException.class)
        .isThrownBy(() -> SectionYaml.read(HEAD + "fields:\n- " + field + "\n"))
        .withMessageContaining(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a: word                  | a: expected a value
          a: 1.5                   | a: expected a value
          a: hex 0g                | a: expected two hexadecimal digits a byte
          a: hex 000               | a: expected two hexadecimal digits a byte
          a: hexen                 | a: expected two hexadecimal digits a byte
          a: [1, b]                | a[1]: expected a value
          a: [numbers, null]       | a[1]: expected a number
          a: 0x10000000000000000   | a: expected a number of at most 64 bits
          a: -9223372036854775809  | a: expected a number of at most 64 bits
          a: {b: {c: x}}           | a.b.c: expected a value
          null: 1                  | expected text, found nothing
          []                       | expected a map, found a list
          """)
  void saysWhatIsWrongWithAState(String yaml, String problem) {
    assertThatExceptionOfType(YamlException.class)
        .isThrownBy(() -> StateYaml.read(yaml))
        .withMessageContaining(problem);
  }

  @Test
  void namesLineAndPath() {
    String yaml = HEAD + "fields:\n- {name: a, type: uint8}\n- name: b\n  type: uint7\n";
    assertThatExceptionOfType(YamlException.class)
        .isThrownBy(() -> SectionYaml.read(yaml))
        .satisfies(e -> {
          assertThat(e.line()).isEqualTo(7);
          assertThat(e.path()).isEqualTo("fields[1].type");
          assertThat(e).hasMessageStartingWith("line 7, fields[1].type: ");
        });
  }

  @Test
  void refusesASectionThatTheModelRefuses() {
    String subsection =
        "{name: " + "x".repeat(256) + ", version_id: 1, minimum_version_id: 1, fields: []}";
    assertThatExceptionOfType(YamlException.class)
        .isThrownBy(() -> SectionYaml.read(HEAD + "fields: []\nsubsections:\n- " + subsection))
        .withMessageContaining("subsections[0]: subsection name too long");
    assertThatExceptionOfType(YamlException.class)
        .isThrownBy(() -> SectionYaml.read(HEAD + "post_load: return 9999999999\nfields: []"))
        .withMessageContaining("post_load: ");
  }

  @Test
  void refusesWhatIsNestedTooDeeply() {
    String yaml = "a: " + "[".repeat(100_000) + "]".repeat(100_000);
    assertThatExceptionOfType(YamlException.class)
        .isThrownBy(() -> StateYaml.read(yaml))
        .withMessageContaining("expected at most 500 levels");
  }

  @Test
  void refusesNothingAndTwoDocuments() {
    assertThatExceptionOfType(YamlException.class)
        .isThrownBy(() -> StateYaml.read("# only a comment"))
        .withMessageContaining("nothing there");
    assertThatExceptionOfType(YamlException.class)
        .isThrownBy(() -> StateYaml.read("a: 1\n---\na: 2"))
        .withMessageStartingWith("line 2");
  }

  @Test
  void refusesAnUnknownFamily() {
    String yaml = "section: {" + HEAD.strip().replace("\n", ", ") + ", fields: []}\nstate: {}\n";
    assertThatExceptionOfType(YamlException.class)
        .isThrownBy(() -> GuestYaml.read(yaml + "family: FROM_8_0"))
        .withMessage(
            "line 3, family: expected UP_TO_9_1 or FROM_9_2 or FROM_11_0, found 'FROM_8_0'");
  }

  @Property
  void anyTextIsReadOrRefused(@ForAll String text) {
    try {
      assertThat(StateYaml.read(text)).isNotNull();
    } catch (YamlException e) {
      assertThat(e.line()).isPositive();
    }
  }
}
