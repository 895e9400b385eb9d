package org.hopscotch.corpus.known;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hopscotch.corpus.yaml.KnownYaml;
import org.hopscotch.corpus.yaml.SectionYaml;
import org.hopscotch.corpus.yaml.YamlException;
import org.hopscotch.model.release.Version;
import org.hopscotch.model.schema.Section;
import org.junit.jupiter.api.Test;

/// Facts are added to what was imported, and to nothing else.
class KnownTest {
  private static final String FACTS =
      """
      sections:
      - section: rings
        source: made up
        before: 9.2
        having: num
        minimum_version_id: 1
        alias_ids: {0: 32}
        pre_load: own = num
        post_load: refuse "too many" when num > own
        fields:
        - {name: ring, count: num}
        - {name: late, since: 3}
        - {after: num, validate: num in range, test: num < 8}
        - {after: missing, name: nowhere, type: uint8}
        subsections:
        - {name: rings/extra, version_id: 1, minimum_version_id: 1, fields: []}
      pci:
      - {id: "1af4:1050", name: io first, bars: {0: io 32}}
      - {id: "1af4:1050", name: memory, bars: {0: memory 64 0x4000}}
      ram:
      - {name: tables, since: 6.0, max_length: 0x10000}
      """;

  private static final String CAPTURED =
      """
      name: device
      version_id: 1
      minimum_version_id: 1
      fields:
      - name: rings
        struct:
          name: rings
          version_id: 3
          minimum_version_id: 3
          fields:
          - {name: num, type: uint8}
          - {name: ring, type: uint16, array: 2}
          - {name: late, type: uint8}
      """;

  @Test
  void areAddedToSectionsInside() throws YamlException {
    Known known = KnownYaml.read(FACTS).of(Version.of("7.2"));
    assertThat(SectionYaml.print(known.added(SectionYaml.read(CAPTURED))))
        .isEqualTo(
            """
            name: device
            version_id: 1
            minimum_version_id: 1
            fields:
            - name: rings
              struct:
                name: rings
                version_id: 3
                minimum_version_id: 1
                pre_load: own = num
                post_load: 'refuse "too many" when num > own'
                fields:
                - {name: num, type: uint8}
                - {validate: num in range, test: num < 8}
                - {name: ring, type: uint16, array: num}
                - {name: late, type: uint8, since: 3}
                subsections:
                - name: rings/extra
                  version_id: 1
                  minimum_version_id: 1
                  needed: "0"
                  fields: []
            """);
    assertThat(known.alias("rings", 0)).hasValue(32);
    assertThat(known.alias("rings", 1)).isEmpty();
    assertThat(known.maxLength("tables")).hasValue(0x10000);
  }

  @Test
  void holdForTheirReleasesOnly() throws YamlException {
    Known known = KnownYaml.read(FACTS);
    Section captured = SectionYaml.read(CAPTURED);
    assertThat(known.of(Version.of("9.2")).added(captured)).isEqualTo(captured);
    assertThat(known.of(Version.of("5.2")).maxLength("tables")).isEmpty();
  }

  @Test
  void doNotHoldWithoutTheField() throws YamlException {
    Section other = SectionYaml.read(CAPTURED.replace("name: num,", "name: count,"));
    assertThat(KnownYaml.read(FACTS).of(Version.of("7.2")).added(other)).isEqualTo(other);
  }

  @Test
  void tellDevicesOfOneIdApartByTheirRegisters() throws YamlException {
    byte[] config = new byte[256];
    config[0] = (byte) 0xf4;
    config[1] = 0x1a;
    config[2] = 0x50;
    config[3] = 0x10;
    config[0x10] = 0x0c;
    Known known = KnownYaml.read(FACTS);
    assertThat(known.device(config).bars()).containsExactly(new KnownBar(0, false, true, 0x4000));
    config[0x10] = 0x01;
    assertThat(known.device(config).bars()).containsExactly(new KnownBar(0, true, false, 32));
    config[3] = 0x11;
    assertThat(known.device(config)).isEqualTo(KnownPciDevice.UNKNOWN);
  }

  @Test
  void nameTheirSource() {
    assertThatThrownBy(() -> KnownYaml.read(FACTS.replace("  source: made up\n", "")))
        .hasMessageContaining("source");
  }

  @Test
  void knowNoRegisterOfAnOddSize() {
    assertThatThrownBy(() -> KnownYaml.read(FACTS.replace("io 32", "io 33")))
        .hasMessageContaining("power of two");
  }
}
