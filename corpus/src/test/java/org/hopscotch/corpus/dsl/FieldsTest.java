package org.hopscotch.corpus.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hopscotch.corpus.dsl.Fields.*;
import static org.hopscotch.corpus.dsl.Telling.*;
import static org.hopscotch.model.scenario.InvariantId.NEWER_TO_OLDER;
import static org.hopscotch.model.schema.ScalarType.INT32_POSITIVE_LE;
import static org.hopscotch.model.schema.ScalarType.UINT16;
import static org.hopscotch.model.schema.ScalarType.UINT32;
import static org.hopscotch.model.schema.ScalarType.UINT8;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hopscotch.corpus.Case;
import org.hopscotch.corpus.yaml.CaseException;
import org.hopscotch.corpus.yaml.CaseYaml;
import org.hopscotch.model.release.Member;
import org.hopscotch.model.schema.Existence;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.ScalarType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every `VMSTATE_*` word makes a field that its case's YAML gives back.
class FieldsTest {
  private static final VMState S =
      vmstate("inner").versionId(2).minimumVersionId(1).fields(uint8("x"), uint8("y").since(2));

  static List<Field> fields() {
    return List.of(
        bool("f"),
        int8("f"),
        int16("f"),
        int32("f"),
        int64("f"),
        uint8("f"),
        uint16("f").since(2),
        uint32("f").test("n > 2"),
        uint64("f"),
        uint8Equal("f"),
        uint16Equal("f"),
        int32Equal("f"),
        uint32Equal("f"),
        uint64Equal("f"),
        int32PositiveLe("f"),
        timer("f"),
        cpuDouble("f"),
        float64("f"),
        boolArray("f", 4),
        int8Array("f", 4),
        int16Array("f", 4),
        int32Array("f", 4),
        int64Array("f", 4),
        uint8Array("f", 4),
        uint16Array("f", 4),
        uint32Array("f", 4),
        uint64Array("f", 4),
        timerArray("f", 4),
        cpuDoubleArray("f", 4),
        float64Array("f", 4),
        varray("f", UINT16, "n"),
        varrayAlloc("f", UINT32, "n * 4"),
        subArray("f", UINT8, 2, 3),
        struct("f", S),
        vstruct("f", S, 2),
        structArray("f", 2, S),
        structVarray("f", "n", S),
        structVarrayAlloc("f", "n", S),
        arrayOfPointerToStruct("f", 2, S),
        withTmp(vmstate("tmp").versionId(1).fields(uint8("n"))),
        qtailq("f", S),
        qlist("f", S).since(2),
        gtree("f", S, S),
        gtreeDirectKey("f", S),
        buffer("f", 8),
        bufferStartMiddle("f", 8, 2),
        vbuffer("f", "n"),
        vbufferAlloc("f", "n"),
        unused(3),
        unusedVarray("n", 3),
        bitmap("f", "n"),
        validate("n is small", "n < 16"),
        fd("f"),
        clock("f"),
        fifo8("f", 16),
        fifo32("f", 16),
        pciDevice("f"),
        msix("f"),
        cpu("f"),
        pciConfig("f", 256),
        pciIrqState("f"),
        msixState("f"),
        custom("f", "info of its own", "n"),
        arrayOf(bufferStartMiddle("f", 8, 2), 3),
        subArrayOf(struct("f", S), 1, 2),
        varrayOf(vstruct("f", S, 1), "n"),
        varrayAllocOf(buffer("f", 2), "n"),
        arrayOfPointerTo(timer("f"), "n"),
        arrayOfPointerAutoAllocTo(struct("f", S), "n"));
  }

  @ParameterizedTest
  @MethodSource("fields")
  void comesBackFromYaml(Field field) throws CaseException {
    Case told = told(field).toCase();
    assertThat(CaseYaml.read(CaseYaml.print(told))).isEqualTo(told);
    assertThat(CaseYaml.print(told)).doesNotContain("!!");
  }

  private static ToldCase told(Field field) {
    VMState state =
        vmstate("dev").versionId(2).minimumVersionId(1).fields(uint8("n"), field, uint8("last"));
    FirstRelease release =
        release("5.2")
            .device(device("dev").vmstate(state).members(members(field)))
            .machine(machine("pc-5.2", "5.2", "pc"));
    return scenario(release)
        .device("dev0", "dev")
        .from("5.2", "pc-5.2")
        .to("5.2", "pc-5.2")
        .about("One field.")
        .holds(NEWER_TO_OLDER);
  }

  /// What is never sent but asked for has to be a member.
  private static Member[] members(Field field) {
    return field.equals(pciDevice("f"))
        ? new Member[] {
          memberStruct(
              "f",
              member("version_id", INT32_POSITIVE_LE).reset("2"),
              memberBytes("config", "256"),
              memberArray("irq_state", UINT32, "4"),
              member("express", UINT8).hidden())
        }
        : new Member[0];
  }

  @Test
  void everyWordIsTried() {
    Set<String> words =
        Arrays.stream(Fields.class.getMethods())
            .filter(method -> Modifier.isStatic(method.getModifiers()))
            .map(Method::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(words).hasSameSizeAs(fields());
  }

  @Test
  void thereIsAWordForEveryType() {
    Set<Object> types = new HashSet<>();
    Set<Class<?>> existences = new HashSet<>();
    for (Field field : fields()) {
      existences.add(field.existence().getClass());
      types.add(field.type().getClass());
      field.type().elementType().ifPresent(element -> types.add(element.getClass()));
      if (field.type() instanceof FieldType.Scalar(ScalarType scalar)) {
        types.add(scalar);
      }
      if (field.type() instanceof FieldType.PointerArray(_, _, var markers)) {
        types.add(markers);
      }
      if (field.type() instanceof FieldType.List(var kind, _)) {
        types.add(kind);
      }
    }
    assertThat(types)
        .contains((Object[]) FieldType.Element.class.getPermittedSubclasses())
        .contains((Object[]) ScalarType.values())
        .contains((Object[]) FieldType.Markers.values())
        .contains((Object[]) FieldType.ListKind.values())
        .contains(FieldType.Array.class, FieldType.Validate.class);
    assertThat(existences).contains(Existence.class.getPermittedSubclasses());
  }
}
