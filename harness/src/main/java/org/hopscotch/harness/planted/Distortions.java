package org.hopscotch.harness.planted;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.hopscotch.harness.subject.Instance;
import org.hopscotch.model.migration.Host;
import org.hopscotch.model.migration.Outcome;
import org.hopscotch.model.release.DeviceType;
import org.hopscotch.model.release.MemberType;
import org.hopscotch.model.release.Release;
import org.hopscotch.model.state.GuestState;
import org.hopscotch.model.wire.StreamItem;

/// All that is changed around one subject's engine, in order.
final class Distortions {
  private final List<Distortion> all;
  private final Map<String, Changed> loading = new ConcurrentHashMap<>();
  private final Map<String, Changed> saving = new ConcurrentHashMap<>();

  Distortions(List<Distortion> all) {
    this.all = all;
  }

  /// A release and what was made of it last: histories come one after the other, each with many
  /// hosts.
  private record Changed(Release release, Release other) {}

  /// {@return whether a host that was started is a right one}
  boolean areOnlyOfTheStart() {
    return !all.isEmpty() && all.stream().allMatch(Distortion.Starting.class::isInstance);
  }

  Host starting(Host host) {
    Host other = host;
    for (Distortion one : all) {
      if (one instanceof Distortion.Starting(UnaryOperator<Host> change)) {
        other = change.apply(other);
      }
    }
    return other;
  }

  /// {@return the host whose machine loads}
  Host loading(Host host) {
    return host.with(
        changed(
            loading,
            host.release(),
            release -> {
              Release other = release;
              for (Distortion one : all) {
                if (one instanceof Distortion.Loading(UnaryOperator<Release> change)) {
                  other = change.apply(other);
                }
              }
              return other;
            }));
  }

  /// {@return the host whose machine saves}
  Host saving(Host host) {
    return host.with(
        changed(
            saving,
            host.release(),
            release -> {
              Release other = release;
              for (Distortion one : all) {
                if (one instanceof Distortion.Saving(UnaryOperator<Release> change)) {
                  other = change.apply(other);
                }
              }
              return other;
            }));
  }

  private static Release changed(
      Map<String, Changed> cache, Release release, UnaryOperator<Release> change) {
    Changed known = cache.get(release.name());
    if (known == null || !known.release().equals(release)) {
      known = new Changed(release, open(change.apply(release)));
      cache.put(release.name(), known);
    }
    return known.other();
  }

  /// Without the lengths of arrays: a member that is not declared takes as many elements as it is
  /// given, so that a guest comes over as it is even where a load made an array longer.
  private static Release open(Release release) {
    return Schemas.types(Distortions::open).apply(release);
  }

  private static DeviceType open(DeviceType type) {
    return type.withMembers(
        type.members().stream()
            .filter(member ->
                switch (member.type()) {
                  case MemberType.Scalar _, MemberType.Struct _, MemberType.Nodes _ -> true;
                  case MemberType.Scalars _, MemberType.Bytes _, MemberType.Structs _ -> false;
                })
            .toList());
  }

  byte[] received(byte[] stream) {
    byte[] other = stream;
    for (Distortion one : all) {
      if (one instanceof Distortion.Received(UnaryOperator<List<StreamItem>> change)) {
        other = SentItems.changed(other, change);
      }
    }
    return other;
  }

  /// @param before how often the guest was saved before
  Instance.Saved sent(Instance.Saved saved, int before) {
    Instance.Saved other = saved;
    for (Distortion one : all) {
      if (one instanceof Distortion.Sent(UnaryOperator<List<StreamItem>> change)) {
        other = SentItems.changed(other, change);
      }
      if (one instanceof Distortion.SavedAgain(UnaryOperator<List<StreamItem>> change)
          && before > 0) {
        other = SentItems.changed(other, change);
      }
    }
    return other;
  }

  GuestState loaded(Host host, GuestState before, GuestState after) {
    GuestState other = after;
    for (Distortion one : all) {
      if (one instanceof Distortion.Loaded(Distortion.Memory change)) {
        other = change.after(host, before, other);
      }
    }
    return other;
  }

  GuestState reset(Host host, GuestState before, GuestState after) {
    GuestState other = after;
    for (Distortion one : all) {
      if (one instanceof Distortion.Reset(Distortion.Memory change)) {
        other = change.after(host, before, other);
      }
    }
    return other;
  }

  Optional<byte[]> amended(byte[] stream, Outcome.Refused refused) {
    return all.stream()
        .flatMap(one ->
            one instanceof Distortion.Amended(Distortion.Amendment change)
                ? change.of(stream, refused).stream()
                : Optional.<byte[]>empty().stream())
        .findFirst();
  }

  Outcome said(Outcome outcome) {
    Outcome other = outcome;
    for (Distortion one : all) {
      if (one instanceof Distortion.Said(UnaryOperator<Outcome> change)) {
        other = change.apply(other);
      }
    }
    return other;
  }
}
