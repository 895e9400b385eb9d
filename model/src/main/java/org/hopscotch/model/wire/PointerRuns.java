package org.hopscotch.model.wire;

import java.util.List;

/// How many elements each entry of a pointer array with NULLs stands for, where releases 9.2 and
/// 10.x describe such an array as runs of equal entries (wire-format section 15).
///
/// The first run of elements says the length of the whole array, not its own. A NULL in an array
/// whose elements are described one by one says how many elements are left, and stands for one.
final class PointerRuns {
  private static final String NULL_TYPE = "nullptr";

  private PointerRuns() {}

  /// {@return entry `index`, with the count that it stands for}
  static Description.Field entry(List<Description.Field> fields, int index) {
    Description.Field field = fields.get(index);
    if (!field.isArray() || !(sameArray(fields, index, -1) || sameArray(fields, index, 1))) {
      return field;
    }
    return isNull(field) ? nulls(fields, index) : elements(fields, index);
  }

  private static Description.Field nulls(List<Description.Field> fields, int index) {
    boolean single = isSingle(fields, index, -1) || isSingle(fields, index, 1);
    return single ? fields.get(index).times(1) : fields.get(index);
  }

  /// Whether the neighbour shows that the array is described element by element.
  private static boolean isSingle(List<Description.Field> fields, int index, int step) {
    return sameArray(fields, index, step)
        && (isNull(fields.get(index + step)) || fields.get(index + step).index().isPresent());
  }

  private static Description.Field elements(List<Description.Field> fields, int index) {
    Description.Field field = fields.get(index);
    if (sameArray(fields, index, -1) || !isNull(fields.get(index + 1))) {
      return field;
    }
    long others = 0;
    for (int i = index; sameArray(fields, i, 1); i++) {
      others += entry(fields, i + 1).count();
    }
    return field.times(Math.max(field.count() - others, 0));
  }

  private static boolean sameArray(List<Description.Field> fields, int index, int step) {
    int other = index + step;
    return other >= 0
        && other < fields.size()
        && fields.get(other).name().equals(fields.get(index).name());
  }

  private static boolean isNull(Description.Field field) {
    return field.type().equals(NULL_TYPE);
  }
}
