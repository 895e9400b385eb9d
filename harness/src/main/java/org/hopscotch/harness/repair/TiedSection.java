package org.hopscotch.harness.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hopscotch.model.evolution.Change;
import org.hopscotch.model.release.Member;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.schema.Bindings;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.Hook;
import org.hopscotch.model.schema.Hooks;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Statement;
import org.hopscotch.model.schema.Subsection;

/// A section that sends and does, while a property is off, what an older one did.
///
/// @param type that declares the section
/// @param on while what is new holds
/// @param bindings the properties that there are; what is new and asks one that is off stays
record TiedSection(
    Release release, String type, Expression on, Set<Tie.Part> parts, Bindings bindings) {

  /// {@return a name for the first thing that is new}
  static Optional<String> difference(Section before, Section now, Bindings bindings) {
    for (FieldEdit.Aligned one : FieldEdit.align(before.fields(), now.fields(), Layout::alike)) {
      if (isOff(one, now, bindings)) {
        continue;
      }
      if (one.before().isEmpty() || one.now().isEmpty()) {
        return one.now().or(one::before).map(Field::name);
      }
      List<Section> old = Layout.inside(one.before().get());
      List<Section> inside = Layout.inside(one.now().get());
      for (int i = 0; i < inside.size(); i++) {
        Optional<String> found = difference(old.get(i), inside.get(i), bindings);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    for (Subsection sub : now.subsections()) {
      String name = sub.section().name();
      if (Layout.subsection(before, name).isEmpty() && !Mentions.isOff(sub, now, bindings)) {
        return Optional.of(name.substring(name.lastIndexOf('/') + 1));
      }
    }
    return Optional.empty();
  }

  /// {@return whether a field is new and a property keeps it from travelling already}
  private static boolean isOff(FieldEdit.Aligned one, Section now, Bindings bindings) {
    return one.before().isEmpty()
        && one.now().filter(field -> Mentions.isOff(field, now, bindings)).isPresent();
  }

  /// @param filled members that get their implied value after a load while the property is off
  List<Change> changes(Section before, Section now, List<Member> filled) {
    List<Change> all = new ArrayList<>();
    if (parts.contains(Tie.Part.FIELDS)) {
      fields(all, before, now);
    }
    if (parts.contains(Tie.Part.SUBSECTIONS)) {
      subsections(all, before, now);
    }
    Hooks hooks = parts.contains(Tie.Part.HOOKS) ? hooks(before, now) : now.hooks();
    if (!filled.isEmpty()) {
      hooks = filling(hooks, filled);
    }
    if (!hooks.equals(now.hooks())) {
      all.add(new Change.SetHooks(type, now.name(), hooks));
    }
    for (FieldEdit.Aligned one : FieldEdit.align(before.fields(), now.fields(), Layout::alike)) {
      if (one.before().isPresent() && one.now().isPresent()) {
        nested(all, Layout.inside(one.before().get()), Layout.inside(one.now().get()));
      }
    }
    for (Subsection sub : now.subsections()) {
      Layout.subsection(before, sub.section().name())
          .ifPresent(old -> all.addAll(changes(old.section(), sub.section(), List.of())));
    }
    return all;
  }

  private void nested(List<Change> all, List<Section> before, List<Section> now) {
    for (int i = 0; i < Math.min(before.size(), now.size()); i++) {
      changes(before.get(i), now.get(i), List.of()).stream()
          .filter(change -> !all.contains(change))
          .forEach(all::add);
    }
  }

  // ---- fields

  private void fields(List<Change> all, Section before, Section now) {
    List<Change> edit = new FieldEdit(release, type, now).to(fields(before, now));
    boolean other =
        before.versionId() != now.versionId()
            || before.minimumVersionId() != now.minimumVersionId();
    if (other && !edit.isEmpty()) {
      all.add(
          new Change.SetVersions(type, now.name(), before.versionId(), before.minimumVersionId()));
    }
    all.addAll(edit);
  }

  private List<Field> fields(Section before, Section now) {
    List<Field> all = new ArrayList<>();
    List<FieldEdit.Aligned> aligned =
        FieldEdit.align(before.fields(), now.fields(), TiedSection::sameButExistence);
    for (FieldEdit.Aligned one : aligned) {
      Expression then = one.now().map(f -> newCondition(f, before, now)).orElse(Expression.FALSE);
      Expression otherwise =
          one.before().map(f -> Layout.condition(f, before.versionId())).orElse(Expression.FALSE);
      Field field = one.now().or(one::before).orElseThrow();
      boolean same = one.before().isPresent() && Layout.alike(one.before().get(), field);
      if (field.type() instanceof FieldType.Validate) {
        then = one.now().isPresent() ? then : Expression.TRUE;
        otherwise = one.before().isPresent() ? otherwise : Expression.TRUE;
      }
      Expression condition = Layout.either(on, then, otherwise);
      if (same || isOff(one, now, bindings)) {
        all.add(field);
      } else if (!condition.equals(Expression.FALSE)) {
        all.add(field.test(condition));
      }
    }
    return all;
  }

  private static boolean sameButExistence(Field one, Field other) {
    return one.name().equals(other.name()) && Layout.shape(one).equals(Layout.shape(other));
  }

  /// A version that is put back cannot be what a field waits for.
  private static Expression newCondition(Field field, Section before, Section now) {
    Expression own = Layout.condition(field, now.versionId());
    Expression old = Layout.condition(field, before.versionId());
    return own.equals(Expression.TRUE) || own.equals(old) ? own : Expression.TRUE;
  }

  // ---- subsections

  private void subsections(List<Change> all, Section before, Section now) {
    for (Subsection sub : now.subsections()) {
      String name = sub.section().name();
      Expression old =
          Layout.subsection(before, name).map(Subsection::needed).orElse(Expression.FALSE);
      boolean innocent =
          Layout.subsection(before, name).isEmpty() && Mentions.isOff(sub, now, bindings);
      if (!innocent && !old.equals(sub.needed())) {
        all.add(new Change.SetNeeded(type, name, Layout.either(on, sub.needed(), old)));
      }
    }
    for (Subsection sub : before.subsections()) {
      if (Layout.subsection(now, sub.section().name()).isEmpty()) {
        Expression needed = Layout.either(on, Expression.FALSE, sub.needed());
        all.add(new Change.AddSubsection(type, now.name(), new Subsection(sub.section(), needed)));
      }
    }
  }

  // ---- hooks

  private Hooks hooks(Section before, Section now) {
    return new Hooks(
        hook(before.hooks().preSave(), now.hooks().preSave()),
        hook(before.hooks().preLoad(), now.hooks().preLoad()),
        hook(before.hooks().postLoad(), now.hooks().postLoad()),
        hook(before.hooks().postSave(), now.hooks().postSave()));
  }

  private Hook hook(Hook before, Hook now) {
    List<Statement> olds = before.statements();
    List<Statement> news = now.statements();
    if (olds.equals(news)) {
      return now;
    }
    List<Statement> all = new ArrayList<>();
    for (int i = 0; i < Math.max(olds.size(), news.size()); i++) {
      Optional<Statement> old = i < olds.size() ? Optional.of(olds.get(i)) : Optional.empty();
      Optional<Statement> own = i < news.size() ? Optional.of(news.get(i)) : Optional.empty();
      if (old.equals(own)) {
        own.ifPresent(all::add);
      } else if (old.orElse(null) instanceof Statement.Assignment(String to, Expression was)
          && own.orElse(null) instanceof Statement.Assignment(String too, Expression is)
          && to.equals(too)) {
        all.add(new Statement.Assignment(to, Layout.choose(on, is, was)));
      } else {
        old.filter(one -> !news.contains(one))
            .ifPresent(one -> all.add(guarded(one, Layout.not(on))));
        own.ifPresent(one -> all.add(olds.contains(one) ? one : guarded(one, on)));
      }
    }
    return new Hook(all);
  }

  /// {@return a statement that does something only while a condition holds}
  static Statement guarded(Statement statement, Expression when) {
    return switch (statement) {
      case Statement.Assignment(String member, Expression value) ->
          new Statement.Assignment(
              member,
              when instanceof Expression.Unary(var operator, Expression on)
                      && operator == Expression.Prefix.NOT
                  ? new Expression.Conditional(on, new Expression.Member(member), value)
                  : new Expression.Conditional(when, value, new Expression.Member(member)));
      case Statement.Refuse(String words, Expression condition) ->
          new Statement.Refuse(words, Layout.and(when, condition));
      case Statement.Return(int code, Expression condition) ->
          new Statement.Return(code, Layout.and(when, condition));
    };
  }

  private Hooks filling(Hooks hooks, List<Member> filled) {
    List<Statement> all = new ArrayList<>(hooks.postLoad().statements());
    for (Member member : filled) {
      all.add(
          new Statement.Assignment(
              member.name(),
              new Expression.Conditional(
                  on, new Expression.Member(member.name()), member.implied().orElseThrow())));
    }
    return new Hooks(hooks.preSave(), hooks.preLoad(), new Hook(all), hooks.postSave());
  }
}
