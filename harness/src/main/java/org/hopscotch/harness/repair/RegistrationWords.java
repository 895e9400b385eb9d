package org.hopscotch.harness.repair;

import java.util.ArrayList;
import java.util.List;
import org.hopscotch.model.release.Registration;
import org.hopscotch.model.schema.ExpressionText;

/// Says how one registration differs from another.
final class RegistrationWords {
  private RegistrationWords() {}

  static String of(String type, Registration before, Registration now) {
    List<String> all = new ArrayList<>();
    if (!before.instanceId().equals(now.instanceId())) {
      all.add(
          now.instanceId().isPresent()
              ? "has the instance id " + ExpressionText.print(now.instanceId().get())
              : "has no instance id of its own");
    }
    if (!before.aliasId().equals(now.aliasId())) {
      all.add(
          now.aliasId().isPresent()
              ? "is found as instance " + now.aliasId().getAsInt() + " too"
              : "has no alias id");
    }
    if (!before.below().equals(now.below())) {
      all.add("is below its path when " + ExpressionText.print(now.below()));
    }
    if (!before.needed().equals(now.needed())) {
      all.add("is sent when " + ExpressionText.print(now.needed()));
    }
    if (!before.unmigratable().equals(now.unmigratable())) {
      all.add("cannot migrate when " + ExpressionText.print(now.unmigratable()));
    }
    if (before.priority() != now.priority() || before.earlySetup() != now.earlySetup()) {
      all.add("is sent where it was");
    }
    return type + " " + String.join(" and ", all);
  }
}
