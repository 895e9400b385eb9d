package org.hopscotch.harness.explain;

import java.util.List;
import java.util.Optional;
import org.hopscotch.model.release.Member;
import org.hopscotch.model.release.ResolvedDevice;
import org.hopscotch.model.scenario.Stop;
import org.hopscotch.model.schema.Existence;
import org.hopscotch.model.schema.ExpressionText;
import org.hopscotch.model.schema.Field;
import org.hopscotch.model.schema.Section;
import org.hopscotch.model.schema.Subsection;

/// Why a member is not what it was: how it travels on each side, and what it is where it does not.
final class MemberExplanation {
  private MemberExplanation() {}

  static void of(Hop hop, String device, String path, List<String> what, List<String> repairs) {
    String member = path.split("[.\\[]", 2)[0];
    String sent = travels(hop.source(), hop, device, member);
    String taken = travels(hop.destination(), hop, device, member);
    what.add(
        "%s of %s: %s %s; %s %s."
            .formatted(
                member,
                device,
                hop.source().release() + " as the source",
                sent,
                hop.destination().release() + " as the destination",
                taken));
    Optional<Member> there = member(hop.destination(), hop, device, member);
    there.ifPresent(one -> {
      if (one.reset().isEmpty()) {
        what.add("No reset gives it a value, so it is whatever memory held.");
        repairs.add(
            "Give %s the value of an older guest in pre_load of the section, or in the reset."
                .formatted(member));
      } else if (!sent.equals(taken) && !sent.startsWith("sends it always")) {
        what.add(
            "Where it does not arrive it keeps the value of the reset, %s."
                .formatted(ExpressionText.print(one.reset().get())));
        one.implied()
            .ifPresent(implied ->
                repairs.add(
                    "In %s, let pre_load set %s to %s, which a guest without it behaves like."
                        .formatted(hop.newer().release(), member, ExpressionText.print(implied))));
      }
    });
    if (sent.equals("never sends it") && taken.equals("never takes it")) {
      repairs.add(
          "Send %s: in a subsection of the newer release, tied to a property that %s turns off."
              .formatted(member, hop.table()));
    }
  }

  private static Optional<Member> member(Stop stop, Hop hop, String device, String name) {
    return hop.device(stop, device)
        .flatMap(one ->
            stop.release().members(one.type()).stream()
                .filter(member -> member.name().equals(name))
                .findFirst());
  }

  private static String travels(Stop stop, Hop hop, String device, String member) {
    boolean sends = stop.equals(hop.source());
    String verb = sends ? "sends it" : "takes it";
    Optional<ResolvedDevice> found = hop.device(stop, device);
    Optional<Section> section = found.flatMap(one -> Hop.section(stop, one));
    if (section.isEmpty()) {
      return "has no section for it";
    }
    for (Field field : section.get().fields()) {
      if (field.name().equals(member)) {
        return verb + when(field);
      }
    }
    for (Subsection subsection : section.get().subsections()) {
      if (subsection.section().fields().stream().anyMatch(f -> f.name().equals(member))) {
        return "%s in subsection %s%s"
            .formatted(
                verb,
                subsection.section().name(),
                sends ? ", needed while " + ExpressionText.print(subsection.needed()) : "");
      }
    }
    return sends ? "never sends it" : "never takes it";
  }

  private static String when(Field field) {
    return switch (field.existence()) {
      case Existence.Since since ->
          since.version() == 0 ? " always" : " from version " + since.version() + " on";
      case Existence.Test(var test) -> " while " + ExpressionText.print(test);
    };
  }
}
