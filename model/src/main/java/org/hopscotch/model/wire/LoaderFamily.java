package org.hopscotch.model.wire;

/// The releases whose VMState code behaves alike, oldest first (wire-format sections 4.2, 4.7,
/// 10.1).
public enum LoaderFamily {
  /// A NULL in a pointer array is described as an ordinary element of size 1.
  UP_TO_9_1("nullptr"),
  /// A NULL has an entry of its own, type `nullptr`; an array's last element has no `index`.
  FROM_9_2("nullptr"),
  /// Its type is `ptr-marker`, entries have no `index`, and a hook's positive result is success.
  FROM_11_0("ptr-marker");

  private final String markerType;

  LoaderFamily(String markerType) {
    this.markerType = markerType;
  }

  /// {@return the described type of a marker that has an entry of its own}
  String markerType() {
    return markerType;
  }

  boolean describesNulls() {
    return this != UP_TO_9_1;
  }

  /// {@return whether an array's element that is described alone shows its index}
  ///
  /// @param left how many elements are left with this one; the last counts as no array since 9.2
  boolean showsIndex(int left) {
    return switch (this) {
      case UP_TO_9_1 -> true;
      case FROM_9_2 -> left > 1;
      case FROM_11_0 -> false;
    };
  }

  /// {@return what a hook's positive result counts as}
  int result(int code) {
    return this == FROM_11_0 ? 0 : code;
  }

  /// {@return whether the VMDESCRIPTION tells of the CONFIGURATION too}
  public boolean describesConfiguration() {
    return this != UP_TO_9_1;
  }
}
