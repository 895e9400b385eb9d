package org.hopscotch.generators;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hopscotch.generators.MigrationStreams.Feature;
import org.hopscotch.generators.choice.Choices;
import org.hopscotch.model.wire.Description;
import org.hopscotch.model.wire.MigrationStream;
import org.hopscotch.model.wire.StreamItem;

/// A stream while it is drawn, and what its parts must agree on.
final class StreamDraft {
  private static final List<Feature> ALL = List.of(Feature.values());
  private static final int FOOTER = 0x7e;
  private static final int DEFAULT_PAGE_BITS = 12;

  private final Choices choices;
  private final Set<Feature> on;
  private final boolean footers;
  private final boolean describes;
  private final List<StreamItem> items = new ArrayList<>();
  private final List<Description.Section> described = new ArrayList<>();
  private final Map<String, Integer> instances = new HashMap<>();
  private int pageBits = DEFAULT_PAGE_BITS;
  private List<String> capabilities = List.of();
  private boolean postcopy;
  private long nextSectionId;

  /// Draws which features the stream may have and how its sections end.
  StreamDraft(Choices choices) {
    this.choices = choices;
    this.on = features(choices.swarm(ALL.size()));
    this.describes = !draws(Feature.WITHOUT_DESCRIPTION, 1, 6);
    this.footers = !(describes && draws(Feature.WITHOUT_FOOTERS, 1, 6));
  }

  private static Set<Feature> features(long swarm) {
    Set<Feature> on = EnumSet.noneOf(Feature.class);
    for (int i = 0; i < ALL.size(); i++) {
      if ((swarm >>> i & 1) != 0) {
        on.add(ALL.get(i));
      }
    }
    return on;
  }

  Choices choices() {
    return choices;
  }

  /// {@return whether a feature is not switched off in this case}
  boolean may(Feature feature) {
    return on.contains(feature);
  }

  /// {@return whether a feature that is not switched off is drawn here}
  boolean draws(Feature feature, int numerator, int denominator) {
    return may(feature) && choices.chance(numerator, denominator);
  }

  // ---- items

  void add(StreamItem item) {
    items.add(item);
  }

  /// Begins a section.
  void begin(StreamItem.SectionHeader header) {
    items.add(header);
  }

  /// Ends a section, with a footer if this stream has any.
  void end(StreamItem.SectionHeader header) {
    if (footers) {
      items.add(new StreamItem.Footer(header.sectionId()));
    }
  }

  boolean hasNoSections() {
    return items.stream().noneMatch(StreamItem.SectionHeader.class::isInstance);
  }

  /// {@return how many bytes the items have so far}
  long offset() {
    return stream().toBytes().length;
  }

  MigrationStream stream() {
    return new MigrationStream(items);
  }

  /// {@return how many bytes an item has}
  static long length(StreamItem item) {
    return new MigrationStream(List.of(item)).toBytes().length;
  }

  /// {@return an id that no section before has; now and then some are left out}
  long newSectionId() {
    nextSectionId += 1 + choices.below(2);
    return nextSectionId - 1;
  }

  /// {@return an instance id that no section of this name has}
  long newInstanceId(String idstr) {
    return instances.merge(idstr, 1, Integer::sum) - 1L;
  }

  // ---- what is agreed on

  /// {@return whether sections have footers}
  boolean footers() {
    return footers;
  }

  /// {@return whether the stream is to end with a description}
  boolean describes() {
    return describes;
  }

  /// Adds a section to the description.
  void describe(StreamItem.SectionHeader header, Description.Layout layout) {
    described.add(new Description.Section(header.idstr(), header.instanceId(), layout));
  }

  List<Description.Section> described() {
    return Collections.unmodifiableList(described);
  }

  int pageBits() {
    return pageBits;
  }

  void pageBits(int bits) {
    pageBits = bits;
  }

  boolean has(String capability) {
    return capabilities.contains(capability);
  }

  void capabilities(List<String> names) {
    capabilities = List.copyOf(names);
  }

  /// {@return whether postcopy of RAM was announced}
  boolean postcopy() {
    return postcopy;
  }

  void announcePostcopy() {
    postcopy = true;
  }

  // ---- bytes

  /// {@return up to `most` bytes}
  byte[] bytes(int most) {
    return without(-1, choices.list("byte", 0, most, c -> (int) c.bits(Byte.SIZE)));
  }

  /// {@return up to `most` bytes in which no footer begins}
  byte[] bytesWithoutFooter(int most) {
    return without(FOOTER, choices.list("byte", 0, most, c -> (int) c.bits(Byte.SIZE)));
  }

  /// {@return whether a footer can begin in these bytes}
  static boolean hasFooter(byte[] bytes) {
    for (byte one : bytes) {
      if (one == FOOTER) {
        return true;
      }
    }
    return false;
  }

  /// {@return the bytes, with one value replaced by the next}
  static byte[] without(int value, List<Integer> bytes) {
    byte[] all = new byte[bytes.size()];
    for (int i = 0; i < all.length; i++) {
      int one = bytes.get(i);
      all[i] = (byte) (one == value ? one + 1 : one);
    }
    return all;
  }
}
