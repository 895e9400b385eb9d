package org.hopscotch.model.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/// Bodies by their descriptions, the forms of wire-format sections 4 and 10.1.
class BodyReaderTest {
  private static final Description.Vmsd PAIR =
      vmsd("pair", field("x", "uint16", 2), field("y", "bool", 1));

  @Test
  void readsScalarsWithTheirSigns() {
    Body body =
        read(
            vmsd("s", field("a", "int8", 1), field("b", "uint8", 1), field("c", "int32 le", 4)),
            "ff ff fffffffe");
    assertThat(scalars(body, 0)).containsExactly(-1);
    assertThat(scalars(body, 1)).containsExactly(255);
    assertThat(scalars(body, 2)).containsExactly(-2);
  }

  @Test
  void readsCompressedArrays() {
    Body body = read(vmsd("s", field("a", "uint16", 2).times(3)), "0001 0002 ffff");
    assertThat(scalars(body, 0)).containsExactly(1, 2, 0xffff);
  }

  @Test
  void readsCompressedArraysOfStructsIntoColumns() {
    Body body = read(vmsd("s", struct("a", 3, PAIR).times(2)), "0001 00 0002 01");
    Body.Structs structs = (Body.Structs) body.values().getFirst();
    assertThat(((Body.Scalars) structs.columns().get(0)).values()).containsExactly(1, 2);
    assertThat(((Body.Scalars) structs.columns().get(1)).values()).containsExactly(0, 1);
    assertThat(scalars(structs.get(1), 0)).containsExactly(2);
  }

  @Test
  void readsStructsInsideArrayElements() {
    Description.Vmsd outer =
        vmsd(
            "outer",
            field("n", "uint8", 1),
            struct("two", 3, PAIR).times(2),
            struct("one", 3, PAIR));
    Body body =
        read(
            vmsd("s", struct("a", 10, outer).times(2)),
            "01 000100 000201 000300 02 000400 000501 000600");
    Body second = ((Body.Structs) body.values().getFirst()).get(1);
    assertThat(((Body.Structs) second.values().get(1)).count()).isEqualTo(2);
    Body one = ((Body.Struct) second.values().get(2)).body();
    assertThat(scalars(one, 0)).containsExactly(6);
  }

  @Test
  void readsTheEntriesOfAnArrayThatCouldNotBeCompressedOneByOne() {
    Description.Field first =
        new Description.Field("a", "struct", 1, OptionalInt.of(0), 3, List.of(PAIR));
    Description.Field second =
        new Description.Field("a", "struct", 1, OptionalInt.of(1), 3, List.of(PAIR));
    assertThat(read(vmsd("s", first, second), "0001 00 0002 01").values()).hasSize(2);
  }

  @Test
  void readsNestedSubsectionsInTheirPlace() {
    Description.Vmsd deep = vmsd("s/one/deep", field("d", "uint8", 1));
    Description.Vmsd one =
        new Description.Vmsd("s/one", 2, List.of(field("b", "uint8", 1)), List.of(deep));
    Description.Vmsd layout =
        new Description.Vmsd("s", 1, List.of(field("a", "uint8", 1)), List.of(one));
    Body body = read(layout, "01 05 05 's/one' 00000002 02 05 0a 's/one/deep' 00000001 04");
    assertThat(scalars(body.subsections().getFirst().subsections().getFirst(), 0))
        .containsExactly(4);
  }

  @Test
  void readsAQueueWithOneLayoutAnElement() {
    Description.Vmsd one = vmsd("e", field("k", "uint16", 2));
    Description.Field queue =
        new Description.Field("q", "qtailq", 1, OptionalInt.empty(), 7, List.of(one, one));
    Body body = read(vmsd("s", queue, field("z", "uint8", 1)), "01 0102 01 0304 00 77");
    assertThat(((Body.Queue) body.values().getFirst()).elements()).hasSize(2);
  }

  @Test
  void readsTreesWithDirectAndWithStructKeys() {
    Description.Vmsd value = vmsd("v", field("k", "uint8", 1));
    Description.Field direct =
        new Description.Field("t", "gtree", 1, OptionalInt.empty(), 15, List.of(value));
    read(vmsd("s", direct), "00000001 01 00000000000000aa 07 00");
    Description.Field keyed =
        new Description.Field("t", "gtree", 1, OptionalInt.empty(), 8, List.of(value, value));
    Body body = read(vmsd("s", keyed), "00000001 01 aa 07 00");
    assertThat(((Body.Tree) body.values().getFirst()).nodes().getFirst().key())
        .isInstanceOf(Body.StructKey.class);
  }

  @Test
  void readsTheMarkersOfNewerPointerArrays() {
    Body body =
        read(
            vmsd(
                "s",
                field("p", "ptr-marker", 1),
                field("p", "ptr-marker", 1),
                struct("p", 3, PAIR),
                field("q", "nullptr", 1).times(2)),
            "30 31 0001 00 30 30");
    assertThat(((Body.Markers) body.values().get(1)).present()).containsExactly(true);
    assertThat(((Body.Markers) body.values().get(3)).present()).containsExactly(false, false);
  }

  @Test
  void readsTheRunsOfPointerArraysWhoseFirstRunSaysTheWholeLength() {
    Body body =
        read(
            vmsd(
                "s",
                struct("p", 3, PAIR).times(5),
                field("p", "nullptr", 1).times(2),
                struct("p", 3, PAIR)),
            "0001 00 0002 01 30 30 0003 00");
    assertThat(((Body.Structs) body.values().getFirst()).count()).isEqualTo(2);
    assertThat(((Body.Markers) body.values().get(1)).present()).hasSize(2);
  }

  @Test
  void readsNullsThatSayHowManyElementsAreLeft() {
    Description.Field first =
        new Description.Field("p", "struct", 1, OptionalInt.of(0), 3, List.of(PAIR));
    Description.Field last =
        new Description.Field("p", "struct", 1, OptionalInt.of(3), 3, List.of(PAIR));
    Body body =
        read(
            vmsd(
                "s",
                first,
                field("p", "nullptr", 1).times(3),
                field("p", "nullptr", 1).times(2),
                last),
            "0001 00 30 30 0003 00");
    assertThat(body.values()).hasSize(4);
  }

  @Test
  void refusesAMarkerThatIsNone() {
    assertThatThrownBy(() -> read(vmsd("s", field("p", "ptr-marker", 1)), "32"))
        .isInstanceOfSatisfying(
            RefusedException.class,
            e -> {
              assertThat(e.refusal().reason()).isEqualTo(new Refusal.UnexpectedMarker(0x32));
              assertThat(e.refusal().path()).isEqualTo("p");
            });
  }

  @Test
  void findsANullThatOlderDescriptionsDoNotShow() {
    Description.Vmsd layout = vmsd("s", struct("p", 3, PAIR).times(3));
    Optional<Body> body = onlyFit(layout, "0007 01 30 0008 00");
    assertThat(((Body.Pointers) body.orElseThrow().values().getFirst()).present())
        .containsExactly(true, false, true);
    assertThat(Hex.text(BodyWriter.toBytes(body.orElseThrow()))).isEqualTo("00070130000800");
  }

  @Test
  void doesNotGuessWhichOfSeveralElementsIsNull() {
    // The last one, or the first one and then 0701 00, 0800 30.
    Description.Vmsd layout = vmsd("s", struct("p", 3, PAIR).times(3));
    assertThat(onlyFit(layout, "3007 01 0008 00 30")).isEmpty();
  }

  @Test
  void readsAnArrayOfNullsOnly() {
    Description.Field nulls =
        new Description.Field("p", "struct", 3, OptionalInt.empty(), 1, List.of());
    Body body = read(vmsd("s", nulls), "30 30 30");
    assertThat(((Body.Markers) body.values().getFirst()).present()).hasSize(3);
  }

  @Test
  void readsWhatHasOnlyASizeAsOpaque() {
    Body body = read(vmsd("s", field("o", "shpc", 3)), "010203");
    assertThat(body.values().getFirst()).isInstanceOf(Body.Opaque.class);
  }

  @Test
  void readsBitmapsIrqStatesAndMsix() {
    Body body =
        read(
            vmsd(
                "s",
                field("map", "bitmap", 16),
                field("irq", "pci irq state", 16),
                field("msix", "msix state", 17)),
            "8000000000000001 0000000000000021 00000000 00000001 00000000 00000000"
                + "00".repeat(16)
                + "80");
    assertThat(scalars(body, 0)).containsExactly(0x8000000000000001L, 0x21);
    assertThat(scalars(body, 1)).containsExactly(0, 1, 0, 0);
    assertThat(((Body.MsixState) body.values().get(2)).pending()).containsExactly(0x80);
  }

  @Test
  void neverIteratesElementsWithoutBytes() {
    Description.Vmsd empty = vmsd("empty");
    Body body = read(vmsd("s", struct("a", 0, empty).times(Integer.MAX_VALUE)), "");
    assertThat(((Body.Structs) body.values().getFirst()).count()).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void setsNothingAsideForCountsBeyondTheInput() {
    assertThatThrownBy(() -> read(vmsd("s", field("a", "uint64", 8).times(1 << 30)), "00"))
        .isInstanceOfSatisfying(
            RefusedException.class,
            e ->
                assertThat(e.refusal().reason())
                    .isEqualTo(new Refusal.ImpossibleLength("a", 1 << 30, 1)));
  }

  @Test
  void refusesSizesThatTheTypeCannotHave() {
    assertThatThrownBy(() -> read(vmsd("s", field("a", "uint32", 2)), "0000"))
        .isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> read(vmsd("s", struct("a", 4, PAIR)), "00000000"))
        .isInstanceOf(RefusedException.class);
  }

  private static Optional<Body> onlyFit(Description.Vmsd layout, String hex) {
    byte[] bytes = Hex.bytes(hex);
    return NullChoices.onlyFit(
        new NullChoices.Trial() {
          @Override
          public Optional<Body> read(NullChoices choices) {
            WireInput in = held(bytes);
            try {
              Body body = BodyReader.described(in, choices).read(layout);
              return in.atEnd() ? Optional.of(body) : Optional.empty();
            } catch (RefusedException _) {
              return Optional.empty();
            }
          }

          @Override
          public boolean affordable() {
            return true;
          }
        });
  }

  private static Body read(Description.Vmsd layout, String hex) {
    byte[] bytes = Hex.bytes(hex);
    WireInput in = held(bytes);
    Body body = BodyReader.described(in, NullChoices.none()).read(layout);
    assertThat(in.atEnd()).isTrue();
    assertThat(Hex.text(BodyWriter.toBytes(body))).isEqualTo(Hex.text(bytes));
    assertThat(BodySize.of(body)).isEqualTo(bytes.length);
    return body;
  }

  private static WireInput held(byte[] bytes) {
    return WireInput.of(bytes);
  }

  private static long[] scalars(Body body, int index) {
    return ((Body.Scalars) body.values().get(index)).values();
  }

  private static Description.Vmsd vmsd(String name, Description.Field... fields) {
    return new Description.Vmsd(name, 1, List.of(fields), List.of());
  }

  private static Description.Field field(String name, String type, long size) {
    return new Description.Field(name, type, size);
  }

  private static Description.Field struct(String name, long size, Description.Vmsd layout) {
    return new Description.Field(name, size, layout);
  }
}
