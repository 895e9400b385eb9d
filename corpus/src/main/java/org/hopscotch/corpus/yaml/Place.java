package org.hopscotch.corpus.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// One value in a YAML text, which knows where it is; what {@link Nodes} and {@link MapNode} write.
///
/// @param path the keys and positions that lead there
/// @param reading which is told what is wrong here
record Place(Node node, String path, Reading reading) {
  private static final Set<Tag> TEXTUAL = Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL);
  private static final int LONGEST_EXCERPT = 40;

  /// Makes something of what is in a place.
  interface Reader<T> {
    T read(Place place) throws YamlException;
  }

  /// Makes something of what is in a place below a name.
  interface NamedReader<T> {
    T read(String name, Place place) throws YamlException;
  }

  /// {@return what a text could not be read for}
  ///
  /// @param expected what should be here
  YamlException expected(String expected) {
    return problem("expected %s, found %s".formatted(expected, found()));
  }

  YamlException problem(String problem) {
    return new YamlException(problemHere(problem));
  }

  /// Tells what is wrong here; reading goes on.
  void note(String problem) {
    reading.note(problemHere(problem));
  }

  /// Tells what is wrong here, unless something else of the same kind was told.
  void noteOnce(String kind, String problem) {
    reading.noteOnce(path + " " + kind, problemHere(problem));
  }

  private Problem problemHere(String problem) {
    return new Problem(line(), path, problem);
  }

  int line() {
    return Yaml.line(node.getStartMark());
  }

  /// {@return what a reader makes of this; when it cannot, it is noted}
  <T> Optional<T> tried(Reader<T> reader) {
    try {
      return Optional.of(reader.read(this));
    } catch (YamlException e) {
      reading.note(e.problem());
      return Optional.empty();
    }
  }

  /// {@return what a reader makes of this, or `otherwise`}
  <T> T read(Reader<T> reader, T otherwise) {
    return tried(reader).orElse(otherwise);
  }

  /// {@return what a reader makes of each item of a list, but for those that it cannot read}
  <T> List<T> each(Reader<T> reader) throws YamlException {
    List<T> all = new ArrayList<>();
    for (Place item : items()) {
      item.tried(reader).ifPresent(all::add);
    }
    return all;
  }

  /// {@return what a reader makes of each value of a map, but for those that it cannot read}
  <T> Map<String, T> eachOf(Reader<T> reader) throws YamlException {
    Map<String, T> all = new LinkedHashMap<>();
    entries()
        .takeAll()
        .forEach((key, value) -> value.tried(reader).ifPresent(one -> all.put(key, one)));
    return all;
  }

  /// {@return what a reader makes of the entries of a map}
  ///
  /// @param otherwise what to go on with where it cannot
  <T> List<T> eachNamed(NamedReader<T> reader, Function<String, T> otherwise) throws YamlException {
    List<T> all = new ArrayList<>();
    entries()
        .takeAll()
        .forEach((name, value) ->
            all.add(
                value.tried(one -> reader.read(name, one)).orElseGet(() -> otherwise.apply(name))));
    return all;
  }

  /// {@return the value of one of some keys of this map, the first that is there; nothing is noted}
  Optional<Place> peek(List<String> keys) {
    if (!isMap()) {
      return Optional.empty();
    }
    List<NodeTuple> tuples = ((MappingNode) node).getValue();
    return keys.stream()
        .flatMap(key ->
            tuples.stream()
                .filter(tuple -> at(tuple.getKeyNode()).isScalar(key))
                .map(tuple -> below(key, tuple.getValueNode())))
        .findFirst();
  }

  private boolean isScalar(String text) {
    return node instanceof ScalarNode scalar && scalar.getValue().equals(text);
  }

  /// {@return the text of this, whatever it stands for; empty for a map or list}
  String raw() {
    return node instanceof ScalarNode scalar ? scalar.getValue() : "";
  }

  boolean isText() {
    return node.getTag().equals(Tag.STR);
  }

  boolean isNumber() {
    return node.getTag().equals(Tag.INT) || (isText() && Digits.isHexadecimal(scalar()));
  }

  boolean isFlag() {
    return node.getTag().equals(Tag.BOOL);
  }

  boolean isNull() {
    return node.getTag().equals(Tag.NULL);
  }

  boolean isList() {
    return node.getTag().equals(Tag.SEQ);
  }

  boolean isMap() {
    return node.getTag().equals(Tag.MAP);
  }

  /// {@return a text, which may look like a number}
  String text() throws YamlException {
    if (!TEXTUAL.contains(node.getTag())) {
      throw expected("text");
    }
    return scalar();
  }

  /// {@return a text that nobody takes for a number or a truth value; where it is is remembered}
  String name() throws YamlException {
    if (!isText()) {
      throw expected(
          TEXTUAL.contains(node.getTag()) ? "text in quotes, \"%s\"".formatted(scalar()) : "text");
    }
    String name = scalar();
    reading.remember(name, this);
    return name;
  }

  /// {@return one of some words}
  String word(Collection<String> words) throws YamlException {
    String text = text();
    if (!words.contains(text)) {
      throw problem(
          "expected one of %s, found '%s'%s"
              .formatted(String.join(", ", words), excerpt(text), Spelling.hint(text, words)));
    }
    return text;
  }

  /// {@return what a text stands for; where it is is remembered}
  ///
  /// @param parser which throws IllegalArgumentException or ArithmeticException for nonsense
  <T> T parsed(Function<String, T> parser) throws YamlException {
    String text = text();
    T parsed = built(() -> parser.apply(text));
    reading.remember(parsed, this);
    return parsed;
  }

  /// {@return what a constructor makes of what is here, unless it takes it for nonsense}
  <T> T built(Supplier<T> construction) throws YamlException {
    try {
      return construction.get();
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw problem(String.valueOf(e.getMessage()));
    }
  }

  /// {@return a number of up to 64 bits, signed or unsigned}
  long number() throws YamlException {
    if (!isNumber()) {
      throw expected("a number");
    }
    return Digits.number(scalar())
        .orElseThrow(() -> expected("a number of at most 64 bits, decimal or hexadecimal"));
  }

  /// {@return a number that C's `int` holds}
  int integer() throws YamlException {
    long number = number();
    if (number != (int) number) {
      throw expected("a number of at most 32 bits");
    }
    return (int) number;
  }

  boolean flag() throws YamlException {
    if (!isFlag()) {
      throw expected("true or false");
    }
    return Boolean.parseBoolean(scalar());
  }

  /// {@return whether this begins as bytes do}
  boolean isBytes() {
    return isText() && scalar().startsWith(Nodes.HEX);
  }

  /// {@return raw bytes: pairs of hexadecimal digits, with space where it is wanted}
  byte[] bytes() throws YamlException {
    if (!isBytes()) {
      throw expected("bytes");
    }
    return Digits.bytes(scalar().substring(Nodes.HEX.length()))
        .orElseThrow(() -> expected("two hexadecimal digits a byte"));
  }

  List<Place> items() throws YamlException {
    if (!isList()) {
      throw expected("a list");
    }
    List<Place> items = new ArrayList<>();
    for (Node item : ((SequenceNode) node).getValue()) {
      items.add(new Place(item, "%s[%d]".formatted(path, items.size()), reading));
    }
    return items;
  }

  /// {@return an item of a list; the list where it has none}
  Place item(int index) {
    List<Node> items = node instanceof SequenceNode list ? list.getValue() : List.of();
    return index < items.size()
        ? new Place(items.get(index), "%s[%d]".formatted(path, index), reading)
        : this;
  }

  Entries entries() throws YamlException {
    if (!isMap()) {
      throw expected("a map");
    }
    return Entries.of(this, ((MappingNode) node).getValue());
  }

  /// {@return the value of a key in this map}
  Place below(String key, Node value) {
    return new Place(value, path.isEmpty() ? key : path + "." + key, reading);
  }

  /// {@return a node of this map or list that has no path of its own}
  Place at(Node inside) {
    return new Place(inside, path, reading);
  }

  private String scalar() {
    return ((ScalarNode) node).getValue();
  }

  private String found() {
    return switch (node.getNodeType()) {
      case MAPPING -> "a map";
      case SEQUENCE -> "a list";
      case SCALAR -> isNull() ? "nothing" : "'" + excerpt(scalar()) + "'";
      case ANCHOR -> "an anchor";
    };
  }

  private static String excerpt(String text) {
    return text.length() <= LONGEST_EXCERPT ? text : text.substring(0, LONGEST_EXCERPT) + "...";
  }
}
