package org.hopscotch.harness.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hopscotch.corpus.GivenHistory;
import org.hopscotch.corpus.yaml.CaseException;
import org.hopscotch.corpus.yaml.HistoryYaml;
import org.hopscotch.generators.Scenarios;
import org.hopscotch.harness.campaign.Experiments;
import org.hopscotch.harness.invariant.DecoderTotal;
import org.hopscotch.harness.invariant.RoundTrip;
import org.hopscotch.reports.RunResult;

/// What a campaign draws from: the corpus and nothing but choices, or the releases of a file.
sealed interface Source {

  /// {@return what identifies it: runs from equal ones draw the same}
  SortedMap<String, String> identity();

  /// {@return what is drawn; no stream is read yet}
  Experiments experiments(Experiments.Selection selection);

  /// {@return the same, when what is saved was judged again}
  Ready ready(Experiments.Selection selection) throws IOException;

  /// What is drawn, and how that fared which is judged before.
  record Ready(Experiments experiments, RunResult.Cases replayed, RunResult.Streams verified) {}

  /// Something that cannot be drawn from.
  final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<String> problems;

    UnreadableException(List<String> problems) {
      super(String.join("; ", problems));
      this.problems = List.copyOf(problems);
    }

    List<String> problems() {
      return problems;
    }
  }

  /// {@return what the corpus has}
  ///
  /// @param cases the folder of saved cases
  static Source corpus(Path streams, Path cases) throws IOException, UnreadableException {
    List<Path> files = CorpusStreams.of(streams);
    if (files.isEmpty()) {
      throw new UnreadableException(List.of(streams + ": no stream"));
    }
    return new Corpus(streams, files, cases);
  }

  /// {@return the releases of a file}
  static Source history(Path file) throws UnreadableException {
    try {
      String text = Files.readString(file);
      GivenHistory given = HistoryYaml.read(text);
      if (!Scenarios.hasDevices(given)) {
        throw new UnreadableException(
            List.of(
                file
                    + ": no device to draw: no type that devices can be made of has a section,"
                    + " member, property or RAM, and there is no configuration"));
      }
      return new History(text, given);
    } catch (IOException e) {
      throw new UnreadableException(List.of(file + ": " + Inputs.words(e)));
    } catch (CaseException e) {
      throw new UnreadableException(
          e.problems().stream().map(one -> one.in(file.toString())).toList());
    }
  }

  /// Drawn devices and streams, and damaged ones of a folder.
  record Corpus(Path folder, List<Path> files, Path cases) implements Source {
    @Override
    public SortedMap<String, String> identity() {
      StringBuilder all = new StringBuilder();
      for (Path file : files) {
        all.append(folder.relativize(file)).append(' ').append(file.toFile().length()).append('\n');
      }
      return hashed("streams", all.toString());
    }

    @Override
    public Experiments experiments(Experiments.Selection selection) {
      return Experiments.of(files, new DecoderTotal(), new RoundTrip(), selection);
    }

    @Override
    public Ready ready(Experiments.Selection selection) throws IOException {
      RunResult.Cases replayed = SavedCases.replay(cases);
      List<Path> whole = new ArrayList<>();
      RunResult.Streams verified = CorpusStreams.verify(files, whole);
      return new Ready(
          Experiments.of(whole, new DecoderTotal(), new RoundTrip(), selection),
          replayed,
          verified);
    }
  }

  /// Given releases.
  record History(String text, GivenHistory given) implements Source {
    @Override
    public SortedMap<String, String> identity() {
      return hashed("history", text);
    }

    @Override
    public Experiments experiments(Experiments.Selection selection) {
      return Experiments.over(given, SavedCases.ENGINE, selection);
    }

    @Override
    public Ready ready(Experiments.Selection selection) {
      return new Ready(experiments(selection), RunResult.Cases.NONE, RunResult.Streams.NONE);
    }
  }

  private static SortedMap<String, String> hashed(String name, String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      SortedMap<String, String> identity = new TreeMap<>();
      identity.put(name, "sha256 " + HexFormat.of().formatHex(hash));
      return identity;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
