package org.hopscotch.harness.planted;

import java.util.List;
import java.util.function.UnaryOperator;
import org.hopscotch.harness.planted.Distortion.Loading;
import org.hopscotch.harness.planted.EngineDefect.Part;
import org.hopscotch.harness.planted.EngineDefect.Shows;
import org.hopscotch.model.schema.Count;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.FieldType.Element;
import org.hopscotch.model.schema.FieldType.Storage;
import org.hopscotch.model.schema.ScalarType;

/// Loaders that do not look at what they should refuse (wire-format section 5), or refuse what they
/// should take.
final class CheckDefects {
  private CheckDefects() {}

  static List<EngineDefect> all() {
    return List.of(
        lenient(
            "equal-unchecked",
            "what an _EQUAL field holds is taken, whatever it is",
            element ->
                element instanceof FieldType.Scalar(ScalarType type)
                    ? new FieldType.Scalar(unchecked(type))
                    : element),
        lenient(
            "positive-le-unchecked",
            "an INT32_POSITIVE_LE above the local value is taken",
            element ->
                element instanceof FieldType.Scalar(ScalarType type)
                        && type == ScalarType.INT32_POSITIVE_LE
                    ? new FieldType.Scalar(ScalarType.INT32)
                    : element),
        new EngineDefect(
            "positive-le-taken-for-equal",
            "an INT32_POSITIVE_LE below the local value is refused",
            Part.LOADING,
            Shows.ON_SOUND,
            new Loading(
                Schemas.elements(element ->
                    element instanceof FieldType.Scalar(ScalarType type)
                            && type == ScalarType.INT32_POSITIVE_LE
                        ? new FieldType.Scalar(ScalarType.INT32_EQUAL)
                        : element))),
        lenient(
            "pci-config-unchecked",
            "bits of PCI configuration that no guest can change are not compared",
            element ->
                element instanceof FieldType.PciConfig(int bytes)
                    ? new FieldType.Buffer(Count.of(bytes), 0, Storage.KEPT)
                    : element),
        new EngineDefect(
            "pci-irq-state-unchecked",
            "a pin state other than 0 and 1 is taken",
            Part.LOADING,
            Shows.ON_UNSOUND,
            new Loading(Schemas.fieldTypes(CheckDefects::anyIrqState))),
        new EngineDefect(
            "validate-ignored",
            "VMSTATE_VALIDATE is passed over",
            Part.LOADING,
            Shows.ON_UNSOUND,
            new Loading(
                Schemas.fields(field ->
                    field.type() instanceof FieldType.Validate ? List.of() : List.of(field)))));
  }

  private static EngineDefect lenient(String id, String line, UnaryOperator<Element> change) {
    return new EngineDefect(
        id, line, Part.LOADING, Shows.ON_UNSOUND, new Loading(Schemas.elements(change)));
  }

  private static FieldType anyIrqState(FieldType type) {
    return type instanceof FieldType.PciIrqState
        ? new FieldType.Array(
            new FieldType.Scalar(ScalarType.UINT32),
            Count.of(FieldType.PciIrqState.PINS),
            0,
            Storage.KEPT)
        : type;
  }

  private static ScalarType unchecked(ScalarType type) {
    return switch (type) {
      case UINT8_EQUAL -> ScalarType.UINT8;
      case UINT16_EQUAL -> ScalarType.UINT16;
      case INT32_EQUAL -> ScalarType.INT32;
      case UINT32_EQUAL -> ScalarType.UINT32;
      case UINT64_EQUAL -> ScalarType.UINT64;
      case BOOL, INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32, UINT64 -> type;
      case INT32_POSITIVE_LE, TIMER, CPU_DOUBLE, FLOAT64 -> type;
    };
  }
}
