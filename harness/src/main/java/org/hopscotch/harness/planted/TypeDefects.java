package org.hopscotch.harness.planted;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.hopscotch.harness.planted.Distortion.Loading;
import org.hopscotch.harness.planted.Distortion.Received;
import org.hopscotch.harness.planted.Distortion.Saving;
import org.hopscotch.harness.planted.EngineDefect.Part;
import org.hopscotch.harness.planted.EngineDefect.Shows;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.schema.ScalarType;
import org.hopscotch.model.wire.Body;
import org.hopscotch.model.wire.StreamItem;

/// Numbers of a wrong width, order or sign (wire-format section 5).
final class TypeDefects {
  private static final int WORD = 32;

  private TypeDefects() {}

  static List<EngineDefect> all() {
    return List.of(
        loading(
            "uint16-loaded-as-uint32",
            "get_uint16 reads a be32",
            Map.of(ScalarType.UINT16, ScalarType.UINT32)),
        saving(
            "uint32-saved-as-uint16",
            "put_uint32 writes a be16",
            Map.of(ScalarType.UINT32, ScalarType.UINT16)),
        loading(
            "int32-loaded-as-int64",
            "get_int32 reads a be64",
            Map.of(ScalarType.INT32, ScalarType.INT64)),
        loading(
            "uint64-loaded-as-uint32",
            "get_uint64 reads a be32",
            Map.of(ScalarType.UINT64, ScalarType.UINT32)),
        saving(
            "bool-saved-as-int32",
            "a bool is written as the int that C makes of it",
            Map.of(ScalarType.BOOL, ScalarType.INT32)),
        loading(
            "timer-loaded-as-uint32",
            "a timer's expiry is read as a be32 of milliseconds",
            Map.of(ScalarType.TIMER, ScalarType.UINT32)),
        new EngineDefect(
            "uint16-little-endian",
            "integers of 16 bits are read in the host's byte order",
            Part.LOADING,
            Shows.ON_SOUND,
            new Received(numbers(2, bits -> Long.reverseBytes(bits) >>> 48))),
        new EngineDefect(
            "uint32-little-endian",
            "integers of 32 bits are written in the host's byte order",
            Part.SAVING,
            Shows.ON_SOUND,
            new Distortion.Sent(numbers(4, bits -> Long.reverseBytes(bits) >>> WORD))),
        new EngineDefect(
            "uint64-lower-half-first",
            "of 64 bits the lower be32 is read first",
            Part.LOADING,
            Shows.ON_SOUND,
            new Received(numbers(8, bits -> Long.rotateLeft(bits, WORD)))),
        loading(
            "sign-lost",
            "signed integers are read into unsigned ones",
            Map.of(
                ScalarType.INT8, ScalarType.UINT8,
                ScalarType.INT16, ScalarType.UINT16,
                ScalarType.INT32, ScalarType.UINT32)),
        loading(
            "sign-extended",
            "unsigned integers are read into signed ones",
            Map.of(
                ScalarType.UINT8, ScalarType.INT8,
                ScalarType.UINT16, ScalarType.INT16,
                ScalarType.UINT32, ScalarType.INT32)),
        new EngineDefect(
            "bool-not-normalised",
            "get_bool keeps the byte as it is, where any but 0 is true",
            Part.LOADING,
            Shows.ON_UNSOUND,
            new Loading(scalars(Map.of(ScalarType.BOOL, ScalarType.UINT8)))),
        new EngineDefect(
            "unarmed-timer-armed",
            "a timer that is not armed is loaded as one that expired at 0",
            Part.LOADING,
            Shows.ON_SOUND,
            new Received(
                SentItems.values((_, content) ->
                    content instanceof Body.Scalars(ScalarType type, long[] values)
                            && type == ScalarType.TIMER
                        ? new Body.Scalars(type, each(values, one -> one == -1 ? 0 : one))
                        : content))));
  }

  private static EngineDefect loading(String id, String line, Map<ScalarType, ScalarType> other) {
    return new EngineDefect(id, line, Part.LOADING, Shows.ON_SOUND, new Loading(scalars(other)));
  }

  private static EngineDefect saving(String id, String line, Map<ScalarType, ScalarType> other) {
    return new EngineDefect(id, line, Part.SAVING, Shows.ON_SOUND, new Saving(scalars(other)));
  }

  private static UnaryOperator<Release> scalars(Map<ScalarType, ScalarType> other) {
    return Schemas.scalars(type -> other.getOrDefault(type, type));
  }

  /// {@return a change of all numbers of a width; bitmaps are none}
  static UnaryOperator<List<StreamItem>> numbers(int width, LongUnaryOperator change) {
    return numbers(type -> type.width() == width, change);
  }

  /// {@return a change of all numbers of some types; bitmaps are none}
  static UnaryOperator<List<StreamItem>> numbers(
      Predicate<ScalarType> which, LongUnaryOperator change) {
    return SentItems.values((field, content) ->
        content instanceof Body.Scalars(ScalarType type, long[] values)
                && which.test(type)
                && !field.type().equals(ArrayDefects.BITMAP)
            ? new Body.Scalars(type, each(values, one -> type.normalise(change.applyAsLong(one))))
            : content);
  }

  private static long[] each(long[] values, LongUnaryOperator change) {
    return Arrays.stream(values).map(change).toArray();
  }
}
