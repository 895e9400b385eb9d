package org.hopscotch.corpus.yaml;

import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.StreamDataWriter;
import org.snakeyaml.engine.v2.comments.CommentLine;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.ComposerException;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import org.snakeyaml.engine.v2.schema.Schema;

/// From text to nodes and back, with the settings that all YAML here has: YAML 1.2's core schema,
/// no anchors.
final class Yaml {
  static final Schema SCHEMA = new CoreSchema();

  private static final int WIDTH = 96;
  private static final int DEEPEST = 500;

  private static final LoadSettings LOAD =
      LoadSettings.builder().setSchema(SCHEMA).setCodePointLimit(Integer.MAX_VALUE).build();
  private static final DumpSettings DUMP =
      DumpSettings.builder().setSchema(SCHEMA).setWidth(WIDTH).build();

  private Yaml() {}

  /// {@return what a reader makes of the only document of a text}
  ///
  /// @throws YamlException for the first thing that is wrong
  static <T> T read(String text, Place.Reader<T> reader) throws YamlException {
    Reading reading = new Reading();
    Optional<T> all = read(text, reading).tried(reader);
    reading.end();
    return all.orElseThrow();
  }

  /// {@return the only document of a text}
  static Place read(String text, Reading reading) throws YamlException {
    try {
      Optional<Node> root = new StrictComposer(text).getSingleNode();
      return new Place(
          root.orElseThrow(() -> new YamlException(1, "", "nothing there")), "", reading);
    } catch (MarkedYamlEngineException e) {
      throw new YamlException(line(e.getProblemMark()), "", words(e.getProblem()));
    } catch (YamlEngineException e) {
      throw new YamlException(1, "", e.getMessage());
    }
  }

  /// What is meant by the message that everybody meets first.
  private static String words(String problem) {
    return problem.startsWith("mapping values are not allowed")
        ? problem + "; text with ': ' inside has to be in quotes"
        : problem;
  }

  static String print(Node root) {
    Text text = new Text();
    new Dump(DUMP).dumpNode(root, text);
    return text.toString();
  }

  /// {@return the line of a mark, from 1}
  static int line(Optional<Mark> mark) {
    return mark.map(Mark::getLine).orElse(0) + 1;
  }

  /// Refuses anchors and tags, and what is nested so deeply that recursion would not come back
  /// from it.
  private static final class StrictComposer extends Composer {
    private int depth;

    StrictComposer(String text) {
      super(LOAD, new ParserImpl(LOAD, new StreamReader(LOAD, text)));
    }

    @Override
    protected Node composeScalarNode(Optional<Anchor> anchor, List<CommentLine> comments) {
      requirePlain(anchor);
      return super.composeScalarNode(anchor, comments);
    }

    @Override
    protected SequenceNode composeSequenceNode(Optional<Anchor> anchor) {
      enter(anchor);
      SequenceNode node = super.composeSequenceNode(anchor);
      depth--;
      return node;
    }

    @Override
    protected Node composeMappingNode(Optional<Anchor> anchor) {
      enter(anchor);
      Node node = super.composeMappingNode(anchor);
      depth--;
      return node;
    }

    private void enter(Optional<Anchor> anchor) {
      requirePlain(anchor);
      require(++depth <= DEEPEST, "at most " + DEEPEST + " levels");
    }

    private void requirePlain(Optional<Anchor> anchor) {
      require(anchor.isEmpty(), "no anchor");
      Event event = parser.peekEvent();
      boolean tagged =
          (event instanceof ScalarEvent scalar && scalar.getTag().isPresent())
              || (event instanceof CollectionStartEvent start && start.getTag().isPresent());
      require(!tagged, "no tag");
    }

    private void require(boolean condition, String expected) {
      if (!condition) {
        throw new ComposerException("expected " + expected, parser.peekEvent().getStartMark());
      }
    }
  }

  private static final class Text implements StreamDataWriter {
    private final StringBuilder all = new StringBuilder();

    @Override
    public void write(String text) {
      all.append(text);
    }

    @Override
    public void write(String text, int offset, int length) {
      all.append(text, offset, offset + length);
    }

    @Override
    public String toString() {
      return all.toString();
    }
  }
}
