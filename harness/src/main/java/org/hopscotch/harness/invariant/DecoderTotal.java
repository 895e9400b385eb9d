package org.hopscotch.harness.invariant;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hopscotch.corpus.DescriptionJson;
import org.hopscotch.model.scenario.InvariantId;
import org.hopscotch.model.scenario.Judgement;
import org.hopscotch.model.wire.ByteSource;
import org.hopscotch.model.wire.Likenesses;
import org.hopscotch.model.wire.Refusal;
import org.hopscotch.model.wire.StreamItem;
import org.hopscotch.model.wire.StreamReader;
import org.hopscotch.model.wire.StreamWriter;
import org.hopscotch.model.wire.WireOutput;

/// `decoder-total`: any bytes give a value or a refusal, within counted steps and an allocation of
/// at most 64 times the input plus 64 KiB. And what is accepted was understood: it encodes to the
/// same bytes again.
///
/// The steps are counted and bounded by the decoder itself, which then refuses.
public final class DecoderTotal implements Invariant {
  /// The promise's id.
  public static final String ID = InvariantId.DECODER_TOTAL.id();

  private static final int ALLOCATED_PER_BYTE = 64;
  private static final int FREE_BYTES = 64 * 1024;
  private static final int HELD_BYTES = 256 << 20;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final Decoder decoder;

  /// Judges the decoder of this project.
  public DecoderTotal() {
    this(DecoderTotal::decode);
  }

  /// Judges `decoder`.
  public DecoderTotal(Decoder decoder) {
    this.decoder = decoder;
  }

  /// Something that reads streams.
  @FunctionalInterface
  public interface Decoder {
    /// {@return why it refused; empty when it read everything}
    Optional<Refusal> decode(byte[] stream, StreamReader.Visitor items);
  }

  /// What became of one input.
  ///
  /// @param accepted whether it was read to its end
  public record Judged(Judgement judgement, boolean accepted) {
    /// {@return the judgement of a stream that was written as one: it must be read to its end}
    public Judgement ofWhole() {
      boolean refused = !accepted && judgement.equals(Judgement.holds());
      return refused
          ? Judgement.violated("refuses a whole stream", "a stream that was written is not read")
          : judgement;
    }
  }

  @Override
  public InvariantId id() {
    return InvariantId.DECODER_TOTAL;
  }

  /// Judges the streams in which the guest leaves its stops: they must be read whole.
  @Override
  public List<Judgement> judge(Journey journey) {
    List<Judgement> judgements = new ArrayList<>();
    List<byte[]> streams = new ArrayList<>();
    for (int i = 0; i < journey.route().size(); i++) {
      journey.stream(i).ifPresent(streams::add);
    }
    for (int i = 0; i < streams.size(); i++) {
      int same = first(streams, streams.get(i));
      judgements.add(same < i ? judgements.get(same) : judge(streams.get(i)).ofWhole());
    }
    return Judgement.orDoesNotApply(judgements, "the guest leaves no host");
  }

  private static int first(List<byte[]> streams, byte[] stream) {
    int first = 0;
    while (!Arrays.equals(streams.get(first), stream)) {
      first++;
    }
    return first;
  }

  /// Judges one input.
  public Judged judge(byte[] stream) {
    try {
      Measured measured = measure(stream);
      if (measured.isTooMuch()) {
        // The first input that takes a new way also pays for loading the classes on it.
        measured = measure(stream);
      }
      if (measured.isTooMuch()) {
        return violated("allocation", measured.words());
      }
      return measured.refusal().isPresent()
          ? new Judged(Judgement.holds(), false)
          : new Judged(encodesTheSame(stream, measured.items()), true);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      return violated(Thrown.name(e), e.toString());
    }
  }

  private record Measured(
      Optional<Refusal> refusal, List<StreamItem> items, long allocated, int length) {
    private long allowed() {
      return (long) ALLOCATED_PER_BYTE * length + FREE_BYTES;
    }

    boolean isTooMuch() {
      return allocated > allowed();
    }

    String words() {
      return "allocated %d bytes for an input of %d, allowed are %d"
          .formatted(allocated, length, allowed());
    }
  }

  private Measured measure(byte[] stream) {
    List<StreamItem> items = new ArrayList<>();
    long before = THREADS.getCurrentThreadAllocatedBytes();
    Optional<Refusal> refusal = decoder.decode(stream, (_, item) -> items.add(item));
    long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
    return new Measured(refusal, items, allocated, stream.length);
  }

  private Judgement encodesTheSame(byte[] stream, List<StreamItem> items) {
    byte[] again =
        WireOutput.toBytes(out -> {
          StreamWriter writer = new StreamWriter(out);
          items.forEach(writer::write);
        });
    int mismatch = Arrays.mismatch(stream, again);
    return mismatch < 0
        ? Judgement.holds()
        : Judgement.violated("encodes differently", "differs at offset " + mismatch);
  }

  private static Optional<Refusal> decode(byte[] stream, StreamReader.Visitor items) {
    return StreamReader.read(
        ByteSource.of(stream),
        new StreamReader.Options(
            DescriptionJson::parse, Optional::empty, Likenesses.none(), HELD_BYTES),
        items);
  }

  private static Judged violated(String reasonClass, String because) {
    return new Judged(Judgement.violated(reasonClass, because), false);
  }
}
