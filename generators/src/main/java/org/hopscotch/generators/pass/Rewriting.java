package org.hopscotch.generators.pass;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.Member;
import org.hopscotch.model.release.MemberType;
import org.hopscotch.model.release.Property;
import org.hopscotch.model.release.RamBlock;
import org.hopscotch.model.release.Registration;
import org.hopscotch.model.schema.Count;
import org.hopscotch.model.schema.Existence;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.FieldType.Element;
import org.hopscotch.model.schema.Hook;
import org.hopscotch.model.schema.Hooks;
import org.hopscotch.model.schema.LoadStateOld;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Statement;
import org.hopscotch.model.schema.Subsection;

/// Writes a device type anew, all of it, from the inside to the outside. What does not say
/// otherwise stays as it is.
class Rewriting {

  // ---- what can be said otherwise

  Expression expression(Place at, Expression expression) {
    return expression;
  }

  Count count(Place at, Count count) {
    return count;
  }

  List<Member> members(Place at, List<Member> members) {
    return members;
  }

  List<Field> fields(Place at, List<Field> fields) {
    return fields;
  }

  List<Statement> statements(Place at, List<Statement> statements) {
    return statements;
  }

  /// {@return a section whose insides are written anew already}
  Section section(Place at, Section section) {
    return section;
  }

  // ---- the whole

  final DeviceType type(DeviceType type) {
    return new DeviceType(
        type.name(),
        type.parent(),
        type.interfaces(),
        type.isAbstract(),
        type.properties().stream().map(this::property).toList(),
        allMembers(Place.ROOT, type.members()),
        type.section().map(section -> whole(Place.ROOT, section)),
        registration(type.registration()),
        type.ram().stream().map(this::block).toList(),
        type.realize().stream()
            .map(one -> new Statement.Refuse(one.words(), expression(Place.ROOT, one.when())))
            .toList());
  }

  private Property property(Property p) {
    Optional<Property.Automatic> automatic =
        p.automatic()
            .map(a -> new Property.Automatic(a.trigger(), expression(Place.ROOT, a.value())));
    return new Property(p.name(), p.kind(), p.initial(), automatic, p.visible(), p.implied());
  }

  private Registration registration(Registration one) {
    return new Registration(
        one.priority(),
        one.instanceId().map(id -> expression(Place.ROOT, id)),
        one.aliasId(),
        expression(Place.ROOT, one.below()),
        expression(Place.ROOT, one.needed()),
        expression(Place.ROOT, one.unmigratable()),
        one.earlySetup());
  }

  private RamBlock block(RamBlock one) {
    return new RamBlock(
        one.name(),
        expression(Place.ROOT, one.usedLength()),
        one.maxLength(),
        expression(Place.ROOT, one.present()),
        expression(Place.ROOT, one.below()));
  }

  // ---- members

  private List<Member> allMembers(Place at, List<Member> members) {
    return members(at, members.stream().map(one -> member(at, one)).toList());
  }

  private Member member(Place at, Member one) {
    return new Member(
        one.name(),
        memberType(at, one.name(), one.type()),
        one.reset().map(reset -> expression(at, reset)),
        one.visible(),
        expression(at, one.meaningful()),
        one.implied().map(implied -> expression(at, implied)),
        expression(at, one.legal()));
  }

  private MemberType memberType(Place at, String name, MemberType type) {
    Place inside = at.inside(name);
    return switch (type) {
      case MemberType.Scalar scalar -> scalar;
      case MemberType.Scalars(var scalar, Expression length) ->
          new MemberType.Scalars(scalar, expression(at, length));
      case MemberType.Bytes(Expression length) -> new MemberType.Bytes(expression(at, length));
      case MemberType.Struct(List<Member> members) ->
          new MemberType.Struct(allMembers(inside, members));
      case MemberType.Structs(List<Member> members, Expression length, Expression present) ->
          new MemberType.Structs(
              allMembers(inside, members), expression(at, length), expression(at, present));
      case MemberType.Nodes nodes -> nodes;
    };
  }

  // ---- sections

  final Section whole(Place at, Section section) {
    Hooks hooks = section.hooks();
    List<Subsection> subsections = new ArrayList<>();
    for (Subsection one : section.subsections()) {
      Place below = at.below(one.section());
      Section inside = whole(below, one.section());
      subsections.add(new Subsection(inside, expression(below, one.needed())));
    }
    return section(
        at,
        new Section(
            section.name(),
            section.versionId(),
            section.minimumVersionId(),
            allFields(at, section.fields()),
            subsections,
            new Hooks(
                hook(at, hooks.preSave()),
                hook(at, hooks.preLoad()),
                hook(at, hooks.postLoad()),
                hook(at, hooks.postSave())),
            section
                .loadStateOld()
                .map(old ->
                    new LoadStateOld(
                        old.minimumVersionId(),
                        allFields(at, old.fields()),
                        hook(at, old.then())))));
  }

  private Hook hook(Place at, Hook hook) {
    return new Hook(
        statements(at, hook.statements().stream().map(one -> statement(at, one)).toList()));
  }

  private Statement statement(Place at, Statement statement) {
    return switch (statement) {
      case Statement.Assignment(String member, Expression value) ->
          new Statement.Assignment(member, expression(at, value));
      case Statement.Refuse(String words, Expression when) ->
          new Statement.Refuse(words, expression(at, when));
      case Statement.Return(int code, Expression when) ->
          new Statement.Return(code, expression(at, when));
    };
  }

  private List<Field> allFields(Place at, List<Field> fields) {
    return fields(at, fields.stream().map(one -> field(at, one)).toList());
  }

  private Field field(Place at, Field field) {
    List<Place> places = InnerSections.places(at, field.name(), field.type());
    List<Section> inside = InnerSections.of(field.type());
    List<Section> written = new ArrayList<>();
    for (int i = 0; i < inside.size(); i++) {
      written.add(whole(places.get(i), inside.get(i)));
    }
    Existence existence =
        switch (field.existence()) {
          case Existence.Since since -> since;
          case Existence.Test(Expression test) -> new Existence.Test(expression(at, test));
        };
    FieldType type = counted(at, InnerSections.with(field.type(), written));
    return new Field(field.name(), type, existence);
  }

  private FieldType counted(Place at, FieldType type) {
    return switch (type) {
      case Element element -> counted(at, element);
      case FieldType.Array(Element element, Count count, int start, var storage) ->
          new FieldType.Array(counted(at, element), count(at, count), start, storage);
      case FieldType.PointerArray(Element element, Count count, var markers) ->
          new FieldType.PointerArray(counted(at, element), count(at, count), markers);
      case FieldType.Validate validate -> validate;
    };
  }

  private Element counted(Place at, Element element) {
    return switch (element) {
      case FieldType.Buffer(Count length, int start, var storage) ->
          new FieldType.Buffer(count(at, length), start, storage);
      case FieldType.Bitmap(Count bits) -> new FieldType.Bitmap(count(at, bits));
      case FieldType.Custom(String name, Count length) ->
          new FieldType.Custom(name, count(at, length));
      case FieldType.Struct _, FieldType.VStruct _, FieldType.WithTmp _ -> element;
      case FieldType.List _, FieldType.Tree _, FieldType.Scalar _, FieldType.Unused _ -> element;
      case FieldType.Fd _, FieldType.PciConfig _, FieldType.PciIrqState _ -> element;
      case FieldType.MsixState _ -> element;
    };
  }
}
