package org.hopscotch.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.hopscotch.model.schema.Bindings;
import org.hopscotch.model.wire.Description;
import org.hopscotch.model.wire.DescriptionParser.MalformedDescription;
import org.hopscotch.model.wire.LoaderFamily;
import org.hopscotch.model.wire.SectionSaver;
import org.hopscotch.model.wire.StreamItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DescriptionPrinterTest {
  private static final Description.Vmsd INNER =
      new Description.Vmsd("in", 3, List.of(new Description.Field("x", "bool", 1)), List.of());

  @Test
  void writesKeysInTheOrderOfQemu() {
    Description.Field indexed =
        new Description.Field("s", "struct", 1, OptionalInt.of(2), 1, List.of(INNER));
    Description.Vmsd vmsd =
        new Description.Vmsd(
            "d",
            2,
            List.of(new Description.Field("a", "uint16", 2).times(4), indexed),
            List.of(new Description.Vmsd("d/sub", 1, List.of(), List.of())));
    Description description =
        new Description(
            Optional.of(INNER),
            OptionalInt.of(4096),
            List.of(new Description.Section("0000:00:01.0/d", 3, vmsd)));
    assertThat(text(description))
        .isEqualTo(
            "{'configuration': {'vmsd_name': 'in', 'version': 3, 'fields': "
                + "[{'name': 'x', 'type': 'bool', 'size': 1}]}, 'page_size': 4096, 'devices': "
                + "[{'name': '0000:00:01.0/d', 'instance_id': 3, 'vmsd_name': 'd', 'version': 2, "
                + "'fields': [{'name': 'a', 'array_len': 4, 'type': 'uint16', 'size': 2}, "
                + "{'name': 's', 'index': 2, 'type': 'struct', 'struct': {'vmsd_name': 'in', "
                + "'version': 3, 'fields': [{'name': 'x', 'type': 'bool', 'size': 1}]}, "
                + "'size': 1}], 'subsections': [{'vmsd_name': 'd/sub', 'version': 1, "
                + "'fields': []}]}]}");
  }

  @Test
  void writesTheMembersOfOtherStructsIntoTheFieldAndOfEachListElementAgain() {
    assertThat(text(field("vstruct", INNER))).contains("'type': 'vstruct', 'vmsd_name': 'in', ");
    assertThat(text(field("qtailq", INNER, INNER)).split("'vmsd_name': 'in'", -1)).hasSize(3);
    assertThat(text(field("struct"))).contains("'type': 'struct', 'struct': {}, 'size': 1}");
  }

  @Test
  void writesOldStyleSections() {
    Description description = of(new Description.OldStyle(7));
    assertThat(text(description))
        .isEqualTo(
            "{'devices': [{'name': 'd', 'instance_id': 0, 'size': 7, 'fields': "
                + "[{'name': 'data', 'size': 7, 'type': 'buffer'}]}]}");
  }

  @Test
  void whatWasWrittenParsesToTheSame() throws MalformedDescription {
    Description.Vmsd odd =
        new Description.Vmsd(
            "\"n\\\u00e9\n", 0, List.of(new Description.Field("\u00ff", "bool", 1)), List.of());
    for (Description description :
        List.of(
            of(odd),
            of(new Description.OldStyle(0)),
            field("qtailq", INNER, odd),
            field("gtree", INNER, INNER),
            field("tmp", INNER),
            field("struct"))) {
      byte[] json = DescriptionJson.print(description);
      assertThat(DescriptionJson.parse(json)).isEqualTo(description);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatSavingDescribesParsesToTheSame(LoaderFamily family)
      throws IOException, MalformedDescription {
    for (Vector vector : VectorsTest.all()) {
      Description description =
          of(
              SectionSaver.save(vector.section(), vector.state(), Bindings.NONE, family)
                  .body()
                  .layout());
      byte[] json = DescriptionJson.print(description);
      assertThat(DescriptionJson.parse(json)).isEqualTo(description);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"7.2", "10.0", "11.1"})
  void givesTheVeryTextThatReleasesFrom72OnWrote(String release)
      throws IOException, MalformedDescription {
    int compared = 0;
    for (Path file : CapturedStreams.named(release, "legacy", "virtio", "qemu-xhci")) {
      for (StreamItem.VmDescription text :
          CapturedStreams.items(file, StreamItem.VmDescription.class)) {
        byte[] printed = DescriptionJson.print(DescriptionJson.parse(text.json()));
        assertThat(new String(printed, UTF_8)).isEqualTo(new String(text.json(), UTF_8));
        compared++;
      }
    }
    assertThat(compared).isEqualTo(3);
  }

  /// A release that writes other blanks.
  @Test
  void printsWhatAnOlderReleaseSaysToTheSameMeaning() throws IOException, MalformedDescription {
    Path file = CapturedStreams.named("5.2", "legacy").getFirst();
    byte[] json = CapturedStreams.items(file, StreamItem.VmDescription.class).getFirst().json();
    Description description = DescriptionJson.parse(json);
    assertThat(DescriptionJson.print(description)).isNotEqualTo(json);
    assertThat(DescriptionJson.parse(DescriptionJson.print(description))).isEqualTo(description);
  }

  private static Description field(String type, Description.Vmsd... nested) {
    Description.Field field =
        new Description.Field("f", type, 1, OptionalInt.empty(), 1, List.of(nested));
    return of(new Description.Vmsd("d", 1, List.of(field), List.of()));
  }

  private static Description of(Description.Layout layout) {
    return new Description(
        Optional.empty(), OptionalInt.empty(), List.of(new Description.Section("d", 0, layout)));
  }

  private static String text(Description description) {
    return new String(DescriptionJson.print(description), UTF_8).replace('"', '\'');
  }
}
