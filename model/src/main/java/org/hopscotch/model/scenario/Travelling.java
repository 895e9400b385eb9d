package org.hopscotch.model.scenario;

import java.util.List;
import java.util.Optional;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.FieldType.Element;
import org.hopscotch.model.schema.Hook;
import org.hopscotch.model.schema.Scope;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Statement;
import org.hopscotch.model.schema.Subsection;
import org.hopscotch.model.state.DeviceState;
import org.hopscotch.model.state.MemberPath;
import org.hopscotch.model.state.Value;

/// Which members of a guest travel: those of the fields that exist in the version written, of the
/// subsections that are needed, and what the hooks of a load derive from them. Everything else is
/// the destination's own.
public final class Travelling {
  private static final String PARENT = "parent.";

  private final Visitor visitor;

  private Travelling(Visitor visitor) {
    this.visitor = visitor;
  }

  /// Is told what travels, in the order of the bytes. Paths are those of {@link MemberPath}.
  public interface Visitor {
    /// A value without structs inside.
    ///
    /// @param value the member: a number, numbers or bytes
    /// @param start the first element or byte of it that travels
    /// @param count how many travel; 1 for a number
    /// @param scope the struct that the member is in
    void value(String path, Element element, Value value, int start, int count, Scope scope);

    /// A list, tree, array or array of pointers, before its elements.
    ///
    /// @param elements all that memory has
    /// @return whether to tell of the elements too
    boolean elements(String path, Value.Elements elements, Memory memory);

    /// A member that a hook gives its value when the section is loaded.
    void derived(String path, Value value);
  }

  /// Whose memory loaded elements come to lie in.
  public enum Memory {
    /// That which is there.
    OWN,
    /// An array that the loader allocates.
    ALLOCATED,
    /// Nodes that the loader allocates and links to those that are there.
    LINKED
  }

  /// Tells `visitor` what of `guest` travels.
  ///
  /// @throws IllegalArgumentException when the state lacks a member
  public static void walk(Guest guest, Visitor visitor) {
    Scope scope = new Scope(guest.section(), guest.state(), guest.bindings());
    new Travelling(visitor)
        .section(guest.section(), guest.section().versionId(), "", Optional.empty(), scope);
  }

  /// @param around where the members are that hooks call the parent's
  private void section(
      Section section, int version, String at, Optional<String> around, Scope scope) {
    for (Field field : section.fields()) {
      if (scope.has(field, version)) {
        field(field, at, scope);
      }
    }
    for (Subsection subsection : section.subsections()) {
      if (scope.holds(subsection.needed(), version)) {
        section(subsection.section(), subsection.section().versionId(), at, around, scope);
      }
    }
    for (Hook hook : List.of(section.hooks().preLoad(), section.hooks().postLoad())) {
      for (Statement statement : hook.statements()) {
        if (statement instanceof Statement.Assignment(String member, _)) {
          derived(member, at, around, scope);
        }
      }
    }
  }

  private void derived(String member, String at, Optional<String> around, Scope scope) {
    String path =
        member.startsWith(PARENT) && around.isPresent()
            ? around.get() + member.substring(PARENT.length())
            : at + member;
    scope.find(member).ifPresent(value -> visitor.derived(path, value));
  }

  private void field(Field field, String at, Scope scope) {
    String path = at + field.name();
    switch (field.type()) {
      case FieldType.Validate _, FieldType.Unused _ -> {}
      case FieldType.WithTmp t -> scratch(t.scratch(), at, scope);
      case FieldType.MsixState m -> msix(m, at, scope);
      case Element element -> element(element, path, at, scope.get(field.name()), scope);
      case FieldType.Array array when array.element() instanceof FieldType.Unused -> {}
      case FieldType.Array array -> array(array, path, at, scope.get(field.name()), scope);
      case FieldType.PointerArray pointers -> {
        Value.Elements elements = (Value.Elements) scope.get(field.name());
        boolean made = pointers.markers() == FieldType.Markers.FOR_EACH;
        if (visitor.elements(path, elements, made ? Memory.ALLOCATED : Memory.OWN)) {
          int count = Math.max(scope.count(pointers.count()), 0);
          each(pointers.element(), path, at, elements.values(), 0, count, scope);
        }
      }
    }
  }

  private void array(FieldType.Array array, String path, String at, Value value, Scope scope) {
    int count = Math.max(scope.count(array.count()), 0);
    if (array.element() instanceof FieldType.Scalar) {
      visitor.value(path, array.element(), value, array.start(), count, scope);
    } else if (value instanceof Value.Elements elements) {
      boolean made = array.storage() == FieldType.Storage.ALLOCATED && count > 0;
      if (visitor.elements(path, elements, made ? Memory.ALLOCATED : Memory.OWN)) {
        each(array.element(), path, at, elements.values(), array.start(), count, scope);
      }
    }
  }

  private void each(
      Element element,
      String path,
      String at,
      List<Value> values,
      int start,
      int count,
      Scope scope) {
    for (int i = start; i < start + count; i++) {
      if (!values.get(i).equals(Value.NULL)) {
        element(element, path + "[" + i + "]", at, values.get(i), scope);
      }
    }
  }

  private void element(Element element, String path, String at, Value value, Scope scope) {
    switch (element) {
      case FieldType.Scalar _, FieldType.Fd _ -> visitor.value(path, element, value, 0, 1, scope);
      case FieldType.Buffer b ->
          visitor.value(path, element, value, b.start(), scope.count(b.length()), scope);
      case FieldType.Custom c ->
          visitor.value(path, element, value, 0, scope.count(c.length()), scope);
      case FieldType.Bitmap b -> {
        int words = Math.ceilDiv(scope.count(b.bits()), Long.SIZE);
        visitor.value(path, element, value, 0, words, scope);
      }
      case FieldType.PciConfig p -> visitor.value(path, element, value, 0, p.bytes(), scope);
      case FieldType.PciIrqState _ ->
          visitor.value(path, element, value, 0, FieldType.PciIrqState.PINS, scope);
      case FieldType.Struct s ->
          struct(s.section(), s.section().versionId(), path, at, value, scope);
      case FieldType.VStruct s -> struct(s.section(), s.structVersion(), path, at, value, scope);
      case FieldType.List list -> nodes(list.node(), path, at, value, scope);
      case FieldType.Tree tree -> tree(tree, path, at, value, scope);
      case FieldType.Unused _, FieldType.WithTmp _, FieldType.MsixState _ -> {}
    }
  }

  private void struct(
      Section section, int version, String path, String at, Value value, Scope scope) {
    DeviceState state = ((Value.Struct) value).state();
    section(section, version, path + ".", Optional.of(at), scope.child(section, state));
  }

  private void nodes(Section node, String path, String at, Value value, Scope scope) {
    Value.Elements elements = (Value.Elements) value;
    if (visitor.elements(path, elements, Memory.LINKED)) {
      for (int i = 0; i < elements.values().size(); i++) {
        String place = path + "[" + i + "]";
        struct(node, node.versionId(), place, at, elements.values().get(i), scope);
      }
    }
  }

  private void tree(FieldType.Tree tree, String path, String at, Value value, Scope scope) {
    Value.Elements elements = (Value.Elements) value;
    if (!visitor.elements(path, elements, Memory.LINKED)) {
      return;
    }
    for (int i = 0; i < elements.values().size(); i++) {
      String node = path + "[" + i + "].";
      DeviceState state = ((Value.Struct) elements.values().get(i)).state();
      if (tree.key().isPresent()) {
        Section key = tree.key().get();
        struct(key, key.versionId(), node + "key", at, state.members().get("key"), scope);
      }
      struct(
          tree.value(),
          tree.value().versionId(),
          node + "value",
          at,
          state.members().get("value"),
          scope);
    }
  }

  /// Only what its hooks copy back is the guest's.
  private void scratch(Section section, String at, Scope scope) {
    for (Statement statement : section.hooks().postLoad().statements()) {
      if (statement instanceof Statement.Assignment(String member, _)) {
        String name = member.startsWith(PARENT) ? member.substring(PARENT.length()) : member;
        scope.find(name).ifPresent(value -> visitor.derived(at + name, value));
      }
    }
  }

  private void msix(FieldType.MsixState state, String at, Scope scope) {
    int entries = (int) ((Value.Number) scope.get("entries")).value();
    visitor.value(
        at + "table",
        state,
        scope.get("table"),
        0,
        entries * FieldType.MsixState.ENTRY_BYTES,
        scope);
    visitor.value(at + "pba", state, scope.get("pba"), 0, Math.ceilDiv(entries, Byte.SIZE), scope);
  }
}
