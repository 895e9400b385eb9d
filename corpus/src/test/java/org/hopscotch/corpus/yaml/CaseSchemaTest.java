package org.hopscotch.corpus.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hopscotch.corpus.BreakClass;
import org.hopscotch.model.release.PropertyKinds;
import org.hopscotch.model.schema.ScalarType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What editors check a case against takes what the reader takes.
class CaseSchemaTest {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String SCHEMA_LINE = "# yaml-language-server: $schema=case.schema.json\n";

  private static JsonNode text;
  private static Schema schema;

  @BeforeAll
  static void readSchema() throws IOException {
    text =
        JsonMapper.shared()
            .readTree(Files.readString(SampleCases.FOLDER.resolve("case.schema.json")));
    schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(text);
  }

  @ParameterizedTest
  @MethodSource("org.hopscotch.corpus.yaml.SampleCases#texts")
  void takesGoodCases(String yaml) throws YamlException, CaseException {
    assertThat(schema.validate(json(root(yaml)))).isEmpty();
    String printed = CaseYaml.print(CaseYaml.read(yaml));
    assertThat(schema.validate(json(root(printed)))).as(printed).isEmpty();
  }

  @Test
  void casesOfTheCorpusNameIt() throws IOException {
    List<String> corpus = SampleCases.texts();
    assertThat(corpus.subList(1, corpus.size())).allMatch(yaml -> yaml.startsWith(SCHEMA_LINE));
  }

  /// The guest is left out: what its values have to be, only the reader knows.
  @ParameterizedTest
  @MethodSource("org.hopscotch.corpus.yaml.SampleCases#few")
  void refusesWhatTheReaderRefuses(String yaml) throws YamlException {
    List<Damage> all = new ArrayList<>();
    Node root = root(yaml);
    collect(root, "", all);
    assertThat(all).hasSizeGreaterThan(50);
    for (Damage damage : all) {
      damage.make().run();
      assertThat(isRead(root)).as("reader: %s", damage.where()).isFalse();
      assertThat(schema.validate(json(root))).as("schema: %s", damage.where()).isNotEmpty();
      damage.undo().run();
    }
    assertThat(isRead(root)).isTrue();
  }

  private record Damage(String where, Runnable make, Runnable undo) {}

  /// Adds an unknown key to each map, and puts something of a wrong type in each other place.
  private static void collect(Node node, String path, List<Damage> all) {
    if (path.startsWith(".guest")) {
      return;
    }
    if (node instanceof MappingNode map) {
      NodeTuple unknown =
          new NodeTuple(Nodes.text("zzz"), new MapNode().put("zzz", Nodes.flow(List.of())).flow());
      all.add(
          new Damage(
              path + ".zzz",
              () -> map.getValue().add(unknown),
              () -> map.getValue().remove(unknown)));
      List<NodeTuple> tuples = map.getValue();
      for (int i = 0; i < tuples.size(); i++) {
        int at = i;
        NodeTuple old = tuples.get(i);
        String below = path + "." + ((ScalarNode) old.getKeyNode()).getValue();
        NodeTuple wrong = new NodeTuple(old.getKeyNode(), wrong(old.getValueNode()));
        all.add(new Damage(below, () -> tuples.set(at, wrong), () -> tuples.set(at, old)));
        collect(old.getValueNode(), below, all);
      }
    } else if (node instanceof SequenceNode list) {
      List<Node> items = list.getValue();
      for (int i = 0; i < items.size(); i++) {
        int at = i;
        Node old = items.get(i);
        String below = path + "[" + i + "]";
        Node wrong = wrong(old);
        all.add(new Damage(below, () -> items.set(at, wrong), () -> items.set(at, old)));
        collect(old, below, all);
      }
    }
  }

  private static Node wrong(Node node) {
    return Nodes.isCollection(node)
        ? new ScalarNode(Tag.FLOAT, "1.5", ScalarStyle.PLAIN)
        : Nodes.flow(List.of(Nodes.flow(List.of())));
  }

  private static boolean isRead(Node root) {
    try {
      return CaseYaml.read(Yaml.print(root)).about() != null;
    } catch (CaseException _) {
      return false;
    }
  }

  @Test
  void takesAHistoryThatHasNeitherGuestNorRoute() throws IOException, YamlException {
    String one = SampleCases.few().getLast();
    String releases = one.substring(one.indexOf("releases:"), one.indexOf("guest:"));
    String history = "format: 1\nkind: history\nabout: words\n" + releases;
    assertThat(schema.validate(json(root(history)))).isEmpty();
    assertThat(schema.validate(json(root(history + "route: []\n")))).isNotEmpty();
    assertThat(schema.validate(json(root(history + "expect: {}\n")))).isNotEmpty();
    assertThat(schema.validate(json(root(history.replace("kind: history", "kind: break")))))
        .isNotEmpty();
  }

  // ---- what is said twice

  @Test
  void knowsAllWords() {
    JsonNode defs = text.get("$defs");
    assertThat(words(defs.at("/kind/anyOf/0/enum"))).isEqualTo(set(PropertyKinds.names()));
    List<String> scalars = Arrays.stream(ScalarType.values()).map(ScalarType::wireName).toList();
    assertThat(words(defs.at("/member/properties/type/enum"))).isEqualTo(set(scalars));
    assertThat(words(defs.at("/field/properties/type/enum"))).containsAll(scalars);
    assertThat(keys(defs.at("/change/properties"))).isEqualTo(set(ChangeYaml.KINDS));
    assertThat(keys(defs.at("/expect/properties"))).isEqualTo(set(ExpectYaml.IDS));
    assertThat(words(defs.at("/verdict/enum"))).isEqualTo(set(ExpectYaml.WORDS));
    assertThat(words(defs.at("/expectation/anyOf/1/properties/violated/enum")))
        .isEqualTo(set(ExpectYaml.SEVERITIES));
    Map<String, String> classes = new TreeMap<>();
    defs.at("/class/oneOf")
        .forEach(
            one -> classes.put(one.get("const").asString(), one.get("description").asString()));
    assertThat(classes)
        .isEqualTo(
            Arrays.stream(BreakClass.values())
                .collect(Collectors.toMap(BreakClass::code, BreakClass::meaning)));
  }

  private static Set<String> words(JsonNode list) {
    Set<String> words = new TreeSet<>();
    list.forEach(word -> words.add(word.asString()));
    return words;
  }

  private static Set<String> keys(JsonNode map) {
    return new TreeSet<>(map.propertyNames());
  }

  private static Set<String> set(List<String> words) {
    return new TreeSet<>(words);
  }

  // ---- YAML as JSON

  private static Node root(String yaml) throws YamlException {
    return Yaml.read(yaml, new Reading()).node();
  }

  private static JsonNode json(Node node) {
    return switch (node) {
      case MappingNode map -> {
        ObjectNode object = JSON.objectNode();
        for (NodeTuple tuple : map.getValue()) {
          object.set(((ScalarNode) tuple.getKeyNode()).getValue(), json(tuple.getValueNode()));
        }
        yield object;
      }
      case SequenceNode list -> {
        ArrayNode array = JSON.arrayNode();
        list.getValue().forEach(item -> array.add(json(item)));
        yield array;
      }
      case ScalarNode scalar -> json(scalar);
      default -> throw new AssertionError(node);
    };
  }

  private static JsonNode json(ScalarNode scalar) {
    String value = scalar.getValue();
    Tag tag = scalar.getTag();
    if (tag.equals(Tag.INT)) {
      return JSON.numberNode(
          value.startsWith("0x") ? new BigInteger(value.substring(2), 16) : new BigInteger(value));
    } else if (tag.equals(Tag.FLOAT)) {
      return JSON.numberNode(Double.parseDouble(value));
    } else if (tag.equals(Tag.BOOL)) {
      return JSON.booleanNode(Boolean.parseBoolean(value));
    }
    return tag.equals(Tag.NULL) ? JSON.nullNode() : JSON.stringNode(value);
  }
}
