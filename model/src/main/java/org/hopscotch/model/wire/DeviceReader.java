package org.hopscotch.model.wire;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/// Reads the bodies of device sections: by the stream's own description, else by a likeness, else
/// as unknown bytes up to the footer. A reading counts only when it ends exactly at the section's
/// end.
final class DeviceReader {
  /// How many places that look like the section's footer are tried with a likeness.
  private static final int ENDS_TO_TRY = 8;

  private final WireInput in;
  private final SectionEnd ends;
  private final Likenesses likenesses;
  private final Optional<Description> description;
  private final Map<String, Deque<Description.Section>> described = new HashMap<>();
  private Optional<RefusedException> misfit = Optional.empty();
  private long triedBytes;

  DeviceReader(
      WireInput in, SectionEnd ends, Optional<Description> description, Likenesses likenesses) {
    this.in = in;
    this.ends = ends;
    this.description = description;
    this.likenesses = likenesses;
    description
        .map(Description::sections)
        .orElse(List.of())
        .forEach(section ->
            described
                .computeIfAbsent(
                    key(section.idstr(), section.instanceId()), any -> new ArrayDeque<>())
                .add(section));
  }

  private static String key(String idstr, long instanceId) {
    return instanceId + " " + idstr;
  }

  /// Reads the body of a section, all of which is held.
  ///
  /// @param footers whether sections of this stream have footers, when that is known already
  StreamItem read(StreamItem.SectionHeader header, Optional<Boolean> footers) {
    long start = in.offset();
    misfit = Optional.empty();
    Optional<Description.Layout> own = layout(header);
    Optional<StreamItem> item =
        own.isPresent() ? described(header, own.get(), footers) : alike(header, footers);
    if (item.isPresent()) {
      return item.get();
    }
    in.moveTo(start);
    return unknown(header, own.isPresent(), footers);
  }

  /// Reads a body of known length, where what follows it is not held.
  StreamItem readWithin(StreamItem.SectionHeader header, int length) {
    Optional<Description.Vmsd> own =
        layout(header).filter(Description.Vmsd.class::isInstance).map(Description.Vmsd.class::cast);
    List<Description.Vmsd> layouts = likenesses.section(header.idstr(), header.versionId());
    WireInput slice = in.slice(length);
    long start = slice.offset();
    return own.flatMap(vmsd ->
            attempt(
                slice, all -> toEnd(all, BodyReader.described(all, NullChoices.none()).read(vmsd))))
        .<StreamItem>map(body -> new StreamItem.Device(body, StreamItem.Source.DESCRIBED))
        .or(() -> alike(slice, layouts))
        .orElseGet(
            () -> new StreamItem.Unknown(slice.copy(start, start + length), why(own.isPresent())));
  }

  /// Of equal sections each is described once, in the order sent; a section more than that is like
  /// the last.
  private Optional<Description.Layout> layout(StreamItem.SectionHeader header) {
    Deque<Description.Section> same = described.get(key(header.idstr(), header.instanceId()));
    if (same == null) {
      return Optional.empty();
    }
    return Optional.of(same.size() > 1 ? same.remove() : same.element())
        .map(Description.Section::layout);
  }

  private Optional<StreamItem> described(
      StreamItem.SectionHeader header, Description.Layout layout, Optional<Boolean> footers) {
    return switch (layout) {
      case Description.OldStyle old -> {
        in.requireElements(header.idstr(), old.size(), 1);
        byte[] bytes = in.bytes(old.size());
        String why = "an old-style section: only its size is described";
        yield endsHere(header, footers)
            ? Optional.of(new StreamItem.Unknown(bytes, why))
            : Optional.empty();
      }
      case Description.Vmsd vmsd -> {
        long start = in.offset();
        NullChoices none = NullChoices.none();
        Optional<Body> body = described(header, vmsd, footers, none);
        // NULL pointers that the description does not show are looked for only when all elements
        // being there does not fit, or fits without a footer where sections may have some.
        boolean certain =
            body.isPresent() && (footers.isPresent() || ends.isFooter(0, header.sectionId()));
        if (!certain && none.hadPlaces()) {
          long end = in.offset();
          Optional<Boolean> due = body.isPresent() ? Optional.of(true) : footers;
          Optional<Body> fit = NullChoices.onlyFit(new Readings(this, header, vmsd, due, start));
          in.moveTo(fit.map(one -> start + BodySize.of(one)).orElse(end));
          body = fit.isPresent() ? fit : body;
          certain = fit.isPresent();
        }
        if (body.isPresent() && !certain && hidesFooter(header, start)) {
          body = Optional.empty();
        }
        yield body.map(read -> new StreamItem.Device(read, StreamItem.Source.DESCRIBED));
      }
    };
  }

  /// {@return whether a footer lies in what was read since `start`, where there may be some: then
  /// the section was not as long as it was read}
  private boolean hidesFooter(StreamItem.SectionHeader header, long start) {
    long end = in.offset();
    in.moveTo(start);
    OptionalInt footer = ends.next(0, header.sectionId());
    in.moveTo(end);
    return footer.isPresent() && start + footer.getAsInt() < end;
  }

  /// Repeated readings of one body. Those of all sections together may read as much as the input
  /// has.
  private record Readings(
      DeviceReader reader,
      StreamItem.SectionHeader header,
      Description.Vmsd vmsd,
      Optional<Boolean> footers,
      long start)
      implements NullChoices.Trial {
    @Override
    public Optional<Body> read(NullChoices choices) {
      reader.in.moveTo(start);
      Optional<Body> body = reader.described(header, vmsd, footers, choices);
      reader.triedBytes += reader.in.offset() - start;
      return body;
    }

    @Override
    public boolean affordable() {
      return reader.triedBytes <= reader.in.offset() + reader.in.remaining();
    }
  }

  private Optional<Body> described(
      StreamItem.SectionHeader header,
      Description.Vmsd vmsd,
      Optional<Boolean> footers,
      NullChoices choices) {
    return attempt(in, all -> BodyReader.described(all, choices).read(vmsd))
        .filter(any -> endsHere(header, footers));
  }

  private Optional<Body> attempt(WireInput in, Function<WireInput, Body> reading) {
    int depth = in.depth();
    try {
      return Optional.of(reading.apply(in));
    } catch (RefusedException refused) {
      // A reading that does not fit is one of several that are tried; but work that went beyond all
      // bounds is not tried again.
      if (refused.refusal().reason() instanceof Refusal.TooManySteps) {
        throw refused;
      }
      in.leaveTo(depth);
      misfit = misfit.or(() -> Optional.of(refused));
      return Optional.empty();
    }
  }

  private boolean endsHere(StreamItem.SectionHeader header, Optional<Boolean> footers) {
    boolean footer = ends.isFooter(0, header.sectionId());
    boolean ends = footers.orElse(footer) ? footer : this.ends.isItem(0);
    if (!ends && misfit.isEmpty()) {
      misfit = Optional.of(in.refused(new Refusal.MissingFooter(in.peek(0))));
    }
    return ends;
  }

  /// Tries each likeness on each place that looks like the end, nearest first; without footers each
  /// must find the end by itself.
  private Optional<StreamItem> alike(StreamItem.SectionHeader header, Optional<Boolean> footers) {
    List<Description.Vmsd> layouts = likenesses.section(header.idstr(), header.versionId());
    if (layouts.isEmpty()) {
      return Optional.empty();
    }
    long start = in.offset();
    for (int length : footers.orElse(true) ? lengths(header) : List.<Integer>of()) {
      in.moveTo(start);
      Optional<StreamItem> item = alike(in.slice(length), layouts);
      if (item.isPresent()) {
        return item;
      }
    }
    return footers.orElse(false)
        ? Optional.empty()
        : layouts.stream()
            .map(layout -> unbounded(start, layout))
            .flatMap(Optional::stream)
            .findFirst();
  }

  private Optional<StreamItem> alike(WireInput slice, List<Description.Vmsd> layouts) {
    long start = slice.offset();
    for (Description.Vmsd layout : layouts) {
      slice.moveTo(start);
      Optional<Body> body =
          attempt(slice, all -> toEnd(all, BodyReader.alike(all, likenesses).read(layout)));
      if (body.isPresent()) {
        return Optional.of(new StreamItem.Device(body.get(), StreamItem.Source.ALIKE));
      }
    }
    return Optional.empty();
  }

  private Optional<StreamItem> unbounded(long start, Description.Vmsd layout) {
    in.moveTo(start);
    return attempt(in, all -> BodyReader.alike(all, likenesses).read(layout))
        .filter(any -> ends.isItem(0))
        .map(body -> new StreamItem.Device(body, StreamItem.Source.ALIKE));
  }

  private static Body toEnd(WireInput slice, Body body) {
    if (!slice.atEnd()) {
      throw slice.refused(new Refusal.DescriptionMismatch("the section's end"));
    }
    return body;
  }

  private List<Integer> lengths(StreamItem.SectionHeader header) {
    List<Integer> lengths = new ArrayList<>();
    OptionalInt next = ends.next(0, header.sectionId());
    while (next.isPresent() && lengths.size() < ENDS_TO_TRY) {
      lengths.add(next.getAsInt());
      next = ends.next(next.getAsInt() + 1, header.sectionId());
    }
    return lengths;
  }

  private StreamItem unknown(
      StreamItem.SectionHeader header, boolean isDescribed, Optional<Boolean> footers) {
    OptionalInt length =
        footers.orElse(true) ? ends.next(0, header.sectionId()) : OptionalInt.empty();
    if (length.isPresent()) {
      return new StreamItem.Unknown(in.bytes(length.getAsInt()), why(isDescribed));
    }
    if (isDescribed || !ends.endsWithEof() || footers.orElseGet(() -> !ends.headerFollows())) {
      throw misfit.orElseGet(() -> in.refused(new Refusal.UnboundedBody()));
    }
    String why = "neither description nor footers: where sections end cannot be told";
    return new StreamItem.Unknown(in.bytes(in.remaining() - 1L), why);
  }

  private String why(boolean isDescribed) {
    if (isDescribed) {
      return "the body does not lie as the stream's description says";
    }
    return description.isPresent()
        ? "the stream's description leaves this section out"
        : "no description, and no likeness fits";
  }
}
