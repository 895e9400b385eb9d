package org.hopscotch.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.hopscotch.model.schema.Bindings;
import org.hopscotch.model.schema.Count;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.ScalarType;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Subsection;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.state.Value;
import org.hopscotch.model.wire.Body;
import org.hopscotch.model.wire.BodyWriter;
import org.hopscotch.model.wire.Description;
import org.hopscotch.model.wire.LoaderFamily;
import org.hopscotch.model.wire.SectionLoader;
import org.hopscotch.model.wire.SectionSaver;
import org.hopscotch.model.wire.StreamItem;
import org.hopscotch.model.wire.WireInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DescribedSectionTest {
  /// Every layout that a release wrote, once: `least` of them.
  @ParameterizedTest
  @CsvSource({"5.2, 72", "7.2, 72", "10.0, 71", "11.1, 72"})
  void savesAndLoadsEverySectionOfRealStreamsAsTheyAre(String release, int least)
      throws IOException {
    LoaderFamily family = CapturedStreams.family(release);
    Set<Description.Vmsd> seen = new HashSet<>();
    Set<String> describedOtherwise = new TreeSet<>();
    for (Path file : CapturedStreams.of(release)) {
      for (StreamItem.Device device : CapturedStreams.items(file, StreamItem.Device.class)) {
        Description.Vmsd layout = device.body().layout();
        if (seen.add(layout) && !plain(layout).equals(saved(device.body(), family).layout())) {
          describedOtherwise.add(layout.name());
        }
      }
    }
    assertThat(seen.size()).isGreaterThanOrEqualTo(least);
    // Of four equal streams only the first has a subsection, so that each is a field of its own.
    assertThat(describedOtherwise).isSubsetOf("hda-audio");
  }

  /// Lists, trees, pointers, bitmaps and whatever else QEMU's vectors have.
  @ParameterizedTest
  @EnumSource
  void savesAndLoadsEveryFormOfTheVectors(LoaderFamily family) throws IOException {
    for (Vector vector : VectorsTest.all()) {
      Body body = SectionSaver.save(vector.section(), vector.state(), Bindings.NONE, family).body();
      assertThat(saved(body, family).layout()).as(vector.id()).isEqualTo(plain(body.layout()));
    }
  }

  @Test
  void aSubsectionIsNeededWhileAnUnknownConditionHolds() {
    DescribedSection described =
        DescribedSection.of(
            body(
                "d",
                List.of(new Description.Field("a", "uint8", 1)),
                List.of(new Body.Scalars(ScalarType.UINT8, 7)),
                body("d/sub", List.of(), List.of())));
    assertThat(described.section().subsections())
        .containsExactly(
            new Subsection(new Section("d/sub", 2, 2), new Expression.Unknown("d/sub needed")));
    assertThat(described.bindings().unknown()).containsExactly(Map.entry("d/sub needed", true));
    Body without =
        SectionSaver.save(
                described.section(),
                described.state(),
                new Bindings(Map.of(), Map.of("d/sub needed", false)),
                LoaderFamily.FROM_11_0)
            .body();
    assertThat(without.subsections()).isEmpty();
  }

  @Test
  void elementsThatDifferAreFieldsOfTheirOwn() {
    List<Description.Field> number = List.of(new Description.Field("a", "uint8", 1));
    List<Body.Content> seven = List.of(new Body.Scalars(ScalarType.UINT8, 7));
    Body small = body("in", number, seven);
    Body large = body("in", number, seven, body("in/x", List.of(), List.of()));
    Body body =
        body(
            "d",
            List.of(
                new Description.Field("s", 1, small.layout()),
                new Description.Field("s", 11, large.layout())),
            List.of(new Body.Struct(small), new Body.Struct(large)));
    assertThat(DescribedSection.of(body).section().fields())
        .extracting(Field::name)
        .containsExactly("s[0]", "s[1]");
    assertThat(saved(body, LoaderFamily.FROM_11_0).values()).hasSize(2);
  }

  @Test
  void aListOfElementsThatDifferIsBytes() {
    Body one = body("in", List.of(), List.of());
    Body other =
        body(
            "in",
            List.of(new Description.Field("a", "uint8", 1)),
            List.of(new Body.Scalars(ScalarType.UINT8, 7)));
    Description.Field list =
        new Description.Field(
            "q", "qtailq", 1, OptionalInt.empty(), 4, List.of(one.layout(), other.layout()));
    Body body = body("d", List.of(list), List.of(new Body.Queue(List.of(one, other))));
    assertThat(DescribedSection.of(body).section().fields())
        .containsExactly(new Field("q", new FieldType.Custom("qtailq", Count.of(4))));
    assertThat(DescribedSection.of(body).state().find("q"))
        .hasValue(new Value.Bytes((byte) 1, (byte) 1, (byte) 7, (byte) 0));
  }

  @Test
  void pointersAreNullWhereTheyWere() {
    Description.Field marker = new Description.Field("p", "ptr-marker", 1);
    Description.Field number = new Description.Field("p", "uint8", 1);
    Body body =
        body(
            "d",
            List.of(marker, marker, number, marker),
            List.of(
                new Body.Markers(false),
                new Body.Markers(true),
                new Body.Scalars(ScalarType.UINT8, 7),
                new Body.Markers(false)));
    DescribedSection described = DescribedSection.of(body);
    assertThat(described.section().fields())
        .containsExactly(
            new Field(
                "p",
                new FieldType.PointerArray(
                    new FieldType.Scalar(ScalarType.UINT8),
                    Count.of(3),
                    FieldType.Markers.FOR_EACH)));
    assertThat(described.state().find("p"))
        .hasValue(new Value.Elements(Value.NULL, Value.of(7), Value.NULL));
  }

  private static Body body(
      String name, List<Description.Field> fields, List<Body.Content> values, Body... subsections) {
    List<Description.Vmsd> layouts = Arrays.stream(subsections).map(Body::layout).toList();
    return new Body(
        new Description.Vmsd(name, 2, fields, layouts), values, Arrays.asList(subsections));
  }

  /// Saves an imported section, which must give the bytes it was imported from, and loads them.
  private static Body saved(Body body, LoaderFamily family) {
    DescribedSection described = DescribedSection.of(body);
    Section section = described.section();
    Body saved = SectionSaver.save(section, described.state(), described.bindings(), family).body();
    byte[] bytes = BodyWriter.toBytes(saved);
    assertThat(Arrays.equals(bytes, BodyWriter.toBytes(body))).as(section.name()).isTrue();
    DeviceState wiped = Wiped.of(section, described.state(), saved.layout());
    WireInput in = WireInput.of(bytes);
    DeviceState loaded =
        SectionLoader.load(section, section.versionId(), in, wiped, described.bindings(), family);
    assertThat(in.atEnd()).as(section.name()).isTrue();
    assertThat(loaded).as(section.name()).isEqualTo(described.state());
    return saved;
  }

  /// A `tmp` is imported as a struct.
  private static Description.Vmsd plain(Description.Vmsd layout) {
    List<Description.Field> fields = new ArrayList<>();
    for (Description.Field field : layout.fields()) {
      String type = field.type().equals("tmp") ? "struct" : field.type();
      List<Description.Vmsd> nested =
          field.nested().stream().map(DescribedSectionTest::plain).toList();
      fields.add(
          new Description.Field(
              field.name(), type, field.count(), field.index(), field.size(), nested));
    }
    return new Description.Vmsd(
        layout.name(),
        layout.version(),
        fields,
        layout.subsections().stream().map(DescribedSectionTest::plain).toList());
  }
}
