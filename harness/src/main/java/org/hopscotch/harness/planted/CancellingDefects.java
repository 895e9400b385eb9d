package org.hopscotch.harness.planted;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import org.hopscotch.harness.planted.Distortion.Loading;
import org.hopscotch.harness.planted.Distortion.Received;
import org.hopscotch.harness.planted.Distortion.Saving;
import org.hopscotch.harness.planted.Distortion.Sent;
import org.hopscotch.harness.planted.EngineDefect.Part;
import org.hopscotch.harness.planted.EngineDefect.Shows;
import org.hopscotch.harness.planted.Schemas.Place;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.schema.Existence;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.FieldType;
import org.hopscotch.model.schema.ScalarType;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.wire.StreamItem;

/// Defects of which another hides half: what is written wrongly is read wrongly, or what is read
/// too long is made up for by what is read too short. And what is wrong in all releases alike.
final class CancellingDefects {
  private CancellingDefects() {}

  static List<EngineDefect> all() {
    UnaryOperator<Release> swapped =
        Schemas.sections(Place.DEVICE, one -> swapped(one, (a, b) -> a.width() == b.width()));
    UnaryOperator<Release> crossed =
        Schemas.sections(Place.DEVICE, one -> swapped(one, (a, b) -> a.width() != b.width()));
    UnaryOperator<List<StreamItem>> littleEndian =
        TypeDefects.numbers(4, bits -> Long.reverseBytes(bits) >>> 32);
    EngineDefect swappedBothWays =
        bothWays(
            "two-fields-swapped-both-ways",
            "two neighbours of one width are written, and read, in the other order",
            new Saving(swapped),
            new Loading(swapped));
    EngineDefect littleEndianBothWays =
        bothWays(
            "uint32-little-endian-both-ways",
            "integers of 32 bits are written, and read, in the host's byte order",
            new Sent(littleEndian),
            new Received(littleEndian));
    return List.of(
        swappedBothWays,
        named(
            swappedBothWays,
            "two-fields-swapped-everywhere",
            "all releases write and read two neighbours of one width in the other order"),
        littleEndianBothWays,
        named(
            littleEndianBothWays,
            "uint32-little-endian-everywhere",
            "all releases write and read integers of 32 bits in the host's byte order"),
        new EngineDefect(
            "two-widths-cancel",
            "two neighbours of different widths are read in the other order, which fits in length",
            Part.LOADING,
            Shows.ON_SOUND,
            new Loading(crossed)),
        bothWays(
            "bool-inverted-both-ways",
            "true is written, and read, as 0",
            new Sent(inverted()),
            new Received(inverted())),
        bothWays(
            "version-one-higher-both-ways",
            "version_id and minimum_version_id are taken for one more than they are",
            new Saving(Schemas.sections(Place.DEVICE, CancellingDefects::oneHigher)),
            new Loading(Schemas.sections(Place.DEVICE, CancellingDefects::oneHigher))),
        bothWays(
            "unused-one-longer-both-ways",
            "UNUSED is written, and skipped, with a byte for the end of what was there",
            new Saving(Schemas.elements(CancellingDefects::oneLonger)),
            new Loading(Schemas.elements(CancellingDefects::oneLonger))));
  }

  private static EngineDefect bothWays(String id, String line, Distortion... distortions) {
    return new EngineDefect(id, line, Part.BOTH_WAYS, Shows.ON_SOUND, distortions);
  }

  private static EngineDefect named(EngineDefect one, String id, String line) {
    return new EngineDefect(
        id, line, one.part(), one.shows(), EngineDefect.Reach.ALL_RELEASES, one.distortions());
  }

  private static UnaryOperator<List<StreamItem>> inverted() {
    return TypeDefects.numbers(ScalarType.BOOL::equals, bits -> bits == 0 ? 1 : 0);
  }

  private static Section oneHigher(Section section) {
    return section
        .withFields(
            section.fields().stream()
                .map(field ->
                    field.existence() instanceof Existence.Since(int version)
                            && version > section.versionId()
                        ? field.since(version + 1)
                        : field)
                .toList())
        .withVersions(section.versionId() + 1, section.minimumVersionId() + 1);
  }

  private static FieldType.Element oneLonger(FieldType.Element element) {
    return element instanceof FieldType.Unused(int bytes)
        ? new FieldType.Unused(bytes + 1)
        : element;
  }

  /// A section whose first two neighbours of a kind have changed places.
  private static Section swapped(Section section, BiPredicate<ScalarType, ScalarType> kind) {
    List<Field> fields = new ArrayList<>(section.fields());
    for (int i = 0; i + 1 < fields.size(); i++) {
      Field one = fields.get(i);
      Field other = fields.get(i + 1);
      if (one.type() instanceof FieldType.Scalar(ScalarType first)
          && other.type() instanceof FieldType.Scalar(ScalarType second)
          && one.existence().equals(Existence.ALWAYS)
          && other.existence().equals(Existence.ALWAYS)
          && kind.test(first, second)) {
        fields.set(i, other);
        fields.set(i + 1, one);
        return section.withFields(fields);
      }
    }
    return section;
  }
}
