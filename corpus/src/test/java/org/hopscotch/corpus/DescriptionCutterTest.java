package org.hopscotch.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hopscotch.model.wire.DescriptionParser.MalformedDescription;
import org.junit.jupiter.api.Test;

class DescriptionCutterTest {
  private static final String A =
      "{\"name\": \"a\", \"instance_id\": 0, \"vmsd_name\": \"a}\", \"version\": 1, \"fields\":"
          + " []}";
  private static final String B =
      "{\"name\": \"b\", \"instance_id\": 1, \"size\": 2, \"fields\": [{\"name\": \"data\","
          + " \"size\": 2, \"type\": \"buffer\"}]}";
  private static final String C =
      "{\"name\": \"c\", \"instance_id\": 0, \"vmsd_name\": \"\u00e9\", \"version\": 1,"
          + " \"fields\": [], \"new\": {}}";
  private static final String ALL =
      "{\"page_size\": 4096, \"devices\": [ " + String.join(", ", A, B, C) + "], \"more\": [{}]}";

  @Test
  void keepsWhatIsWantedAsItStands() throws MalformedDescription {
    assertThat(keeping("a", "b", "c")).isEqualTo(ALL);
    assertThat(keeping("a", "c")).isEqualTo(ALL.replace(B + ", ", ""));
    assertThat(keeping("a")).isEqualTo(ALL.replace(", " + B + ", " + C, ""));
    assertThat(keeping("b")).isEqualTo(ALL.replace(A + ", ", "").replace(", " + C, ""));
    assertThat(keeping("b", "c")).isEqualTo(ALL.replace(A + ", ", ""));
  }

  @Test
  void canLeaveNothing() throws MalformedDescription {
    assertThat(keeping()).isEqualTo("{\"page_size\": 4096, \"devices\": [ ], \"more\": [{}]}");
  }

  @Test
  void refusesWhatIsNoDescription() {
    assertThatThrownBy(() -> DescriptionCutter.keeping(new byte[] {'['}, _ -> true))
        .isInstanceOf(MalformedDescription.class);
  }

  private static String keeping(String... names) throws MalformedDescription {
    byte[] cut =
        DescriptionCutter.keeping(
            ALL.getBytes(StandardCharsets.UTF_8),
            section -> List.of(names).contains(section.idstr()));
    return new String(cut, StandardCharsets.UTF_8);
  }
}
