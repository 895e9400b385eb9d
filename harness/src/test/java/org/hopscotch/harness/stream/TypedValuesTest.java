package org.hopscotch.harness.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.hopscotch.corpus.StreamFile;
import org.hopscotch.harness.Repository;
import org.hopscotch.model.wire.Body;
import org.hopscotch.model.wire.Likenesses;
import org.hopscotch.model.wire.StreamItem;
import org.hopscotch.model.wire.StreamWriter;
import org.hopscotch.model.wire.WireOutput;
import org.junit.jupiter.api.Test;

/// The encoder sees typed values only: another value gives other bytes, there and nowhere else.
class TypedValuesTest {
  @Test
  void changesExactlyTheBytesOfTheValueThatWasChanged() throws IOException {
    List<Placed> items = decode("7.2/pc-q35-5.2/base.mig.gz");
    byte[] before = encode(items);
    int timer = indexOf(items, "timer");
    long offset = items.get(timer).offset() + 8 + 8;

    List<Placed> changed = new ArrayList<>(items);
    changed.set(timer, items.get(timer).with(body -> withScalar(body, 2, 0x0102030405060708L)));

    assertThat(differences(before, encode(changed)))
        .containsExactlyElementsOf(
            java.util.stream.LongStream.range(offset, offset + 8).boxed().toList());
  }

  @Test
  void changesExactlyOneElementOfAnArrayOfStructs() throws IOException {
    List<Placed> items = decode("7.2/pc-q35-5.2/base.mig.gz");
    byte[] before = encode(items);
    int cpu = indexOf(items, "cpu");
    List<Placed> changed = new ArrayList<>(items);
    changed.set(cpu, items.get(cpu).with(TypedValuesTest::withOtherSegment));

    assertThat(differences(before, encode(changed))).hasSize(4);
  }

  private static Body withScalar(Body body, int field, long value) {
    List<Body.Content> values = new ArrayList<>(body.values());
    Body.Scalars old = (Body.Scalars) values.get(field);
    values.set(field, new Body.Scalars(old.type(), value));
    return new Body(body.layout(), values, body.subsections());
  }

  /// Gives the third of the six segments another selector.
  private static Body withOtherSegment(Body cpu) {
    List<Body.Content> values = new ArrayList<>(cpu.values());
    int field = 0;
    while (!cpu.layout().fields().get(field).name().equals("env.segs")) {
      field++;
    }
    Body.Structs segments = (Body.Structs) values.get(field);
    Body.Scalars selectors = (Body.Scalars) segments.columns().getFirst();
    long[] others = selectors.values().clone();
    others[2] ^= 0xffffffffL;
    List<Body.Content> columns = new ArrayList<>(segments.columns());
    columns.set(0, new Body.Scalars(selectors.type(), others));
    values.set(field, new Body.Structs(segments.element(), segments.count(), columns));
    return new Body(cpu.layout(), values, cpu.subsections());
  }

  private record Placed(long offset, StreamItem item, String section) {
    Placed with(UnaryOperator<Body> change) {
      StreamItem.Device device = (StreamItem.Device) item;
      return new Placed(
          offset, new StreamItem.Device(change.apply(device.body()), device.source()), section);
    }
  }

  private static List<Placed> decode(String name) throws IOException {
    List<Placed> items = new ArrayList<>();
    String[] section = {""};
    assertThat(
            StreamFile.at(Repository.stream(name))
                .read(
                    Likenesses.none(),
                    1 << 24,
                    (offset, item) -> {
                      if (item instanceof StreamItem.SectionHeader header) {
                        section[0] = header.idstr();
                      }
                      items.add(new Placed(offset, item, section[0]));
                    }))
        .isEmpty();
    return items;
  }

  private static byte[] encode(List<Placed> items) {
    return WireOutput.toBytes(out -> {
      StreamWriter writer = new StreamWriter(out);
      items.forEach(placed -> writer.write(placed.item()));
    });
  }

  private static int indexOf(List<Placed> items, String section) {
    int index = 0;
    while (!(items.get(index).item() instanceof StreamItem.Device)
        || !items.get(index).section().equals(section)) {
      index++;
    }
    return index;
  }

  private static List<Long> differences(byte[] one, byte[] other) {
    assertThat(other).hasSameSizeAs(one);
    List<Long> offsets = new ArrayList<>();
    for (int i = 0; i < one.length; i++) {
      if (one[i] != other[i]) {
        offsets.add((long) i);
      }
    }
    return offsets;
  }
}
