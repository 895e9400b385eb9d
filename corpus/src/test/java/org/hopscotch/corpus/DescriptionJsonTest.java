package org.hopscotch.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hopscotch.model.wire.Description;
import org.hopscotch.model.wire.DescriptionParser.MalformedDescription;
import org.junit.jupiter.api.Test;

/// The forms of wire-format section 10.1.
class DescriptionJsonTest {
  @Test
  void readsFieldsArraysAndSubsections() throws MalformedDescription {
    Description description =
        parse(
            """
            {"page_size":4096,"devices":[{"name":"0000:00:01.0/d","instance_id":3,"vmsd_name":"d",
            "version":2,"fields":[{"name":"a","array_len":4,"type":"uint16","size":2},
            {"name":"s","index":1,"type":"struct","struct":{"vmsd_name":"in","version":5,"fields":
            [{"name":"x","type":"bool","size":1}]},"size":1}],
            "subsections":[{"vmsd_name":"d/sub","version":1,"fields":[]}]}]}
            """);
    assertThat(description.pageSize()).hasValue(4096);
    Description.Section section = description.sections().getFirst();
    assertThat(section.idstr()).isEqualTo("0000:00:01.0/d");
    assertThat(section.instanceId()).isEqualTo(3);
    Description.Vmsd vmsd = (Description.Vmsd) section.layout();
    assertThat(vmsd.version()).isEqualTo(2);
    assertThat(vmsd.fields().get(0).count()).isEqualTo(4);
    assertThat(vmsd.fields().get(1).index()).hasValue(1);
    assertThat(vmsd.fields().get(1).nested().getFirst().version()).isEqualTo(5);
    assertThat(vmsd.subsections()).extracting(Description.Vmsd::name).containsExactly("d/sub");
  }

  @Test
  void readsTheBlanksOfOlderReleases() throws MalformedDescription {
    assertThat(parse("{ \"page_size\" : 4096, \"devices\" : [  ]}").sections()).isEmpty();
  }

  @Test
  void keepsOneLayoutForEachElementOfAListAlthoughTheKeysRepeat() throws MalformedDescription {
    Description description =
        parse(
            """
            {"devices":[{"name":"d","instance_id":0,"vmsd_name":"d","version":1,"fields":[
            {"name":"q","type":"qtailq","vmsd_name":"e","version":1,"fields":
            [{"name":"k","type":"uint8","size":1}],"vmsd_name":"e","version":1,"fields":
            [{"name":"k","type":"uint8","size":1},{"name":"l","type":"uint8","size":1}],
            "size":6}]}]}
            """);
    List<Description.Vmsd> elements =
        ((Description.Vmsd) description.sections().getFirst().layout())
            .fields()
            .getFirst()
            .nested();
    assertThat(elements).extracting(element -> element.fields().size()).containsExactly(1, 2);
  }

  @Test
  void readsMembersThatLieFlatInTheField() throws MalformedDescription {
    Description description =
        parse(
            """
            {"devices":[{"name":"d","instance_id":0,"vmsd_name":"d","version":1,"fields":[
            {"name":"one","type":"vstruct","vmsd_name":"in","version":2,"fields":[],"size":0}]}]}
            """);
    Description.Vmsd vmsd = (Description.Vmsd) description.sections().getFirst().layout();
    assertThat(vmsd.fields().getFirst().nested().getFirst().name()).isEqualTo("in");
  }

  @Test
  void readsOldStyleSections() throws MalformedDescription {
    Description description =
        parse(
            """
            {"devices":[{"name":"slirp","instance_id":0,"size":7,"fields":
            [{"name":"data","size":7,"type":"buffer"}]}]}
            """);
    assertThat(description.sections().getFirst().layout()).isEqualTo(new Description.OldStyle(7));
  }

  @Test
  void passesOverKeysOfLaterReleases() throws MalformedDescription {
    assertThat(parse("{\"new\":{\"a\":[1]},\"devices\":[]}").sections()).isEmpty();
  }

  @Test
  void saysWhereAndWhatIsMalformed() {
    assertMalformed("{\"devices\":[", "not JSON");
    assertMalformed("[]", "START_OBJECT is due");
    assertMalformed("{\"devices\":[]} x", "not JSON");
    assertMalformed("{\"devices\":[{\"name\":\"d\"}]}", "neither a VMSD nor a size");
    assertMalformed(
        "{\"devices\":[{\"name\":\"d\",\"vmsd_name\":\"d\",\"fields\":[{\"name\":\"a\"}]}]}",
        "without type or size");
    assertMalformed("{\"page_size\":-1}", "page_size of -1");
    assertMalformed("[".repeat(5000), "due");
    assertMalformed("{\"devices\":" + "[".repeat(5000), "");
    assertThatThrownBy(() -> parse("{\"devices\":x"))
        .isInstanceOfSatisfying(
            MalformedDescription.class, e -> assertThat(e.offset()).isBetween(11, 13));
  }

  private static void assertMalformed(String json, String problem) {
    assertThatThrownBy(() -> parse(json))
        .isInstanceOf(MalformedDescription.class)
        .hasMessageContaining(problem);
  }

  private static Description parse(String json) throws MalformedDescription {
    return DescriptionJson.parse(json.strip().getBytes(StandardCharsets.UTF_8));
  }
}
