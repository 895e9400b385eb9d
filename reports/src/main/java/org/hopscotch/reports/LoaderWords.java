package org.hopscotch.reports;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hopscotch.model.migration.Outcome;
import org.hopscotch.model.migration.Phase;
import org.hopscotch.model.wire.LoaderFamily;
import org.hopscotch.model.wire.Refusal;
import org.hopscotch.model.wire.Trail;

/// A refusal in the words of QEMU's own loader, which differ between families: what a user would
/// find in the log. The texts are data, in `loader-words.properties` beside this class.
public final class LoaderWords {
  private static final Properties TEXTS = load();
  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)(:[xip])?}");
  private static final Pattern INDEX = Pattern.compile("\\[\\d+]$");
  private static final long OBSOLETE_VERSION = 2;

  private final Outcome.Refused refused;
  private final String key;

  private LoaderWords(Outcome.Refused refused) {
    this.refused = refused;
    this.key = key(refused);
  }

  /// {@return the lines that QEMU writes, without its program's name; empty for a reason that no
  /// real loader has}
  public static List<String> of(Outcome.Refused refused, LoaderFamily family) {
    LoaderWords words = new LoaderWords(refused);
    if (!TEXTS.containsKey(words.key + ".errno")) {
      return List.of();
    }
    return family == LoaderFamily.FROM_11_0 ? words.from11() : words.lines();
  }

  private static Properties load() {
    Properties texts = new Properties();
    try (InputStream in =
            Objects.requireNonNull(
                LoaderWords.class.getResourceAsStream("loader-words.properties"));
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      texts.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  /// Where a cut is decides what is said of it, and whose version it is that does not fit.
  private static String key(Outcome.Refused refused) {
    Refusal.Reason reason = refused.refusal().reason();
    String name = reason.getClass().getSimpleName();
    return switch (reason) {
      case Refusal.Truncated _, Refusal.ImpossibleLength _ -> cut(refused);
      case Refusal.MissingFooter(int found) when found < 0 -> "CutBeforeFooter";
      case Refusal.UnsupportedStreamVersion(long version) when version == OBSOLETE_VERSION ->
          "ObsoleteStreamVersion";
      case Refusal.UnexpectedCommand(_, String words) when !words.endsWith("state (0)") ->
          "InvalidCommand";
      default -> name;
    };
  }

  private static String cut(Outcome.Refused refused) {
    return switch (refused.phase()) {
      case DEVICE, CONFIGURATION -> "CutInField";
      case RAM -> "CutInRam";
      case FOOTER -> "CutBeforeFooter";
      case FRAMING -> refused.refusal().path().isEmpty() ? "CutBetweenSections" : "CutInHeader";
      case START, HEADER -> "NotAStream";
    };
  }

  // ---- up to 10.0: a line for each level, innermost first

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    String own = text("until-10").orElse("");
    if (!own.isEmpty()) {
      lines.addAll(Arrays.asList(own.split("\n", -1)));
    }
    trail().stream()
        .filter(Trail.InField.class::isInstance)
        .map(Trail.InField.class::cast)
        .map(in -> "Failed to load %s:%s".formatted(in.section(), plain(in.field())))
        .filter(line -> !isValidation() || !line.endsWith(":" + arguments().get("name")))
        .forEach(lines::add);
    device().ifPresent(lines::add);
    lines.add("load of migration failed: " + error("errno"));
    return lines;
  }

  /// A description, and so an imported section, tells fields of one name apart by an index.
  private static String plain(String field) {
    return INDEX.matcher(field).replaceAll("");
  }

  private boolean isValidation() {
    return refused.refusal().reason() instanceof Refusal.ValidationFailed;
  }

  private List<Trail.Step> trail() {
    return refused.section().filter(_ -> inBody()).map(Outcome.Place::trail).orElse(List.of());
  }

  private boolean inBody() {
    return refused.phase() == Phase.DEVICE || refused.phase() == Phase.RAM;
  }

  private Optional<String> device() {
    return refused
        .section()
        .filter(_ -> inBody())
        .map(place ->
            place.full()
                ? "error while loading state for instance 0x%x of device '%s'"
                    .formatted(place.instanceId(), place.idstr())
                : "error while loading state section id %d(%s)"
                    .formatted(place.sectionId(), place.idstr()));
  }

  // ---- from 11.0: one line, outermost first; some write their own before it

  private List<String> from11() {
    List<String> lines = new ArrayList<>();
    text("lines-11").ifPresent(own -> lines.addAll(Arrays.asList(own.split("\n", -1))));
    lines.add(oneLine());
    return lines;
  }

  private String oneLine() {
    StringBuilder line = new StringBuilder("load of migration failed: ");
    line.append(text("errno-11").isPresent() ? error("errno-11") : error("errno")).append(": ");
    if (refused.section().filter(Outcome.Place::full).isPresent()) {
      device().ifPresent(device -> line.append(device).append(": "));
    }
    if (refused.phase() == Phase.CONFIGURATION && isVersion()) {
      line.append(
          "Loading VM subsection '%s' in 'configuration' failed: "
              .formatted(arguments().get("name")));
    }
    List<Trail.Step> steps = trail();
    boolean unknown = refused.refusal().reason() instanceof Refusal.UnknownSubsection;
    for (int i = steps.size() - 1; i >= 0; i--) {
      if (steps.get(i) instanceof Trail.InSubsection(String subsection, String section)) {
        line.append(
            i == 0 && unknown
                ? "VM subsection '%s' in '%s' does not exist".formatted(subsection, section)
                : "Loading VM subsection '%s' in '%s' failed: ".formatted(subsection, section));
      }
    }
    return line.append(text("from-11").or(() -> text("until-10")).orElse("")).toString();
  }

  private boolean isVersion() {
    Refusal.Reason reason = refused.refusal().reason();
    return reason instanceof Refusal.TooNew || reason instanceof Refusal.TooOld;
  }

  // ---- texts

  private String error(String suffix) {
    return TEXTS.getProperty(TEXTS.getProperty(key + "." + suffix).strip());
  }

  private Optional<String> text(String suffix) {
    return Optional.ofNullable(TEXTS.getProperty(key + "." + suffix)).map(this::filled);
  }

  private String filled(String text) {
    Map<String, Object> arguments = arguments();
    return PLACE
        .matcher(text)
        .replaceAll(
            place -> Matcher.quoteReplacement(value(arguments, place.group(1), place.group(2))));
  }

  private static String value(Map<String, Object> arguments, String name, String form) {
    Object value = arguments.getOrDefault(name, "");
    if (value instanceof String text && text.indexOf('\0') >= 0) {
      return text.substring(0, text.indexOf('\0'));
    }
    if (value instanceof Number number) {
      long bits = number.longValue();
      return form == null
          ? Long.toString(bits)
          : switch (form) {
            case ":i" -> Integer.toString((int) bits);
            case ":p" -> hexadecimal(Math.max(bits, 0));
            default -> hexadecimal(bits);
          };
    }
    return value.toString();
  }

  private static String hexadecimal(long bits) {
    return bits == (int) bits ? Integer.toHexString((int) bits) : Long.toHexString(bits);
  }

  /// The reason's components, and what belongs to its place.
  private Map<String, Object> arguments() {
    Map<String, Object> all = new HashMap<>();
    all.put("section", "configuration");
    refused
        .section()
        .ifPresent(place -> {
          all.put("idstr", place.idstr());
          all.put("sectionId", place.sectionId());
          all.put("versionId", place.versionId());
          place
              .loading()
              .ifPresent(loading -> {
                all.put("section", loading.section().name());
                all.put("version", loading.version());
                all.put("minimum", loading.section().minimumVersionId());
              });
        });
    Refusal.Reason reason = refused.refusal().reason();
    for (RecordComponent component : reason.getClass().getRecordComponents()) {
      all.put(component.getName(), component(reason, component));
    }
    if (reason instanceof Refusal.OtherCapability(_, boolean received)) {
      all.put("ours", received ? "off" : "on");
      all.put("theirs", received ? "on" : "off");
    }
    return all;
  }

  private static Object component(Refusal.Reason reason, RecordComponent component) {
    try {
      return component.getAccessor().invoke(reason);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("a record component that cannot be read", e);
    }
  }
}
