package org.hopscotch.corpus.yaml;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hopscotch.corpus.known.Known;
import org.hopscotch.corpus.known.KnownBar;
import org.hopscotch.corpus.known.KnownBlock;
import org.hopscotch.corpus.known.KnownField;
import org.hopscotch.corpus.known.KnownPciDevice;
import org.hopscotch.corpus.known.KnownSection;
import org.hopscotch.corpus.known.Releases;
import org.hopscotch.model.release.Version;
import org.hopscotch.model.schema.Count;
import org.hopscotch.model.schema.Expression;
import org.hopscotch.model.schema.Subsection;

/// What is known of real devices, as YAML; the file's own head says how it is written.
public final class KnownYaml {
  private static final Pattern PCI_ID = Pattern.compile("\\p{XDigit}{4}:\\p{XDigit}{4}");
  private static final KnownBar NO_BAR = new KnownBar(0, true, false, 1);
  private static final Pattern BAR = Pattern.compile("(io|memory|memory 64) (0x\\p{XDigit}+|\\d+)");

  private KnownYaml() {}

  /// {@return what a YAML text says}
  public static Known read(String yaml) throws YamlException {
    return Yaml.read(yaml, KnownYaml::known);
  }

  private static Known known(Place place) throws YamlException {
    Entries entries = place.entries();
    Known known =
        new Known(
            entries.require("sections", all -> all.each(KnownYaml::section), List.of()),
            entries.require("pci", all -> all.each(KnownYaml::device), List.of()),
            entries.require("ram", all -> all.each(KnownYaml::block), List.of()));
    entries.end();
    return known;
  }

  private static KnownSection section(Place place) throws YamlException {
    Entries entries = place.entries();
    entries.require("source", Place::text, "");
    KnownSection known =
        new KnownSection(
            entries.require("section", Place::text, ""),
            releases(entries),
            entries.find("having", Place::text),
            minimum(entries),
            aliases(entries),
            entries.take("fields", all -> all.each(KnownYaml::field), List.of()),
            SectionYaml.hooks(entries),
            entries.take("subsections", all -> all.each(KnownYaml::subsection), List.of()));
    entries.end();
    return known;
  }

  private static OptionalInt minimum(Entries entries) {
    return entries
        .find("minimum_version_id", Place::integer)
        .map(OptionalInt::of)
        .orElse(OptionalInt.empty());
  }

  private static Map<Integer, Integer> aliases(Entries entries) {
    Map<Integer, Integer> aliases = new LinkedHashMap<>();
    Map<String, Integer> texts =
        entries.take("alias_ids", all -> all.eachOf(Place::integer), Map.of());
    texts.forEach((instance, alias) -> aliases.put(Integer.valueOf(instance), alias));
    return aliases;
  }

  private static Subsection subsection(Place place) throws YamlException {
    return new Subsection(SectionYaml.read(place), Expression.FALSE);
  }

  private static KnownField field(Place place) throws YamlException {
    Entries entries = place.entries();
    Optional<String> after = entries.find("after", Place::text);
    if (after.isPresent()) {
      return new KnownField.Placed(after.get(), FieldYaml.read(place, entries));
    }
    String name = entries.require("name", Place::text, "");
    KnownField known =
        entries.has("count")
            ? new KnownField.Counted(name, entries.require("count", CountYaml::read, Count.of(0)))
            : new KnownField.Conditional(name, FieldYaml.existence(entries, false));
    entries.end();
    return known;
  }

  private static Releases releases(Entries entries) {
    return new Releases(
        entries.find("since", place -> place.parsed(Version::of)),
        entries.find("before", place -> place.parsed(Version::of)));
  }

  private static KnownPciDevice device(Place place) throws YamlException {
    Entries entries = place.entries();
    entries.require("name", Place::text, "");
    int id = entries.require("id", text -> text.parsed(KnownYaml::pciId), 0);
    List<KnownBar> bars =
        entries.take("bars", all -> all.eachNamed(KnownYaml::bar, _ -> NO_BAR), List.of());
    boolean checked = entries.take("capabilities_checked", Place::flag, true);
    entries.end();
    return new KnownPciDevice(id >>> Short.SIZE, id & 0xffff, bars, !checked);
  }

  private static int pciId(String text) {
    if (!PCI_ID.matcher(text).matches()) {
      throw new IllegalArgumentException("expected VENDOR:DEVICE in hexadecimal, found " + text);
    }
    return HexFormat.fromHexDigits(text.replace(":", ""));
  }

  private static KnownBar bar(String number, Place place) throws YamlException {
    Matcher bar = BAR.matcher(place.text());
    if (!bar.matches()) {
      throw place.expected("io, memory or memory 64, and a size");
    }
    boolean io = bar.group(1).equals("io");
    boolean wide = bar.group(1).endsWith("64");
    return place.built(
        () -> new KnownBar(Integer.parseInt(number), io, wide, Long.decode(bar.group(2))));
  }

  private static KnownBlock block(Place place) throws YamlException {
    Entries entries = place.entries();
    KnownBlock block =
        new KnownBlock(
            entries.require("name", Place::text, ""),
            releases(entries),
            entries.require("max_length", Place::number, 0L));
    entries.end();
    return block;
  }
}
