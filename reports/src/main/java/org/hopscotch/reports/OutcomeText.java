package org.hopscotch.reports;

import java.util.List;
import java.util.Locale;
import org.hopscotch.model.migration.Outcome;
import org.hopscotch.model.release.Origin;
import org.hopscotch.model.release.StartFailure;
import org.hopscotch.model.schema.ExpressionText;
import org.hopscotch.model.state.Value;
import org.hopscotch.model.wire.Trail;

/// Outcomes of hops, and what goes with them, in words.
public final class OutcomeText {
  private OutcomeText() {}

  /// {@return an outcome in one line}
  public static String words(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Arrived _ -> "arrived";
      case Outcome.Refused refused ->
          "the %s refuses at offset 0x%08x%s: %s"
              .formatted(
                  refused.side().words(),
                  refused.refusal().offset(),
                  place(refused),
                  RefusalText.reason(refused.refusal().reason()));
      case Outcome.DidNotStart failed -> "does not start: " + words(failed.failure());
      case Outcome.Blocked(String because) -> "may not leave: " + because;
      case Outcome.Died died -> "the %s dies: %s".formatted(died.side().words(), died.because());
      case Outcome.Stalled(String because) -> "stalls: " + because;
    };
  }

  /// A subsection's name begins with that of the section around it, which is not said twice.
  private static String place(Outcome.Refused refused) {
    String path = refused.refusal().path();
    List<Trail.Step> trail = refused.section().map(Outcome.Place::trail).orElse(List.of());
    for (Trail.Step step : trail) {
      if (step instanceof Trail.InSubsection(String subsection, String section)
          && subsection.startsWith(section + "/")) {
        path = path.replace(section + "/" + subsection, subsection);
      }
    }
    return path.isEmpty() ? "" : " in " + RefusalText.printable(path);
  }

  /// {@return the kind of an outcome, without anything that was drawn}
  public static String reasonClass(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Arrived _ -> "arrived";
      case Outcome.Refused refused -> name(refused.refusal().reason());
      case Outcome.DidNotStart failed -> "not started, " + name(failed.failure());
      case Outcome.Blocked _ -> "blocked";
      case Outcome.Died _ -> "died";
      case Outcome.Stalled _ -> "stalled";
    };
  }

  /// {@return the name of a kind, such as `section too new` for `SectionTooNew`}
  private static String name(Object kind) {
    return kind.getClass().getSimpleName().replaceAll("\\B([A-Z])", " $1").toLowerCase(Locale.ROOT);
  }

  /// {@return why a host does not start}
  public static String words(StartFailure failure) {
    return switch (failure) {
      case StartFailure.UnknownMachine(String machine) ->
          "unsupported machine type '%s'".formatted(machine);
      case StartFailure.UnknownType(String device, String type) ->
          "'%s' is not a device type (device %s)".formatted(type, device);
      case StartFailure.CannotBeMade(String device, String type) ->
          "device type '%s' is abstract (device %s)".formatted(type, device);
      case StartFailure.UnknownProperty f ->
          "property '%s.%s' not found (device %s), set by %s"
              .formatted(f.type(), f.property(), f.device(), words(f.origin()));
      case StartFailure.BadValue f ->
          "%s (device %s, value '%s' set by %s)"
              .formatted(f.words(), f.device(), f.value(), words(f.origin()));
      case StartFailure.NotRealized(String device, String type, String words) ->
          "%s (device %s of type %s)".formatted(words, device, type);
      case StartFailure.DuplicateSection(String idstr, long instance) ->
          "two sections %s %d".formatted(idstr, instance);
      case StartFailure.PathTooLong(String idstr) ->
          "section name of %d characters, at most 255".formatted(idstr.length());
      case StartFailure.Reported(String words) -> words;
    };
  }

  /// {@return where a property's value comes from}
  public static String words(Origin origin) {
    return switch (origin) {
      case Origin.Default _ -> "the default";
      case Origin.Automatic(var choice, Origin asked) ->
          "automatic choice %s, asked for by %s"
              .formatted(ExpressionText.print(choice), words(asked));
      case Origin.TableRow(String table, int row, String driver) ->
          "row %d of %s, for %s".formatted(row + 1, table, driver);
      case Origin.FamilyRow(String table, int row, String driver) ->
          "row %d of the family table %s, for %s".formatted(row + 1, table, driver);
      case Origin.GlobalOption(String driver) -> "-global " + driver;
      case Origin.DeviceOption _ -> "the device's own option";
    };
  }

  /// {@return a value as cases write it, cut where it is long}
  public static String words(Value value) {
    return ValueText.of(value);
  }
}
