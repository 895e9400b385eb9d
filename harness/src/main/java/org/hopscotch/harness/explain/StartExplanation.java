package org.hopscotch.harness.explain;

import java.util.Optional;
import org.hopscotch.model.release.Origin;
import org.hopscotch.model.release.StartFailure;

/// Why a host did not start.
final class StartExplanation {
  private StartExplanation() {}

  static void of(Hop hop, StartFailure failure, Text text) {
    switch (failure) {
      case StartFailure.UnknownProperty f -> unknownProperty(hop, f, text);
      case StartFailure.DuplicateSection _ ->
          text.repair(
              "In %s, let instance ids be counted, or give the devices a path."
                  .formatted(hop.destination().release()));
      case StartFailure.NotRealized f -> {
        if (!hop.isOfOneHost()) {
          text.what(
              "%s refuses a configuration that %s took: %s."
                  .formatted(f.type(), hop.sourceName(), f.words()));
        }
        if (!hop.sourceIsNewer() && !hop.isWithinOneRelease()) {
          text.repair(
              "Let a property that %s sets switch the check off for older machine types."
                  .formatted(hop.table()));
        }
      }
      case StartFailure.BadValue _ -> {}
      case StartFailure.UnknownMachine _, StartFailure.UnknownType _ -> {}
      case StartFailure.CannotBeMade _, StartFailure.PathTooLong _ -> {}
      case StartFailure.Reported _ -> {}
    }
  }

  private static void unknownProperty(Hop hop, StartFailure.UnknownProperty f, Text text) {
    Optional<String> table =
        switch (f.origin()) {
          case Origin.TableRow row ->
              Optional.of("Row %d of %s".formatted(row.row() + 1, row.table()));
          case Origin.FamilyRow row ->
              Optional.of("Row %d of %s".formatted(row.row() + 1, row.table()));
          case Origin.Default _, Origin.Automatic _ -> Optional.empty();
          case Origin.GlobalOption _, Origin.DeviceOption _ -> Optional.empty();
        };
    if (table.isEmpty()) {
      return;
    }
    text.what(
        "%s of %s sets %s, which no type there has, while the machine type is offered."
            .formatted(table.get(), hop.destination().release(), f.property()));
    if (!hop.sourceIsNewer() && hop.isOfTheNewest()) {
      text.repair(
          "In %s, keep property %s as long as the machine type, take the row out, or mark it"
                  .formatted(hop.newer().release(), f.property())
              + " optional.");
    }
  }
}
