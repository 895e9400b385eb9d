package org.hopscotch.corpus.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hopscotch.model.schema.ScalarType;
import org.hopscotch.model.wire.Body;
import org.hopscotch.model.wire.Description;
import org.hopscotch.model.wire.RamRecord;
import org.hopscotch.model.wire.StreamItem;
import org.junit.jupiter.api.Test;

class StreamYamlTest {
  @Test
  void showsALineForEachItem() {
    Description.Vmsd layout =
        new Description.Vmsd(
            "serial", 3, List.of(new Description.Field("divider", "uint16", 2)), List.of());
    Body body = new Body(layout, List.of(new Body.Scalars(ScalarType.UINT16, 12)), List.of());
    RamRecord page = new RamRecord.Page(new RamRecord.Place(0, "ram", true), new byte[4096]);
    List<StreamItem> items =
        List.of(
            new StreamItem.Header(3),
            new StreamItem.Command(4, new byte[] {0, 1}),
            new StreamItem.SectionHeader(StreamItem.Kind.START, 2, "ram", 0, 4),
            new StreamItem.Ram(page),
            new StreamItem.Footer(2),
            new StreamItem.SectionHeader(StreamItem.Kind.FULL, 7, "00:03.0/serial", 1, 3),
            new StreamItem.Device(body, StreamItem.Source.DESCRIBED),
            new StreamItem.Unknown(new byte[1], "not described"),
            new StreamItem.Footer(7),
            new StreamItem.Eof(),
            new StreamItem.VmDescription(new byte[20]),
            new StreamItem.Trailing(new byte[3]));
    assertThat(StreamYaml.print(items))
        .isEqualTo(
            """
            - {stream_version: 3}
            - {command: 4, payload: hex 0001}
            - {section: START, section_id: 2, idstr: ram, instance_id: 0, version_id: 4}
            - {ram: hex 00000000000000080372616d00000000, bytes: 4108}
            - {footer: 2}
            - {section: FULL, section_id: 7, idstr: "00:03.0/serial", instance_id: 1, version_id: 3}
            - {device: serial, body: hex 000c}
            - {unknown: not described, body: hex 00}
            - {footer: 7}
            - eof
            - {vmdescription: 20}
            - {trailing: hex 000000}
            """);
  }
}
