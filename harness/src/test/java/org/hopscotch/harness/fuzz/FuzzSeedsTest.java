package org.hopscotch.harness.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hopscotch.corpus.StreamFile;
import org.hopscotch.harness.Repository;
import org.hopscotch.harness.invariant.DecoderTotal;
import org.hopscotch.harness.stream.StreamVerifier;
import org.hopscotch.model.scenario.Judgement;
import org.hopscotch.model.wire.Body;
import org.hopscotch.model.wire.Likenesses;
import org.hopscotch.model.wire.RamRecord;
import org.hopscotch.model.wire.StreamItem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FuzzSeedsTest {
  private static final int TOO_LARGE = 8192;
  private static final int ALL_TOO_LARGE = 300_000;
  private static final int HELD_BYTES = 1 << 20;

  private static Likenesses alike;

  /// With `-Dfuzz.seeds=write` the files are made anew before they are looked at.
  @BeforeAll
  static void writeIfAsked() throws IOException {
    alike = FuzzSeeds.likenesses();
    if ("write".equals(System.getProperty("fuzz.seeds"))) {
      for (Path old : seeds()) {
        Files.delete(old);
      }
      for (FuzzSeeds.Row row : FuzzSeeds.table()) {
        Files.write(row.file(), FuzzSeeds.made(row, alike));
      }
    }
  }

  static List<Path> seeds() {
    return Repository.filesBelow("corpus/fuzz/decoder");
  }

  static List<FuzzSeeds.Row> table() throws IOException {
    return FuzzSeeds.table();
  }

  @Test
  void areThoseOfTheTableAndNoOthers() throws IOException {
    assertThat(seeds())
        .containsExactlyInAnyOrderElementsOf(table().stream().map(FuzzSeeds.Row::file).toList());
    assertThat(seeds()).hasSizeBetween(25, 60);
  }

  @ParameterizedTest
  @MethodSource("table")
  void areExactlyWhatTheTableMakes(FuzzSeeds.Row row) throws IOException {
    assertThat(FuzzSeeds.made(row, alike)).isEqualTo(FuzzSeeds.bytes(row.file()));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void areSmallWholeStreams(Path file) throws IOException {
    assertThat(Files.size(file)).isLessThan(TOO_LARGE);
    StreamVerifier.Result result =
        StreamVerifier.verify(StreamFile.at(file), Likenesses.none(), HELD_BYTES);
    assertThat(result.refusal()).isEmpty();
    assertThat(result.difference()).isEmpty();
    assertThat(result.bytes()).isEqualTo(Files.size(file));
    assertThat(new DecoderTotal().judge(FuzzSeeds.bytes(file)))
        .isEqualTo(new DecoderTotal.Judged(Judgement.holds(), true));
  }

  @Test
  void areSmallTogether() throws IOException {
    long total = 0;
    for (Path file : seeds()) {
      total += Files.size(file);
    }
    assertThat(total).isLessThan(ALL_TOO_LARGE);
  }

  @Test
  void haveEveryFormThatIsRead() throws IOException {
    Set<String> found = new TreeSet<>();
    for (Path file : seeds()) {
      StreamFile.at(file).read(Likenesses.none(), HELD_BYTES, (_, item) -> note(found, item));
    }
    assertThat(found).containsAll(names(StreamItem.class, Set.of("Trailing")));
    assertThat(found).containsAll(names(RamRecord.class, Set.of()));
    assertThat(found).containsAll(names(Body.Content.class, Set.of()));
  }

  private static Set<String> names(Class<?> sealed, Set<String> without) {
    Set<String> names = new TreeSet<>();
    for (Class<?> permitted : sealed.getPermittedSubclasses()) {
      names.add(permitted.getSimpleName());
    }
    names.removeAll(without);
    return names;
  }

  private static void note(Set<String> found, StreamItem item) {
    found.add(item.getClass().getSimpleName());
    switch (item) {
      case StreamItem.Ram(RamRecord record) -> found.add(record.getClass().getSimpleName());
      case StreamItem.Configuration configuration -> note(found, configuration.body());
      case StreamItem.Device device -> note(found, device.body());
      default -> {}
    }
  }

  private static void note(Set<String> found, Body body) {
    body.values().forEach(value -> note(found, value));
    body.subsections().forEach(subsection -> note(found, subsection));
  }

  private static void note(Set<String> found, Body.Content value) {
    found.add(value.getClass().getSimpleName());
    if (value instanceof Body.Struct(Body body)) {
      note(found, body);
    }
  }
}
