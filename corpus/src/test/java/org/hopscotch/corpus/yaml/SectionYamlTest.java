package org.hopscotch.corpus.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.hopscotch.model.schema.Compounds;
import org.hopscotch.model.schema.Count;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.ExpressionText;
import org.hopscotch.model.schema.Families;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.Hook;
import org.hopscotch.model.schema.Hooks;
import org.hopscotch.model.schema.ScalarType;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Subsection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SectionYamlTest {
  @Test
  void looksLikeAVmStateDescription() {
    Section section =
        new Section(
                "e1000",
                2,
                1,
                Families.scalar("ring", ScalarType.UINT8),
                Families.array("regs", ScalarType.UINT32, 4).since(2),
                Families.vbuffer("data", new Count.OfMember("num", 4)),
                Families.scalar("mit", ScalarType.BOOL).test("property(mit) != 0 && ring[0] > 1"),
                Families.unused(3),
                Families.validate("ring is small", Expression.of("ring < 4")),
                Families.qtailq(
                    "queue", 1, new Section("node", 1, 1, Families.scalar("v", ScalarType.UINT16))))
            .with(
                new Subsection(
                    new Section("e1000/tso", 1, 1, Families.scalar("tso", ScalarType.TIMER)),
                    Expression.of("tso != 0")))
            .with(Hooks.NONE.preLoad("tso = 1").postLoad("refuse \"no ring\" when ring > 3"));
    String yaml =
        """
        name: e1000
        version_id: 2
        minimum_version_id: 1
        pre_load: tso = 1
        post_load: 'refuse "no ring" when ring > 3'
        fields:
        - {name: ring, type: uint8}
        - {name: regs, type: uint32, array: 4, since: 2}
        - {name: data, buffer: num * 4}
        - {name: mit, type: bool, test: "property(mit) != 0 && ring[0] > 1"}
        - {unused: 3}
        - {validate: ring is small, test: ring < 4}
        - name: queue
          since: 1
          qtailq:
            name: node
            version_id: 1
            minimum_version_id: 1
            fields:
            - {name: v, type: uint16}
        subsections:
        - name: e1000/tso
          version_id: 1
          minimum_version_id: 1
          needed: tso != 0
          fields:
          - {name: tso, type: timer}
        """;
    assertThat(SectionYaml.print(section)).isEqualTo(yaml);
    assertReadsBack(section);
  }

  @ParameterizedTest
  @MethodSource("org.hopscotch.corpus.yaml.SampleFields#all")
  void readsEveryFieldBack(Field field) {
    assertReadsBack(new Section("s", 1, 1, field));
  }

  @Test
  void samplesHaveEveryFieldType() {
    Set<Class<?>> types = new HashSet<>();
    for (Field field : SampleFields.all().toList()) {
      types.add(field.type().getClass());
      field.type().elementType().ifPresent(element -> types.add(element.getClass()));
    }
    assertThat(types).isEqualTo(records(FieldType.class).collect(Collectors.toSet()));
  }

  private static Stream<Class<?>> records(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(SectionYamlTest::records)
        : Stream.of(type);
  }

  @ParameterizedTest
  @EnumSource
  void readsEveryScalarTypeBack(ScalarType type) {
    assertReadsBack(new Section("s", 1, 1, Families.scalar("m", type)));
  }

  @Test
  void readsCompoundsBack() {
    for (Section section :
        List.of(
            Compounds.clock(),
            Compounds.fifo8(Count.of(16)),
            Compounds.fifo32(new Count.OfMember("n", 4)),
            Compounds.pciDevice(),
            Compounds.msix(),
            Compounds.cpu())) {
      assertReadsBack(section);
    }
  }

  @Test
  void readsHooksAndSubsectionsBack() {
    Section inner = new Section("s/a/b", 0, 0);
    Section middle =
        new Section("s/a", 3, -1)
            .with(new Subsection(inner), new Subsection(inner, Expression.FALSE))
            .with(Hooks.NONE.preSave("a = b ? 1 : 2, b = -1"));
    assertReadsBack(
        new Section("s", 0x101, 0)
            .with(new Subsection(middle, Expression.of("unknown(it's: needed)")))
            .with(
                new Hooks(
                    Hook.NONE,
                    hook("member(a b) = version"),
                    hook("return 1 when a, refuse \"'#: \" when !b"),
                    hook("a[2].b = ~a & 0xff"))));
  }

  private static Hook hook(String text) {
    return ExpressionText.parseHook(text);
  }

  @Property
  void readsAnyNameBack(@ForAll String name) {
    assertReadsBack(new Section(name, 1, 1, Families.custom(name, name, Count.of(0))));
  }

  @Test
  void readsOddCharactersBack() {
    for (String name :
        List.of("\ud800", "\udc00x", "\ufffe", "\u0085", "\u2028", "\0", "a\r\n b", " ", "")) {
      assertReadsBack(new Section(name, 1, 1, new Field(name, new FieldType.Fd())));
    }
  }

  @Test
  void breaksLongLines() {
    String test = "a == 1" + " && a == 1".repeat(30);
    Section section =
        new Section(
            "a word" + " and another".repeat(30),
            1,
            1,
            Families.scalar("plain", ScalarType.BOOL).test(test),
            Families.scalar("quoted", ScalarType.BOOL).test("b[0] || " + test));
    assertThat(SectionYaml.print(section).lines()).allMatch(line -> line.length() <= 110);
    assertReadsBack(section);
  }

  private static void assertReadsBack(Section section) {
    String yaml = SectionYaml.print(section);
    try {
      assertThat(SectionYaml.read(yaml)).as(yaml).isEqualTo(section);
    } catch (YamlException e) {
      throw new AssertionError(yaml, e);
    }
  }
}
