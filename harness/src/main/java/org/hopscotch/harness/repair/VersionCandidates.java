package org.hopscotch.harness.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hopscotch.model.evolution.Change;
import org.hopscotch.model.schema.Existence;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.Section;

/// Versions that say what is in a section: put back, or raised with the fields that came.
final class VersionCandidates implements Candidate.Source {
  @Override
  public Stream<Candidate> of(Situation situation) {
    List<Candidate> all = new ArrayList<>();
    for (Owned owned : Owned.sections(situation)) {
      Section now = owned.section();
      owned
          .before()
          .ifPresent(old -> {
            putBack(all, situation, owned, old);
            if (owned.root()) {
              merged(all, situation, owned, old);
            }
          });
      for (Field field : now.fields()) {
        if (field.version() > now.versionId()) {
          all.add(
              new Candidate(
                  RepairKind.VERSIONS,
                  "In %s, %s does not wait for a version of %s that there is not yet."
                      .formatted(situation.newer(), field.name(), now.name()),
                  new Change.ReplaceField(
                      owned.type(),
                      now.name(),
                      field.name(),
                      new Field(field.name(), field.type()))));
        }
        if (field.type() instanceof FieldType.WithTmp(Section scratch)
            && scratch.minimumVersionId() > field.version()) {
          all.add(
              new Candidate(
                  RepairKind.VERSIONS,
                  "In %s, %s takes version %d, with which scratch space is loaded."
                      .formatted(situation.newer(), scratch.name(), field.version()),
                  new Change.SetVersions(
                      owned.type(), scratch.name(), scratch.versionId(), field.version())));
        }
      }
    }
    return all.stream();
  }

  private static void putBack(
      List<Candidate> all, Situation situation, Owned owned, Section before) {
    Section now = owned.section();
    if (now.minimumVersionId() > before.versionId()) {
      all.add(
          versions(
              situation,
              owned,
              now.versionId(),
              Math.min(now.versionId(), before.versionId()),
              List.of()));
    }
    if (now.versionId() != before.versionId()
        || now.minimumVersionId() != before.minimumVersionId()) {
      all.add(versions(situation, owned, before.versionId(), before.minimumVersionId(), List.of()));
    }
  }

  /// What is new from the new version on, what is gone below it.
  private static void merged(
      List<Candidate> all, Situation situation, Owned owned, Section before) {
    Section now = owned.section();
    int version = Math.max(now.versionId(), before.versionId() + 1);
    Expression older =
        new Expression.Binary(
            Expression.Infix.LESS, new Expression.Version(), new Expression.Constant(version));
    List<Field> fields = new ArrayList<>();
    for (FieldEdit.Aligned one : FieldEdit.align(before.fields(), now.fields(), Layout::alike)) {
      if (one.before().isPresent() && one.now().isPresent()) {
        fields.add(one.now().get());
      } else if (one.now().isPresent()) {
        Field field = one.now().get();
        fields.add(
            field.existence() instanceof Existence.Test(Expression test)
                ? field.test(Layout.and(Layout.not(older), test))
                : field.since(version));
      } else {
        Field field = one.before().get();
        Expression condition = Layout.condition(field, before.versionId());
        if (!condition.equals(Expression.FALSE)) {
          fields.add(field.test(Layout.and(older, condition)));
        }
      }
    }
    List<Change> changes = new FieldEdit(situation.newer(), owned.type(), now).to(fields);
    int minimum = Math.min(before.minimumVersionId(), now.minimumVersionId());
    if (!changes.isEmpty()) {
      all.add(versions(situation, owned, version, minimum, changes));
    }
  }

  private static Candidate versions(
      Situation situation, Owned owned, int version, int minimum, List<Change> fields) {
    Section section = owned.section();
    List<Change> changes = new ArrayList<>(fields);
    if (version != section.versionId() || minimum != section.minimumVersionId()) {
      changes.add(new Change.SetVersions(owned.type(), section.name(), version, minimum));
    }
    return new Candidate(
        RepairKind.VERSIONS,
        changes,
        "In %s, %s has version %d and takes versions from %d on%s."
            .formatted(
                situation.newer(),
                section.name(),
                version,
                minimum,
                fields.isEmpty() ? "" : ", each with its own fields"));
  }
}
