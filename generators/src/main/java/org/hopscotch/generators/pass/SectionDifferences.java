package org.hopscotch.generators.pass;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.Hooks;
import org.hopscotch.model.schema.LoadStateOld;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Subsection;

/// In what a section may differ from what it is in another release.
final class SectionDifferences {
  private static final List<BinaryOperator<Section>> WHOLES =
      List.of(
          (own, like) -> own.withFields(like.fields()),
          (own, like) -> own.withSubsections(like.subsections()),
          (own, like) -> own.withVersions(like.versionId(), like.minimumVersionId()),
          (own, like) -> own.withVersions(like.versionId(), own.minimumVersionId()),
          (own, like) -> own.withVersions(own.versionId(), like.minimumVersionId()),
          (own, like) -> with(own, like.name(), own.loadStateOld()),
          (own, like) -> with(own, own.name(), like.loadStateOld()),
          (own, like) -> own.with(like.hooks()),
          (own, like) ->
              hooks(
                  own,
                  h -> new Hooks(like.hooks().preSave(), h.preLoad(), h.postLoad(), h.postSave())),
          (own, like) ->
              hooks(
                  own,
                  h -> new Hooks(h.preSave(), like.hooks().preLoad(), h.postLoad(), h.postSave())),
          (own, like) ->
              hooks(
                  own,
                  h -> new Hooks(h.preSave(), h.preLoad(), like.hooks().postLoad(), h.postSave())),
          (own, like) ->
              hooks(
                  own,
                  h -> new Hooks(h.preSave(), h.preLoad(), h.postLoad(), like.hooks().postSave())));

  private SectionDifferences() {}

  static List<BinaryOperator<Section>> between(Section one, Section other) {
    List<BinaryOperator<Section>> all = new ArrayList<>(WHOLES);
    for (String name : Difference.different(one.fields(), other.fields(), Field::name)) {
      all.add((own, like) ->
          own.withFields(Difference.asIn(own.fields(), like.fields(), Field::name, name)));
    }
    for (String name :
        Difference.different(one.subsections(), other.subsections(), SectionDifferences::name)) {
      all.add((own, like) ->
          own.withSubsections(
              Difference.asIn(
                  own.subsections(), like.subsections(), SectionDifferences::name, name)));
      all.add((own, like) -> own.withSubsections(needed(own, like, name)));
    }
    return all;
  }

  private static String name(Subsection subsection) {
    return Place.suffix(subsection.section());
  }

  private static List<Subsection> needed(Section own, Section like, String name) {
    return own.subsections().stream()
        .map(one ->
            name(one).equals(name)
                ? like.subsections().stream()
                    .filter(other -> name(other).equals(name))
                    .map(other -> new Subsection(one.section(), other.needed()))
                    .findFirst()
                    .orElse(one)
                : one)
        .toList();
  }

  private static Section hooks(Section own, UnaryOperator<Hooks> change) {
    return own.with(change.apply(own.hooks()));
  }

  private static Section with(Section own, String name, Optional<LoadStateOld> old) {
    return new Section(
        name,
        own.versionId(),
        own.minimumVersionId(),
        own.fields(),
        own.subsections(),
        own.hooks(),
        old);
  }
}
