package org.hopscotch.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hopscotch.model.schema.ExpressionText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class VectorsTest {

  private static final Path FILE = Path.of("vectors", "qemu-7.2.json");

  static List<Vector> shipped() throws IOException {
    return Vectors.in(FILE).vectors();
  }

  /// {@return the vectors that are shipped, and those of families that they leave out}
  static List<Vector> all() throws IOException {
    List<Vector> all = new ArrayList<>(shipped());
    try (InputStream in = VectorsTest.class.getResourceAsStream("other-families.json")) {
      all.addAll(Vectors.read(in.readAllBytes()).vectors());
    }
    return all;
  }

  private static Vectors read(String json) {
    return Vectors.read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  private static String vector(String schema, String state, String hex) {
    return """
    [{'id': 'v', 'name': 's', 'version': 1, 'minimum': 1, 'schema': %s, 'state': %s,
      'hex': '%s', 'vmdesc': {'vmsd_name': 's', 'version': 1, 'fields': []}}]
    """
        .formatted(schema, state, hex);
  }

  @Test
  void readsTheNotationOfFamiliesThatNoVectorOfQemuHas() throws IOException {
    try (InputStream in = VectorsTest.class.getResourceAsStream("other-families.json")) {
      Vectors vectors = Vectors.read(in.readAllBytes());
      assertThat(vectors.unreadable()).isEmpty();
      assertThat(vectors.vectors()).hasSize(19);
      assertThat(vectors.vectors())
          .flatExtracting(VectorCheck::problems)
          .extracting(VectorCheck.Problem::toString)
          .isEmpty();
    }
  }

  @Test
  void allShippedVectorsCanBeRead() throws IOException {
    assertThat(Vectors.in(FILE).unreadable()).isEmpty();
    assertThat(shipped()).hasSize(22);
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void qemusOwnBytesAndDescriptionsAreOurs(Vector vector) throws IOException {
    assertThat(VectorCheck.problems(vector)).isEmpty();
  }

  /// Whatever byte of a vector were different, the check would tell, at that byte.
  @ParameterizedTest
  @MethodSource("shipped")
  void everyChangedByteIsFound(Vector vector) throws IOException {
    for (int i = 0; i < vector.expected().length; i++) {
      byte[] changed = vector.expected().clone();
      changed[i] ^= 0x40;
      Vector other =
          new Vector(
              vector.id(), vector.section(), vector.state(), changed, vector.expectedLayout());
      VectorCheck.Problem problem = VectorCheck.problems(other).getFirst();
      assertThat(problem.offset()).isEqualTo(i);
      assertThat(problem.vector()).isEqualTo(vector.id());
    }
  }

  @Test
  void aProblemNamesTheField() throws IOException {
    Vector structs =
        shipped().stream().filter(v -> v.id().equals("structs")).findFirst().orElseThrow();
    byte[] changed = structs.expected().clone();
    changed[2] = 0;
    Vector other =
        new Vector(
            structs.id(), structs.section(), structs.state(), changed, structs.expectedLayout());
    assertThat(VectorCheck.problems(other).getFirst())
        .hasToString(
            "vector structs, offset 2, field one/y: saving gives 0100020000030100, not "
                + "0000020000030100");
  }

  @Test
  void whatCannotBeReadIsNamedAndSpoilsNothingElse() throws IOException {
    String good = vector("[['a', 'UINT8']]", "{'a': 1}", "01");
    String bad = vector("[['a', 'UINT9_ARRAY', 3]]", "{}", "");
    Vectors vectors = read(good.strip().replaceFirst("]$", ",") + bad.strip().substring(1));
    assertThat(vectors.vectors()).hasSize(1);
    assertThat(vectors.unreadable())
        .containsExactly(new Vectors.Unreadable("v", "a", "UINT9_ARRAY", "unknown family"));
    assertThat(read(vector("[['a', 'ARRAY', {'of': 'uint8'}]]", "{}", "")).unreadable())
        .containsExactly(
            new Vectors.Unreadable("v", "a", "ARRAY", "needs a number or member for 'count'"));
    assertThat(read("nonsense").unreadable()).hasSize(1);
  }

  /// Families that are not among the shipped vectors: the notation, a state, and the bytes.
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '~',
      value = {
        "[['a','U16'],['b','UINTTL']] # {'a':1,'b':2} # 00010000000000000002",
        "[['a','VMSTATE_UINT8_EQUAL'],['b','UINT16_EQUAL_V',1],['c','INT32_EQUAL','hint']]"
            + " # {'a':1,'b':2,'c':-1} # 010002ffffffff",
        "[['v','INT32_POSITIVE_LE']] # {'v':2} # 00000002",
        "[['n','UINT8'],['n ok','VALIDATE','n < 3']] # {'n':2} # 02",
        "[['t','TIMER_PTR'],['u','TIMER']] # {'t':null,'u':5} # ffffffffffffffff0000000000000005",
        "[['t','TIMER_PTR_ARRAY',2]] # {'t':[null,1]} # 300000000000000001",
        "[['d','CPU_DOUBLE_U'],['f','FLOAT64']] # {'d':1.5,'f':'0x4000000000000000'}"
            + " # 3ff80000000000004000000000000000",
        "[['d','CPUDOUBLE_ARRAY',1]] # {'d':[-2.0]} # c000000000000000",
        "[['s','STATIC_BUFFER',{'size':2}],['b','BUFFER_UNSAFE',0,2]]"
            + " # {'s':'0102','b':[3,4]} # 01020304",
        "[['n','INT32'],['b','VBUFFER_ALLOC_UINT32',{'size':'n'}]] # {'n':1,'b':'aa'}"
            + " # 00000001aa",
        "[['n','INT32'],['b','PARTIAL_VBUFFER','n']] # {'n':1,'b':'aabb'} # 00000001aa",
        "[[null,'UNUSED_V',1,2],[null,'UNUSED_TEST','false',9]] # {} # 0000",
        "[['n','UINT32'],[null,'UNUSED_VARRAY_UINT32',{'count':'n','size':2}]] # {'n':1}"
            + " # 000000010000",
        "[['a','ARRAY',{'num':2,'of':'uint16'}],['m','2DARRAY',{'n1':1,'n2':2,'of':'int8'}]]"
            + " # {'a':[1,2],'m':[[-1,3]]} # 00010002ff03",
        "[['n','UINT16'],['a','VARRAY_UINT16_UNSAFE',{'count':'n','of':'UINT8'}]]"
            + " # {'n':1,'a':[7,8]} # 000107",
        "[['n','UINT32'],['a','VARRAY_MULTIPLY',{'count':'n','times':2,'of':'uint8'}]]"
            + " # {'n':1,'a':[7,8]} # 000000010708",
        "[['a','ARRAY_OF_POINTER',{'num':2,'of':'uint16'}]] # {'a':[null,5]} # 300005",
        "[['n','INT32'],['a','STRUCT_VARRAY_POINTER_INT32',{'count':'n'},"
            + "{'name':'i','fields':[['x','UINT8']]}]] # {'n':1,'a':[{'x':9}]} # 0000000109",
        "[['a','STRUCT_VARRAY_POINTER_KNOWN',1,{'name':'i','fields':[['x','UINT8']]}]]"
            + " # {'a':[{'x':9}]} # 09",
        "[['a','STRUCT_ARRAY_TEST',1,'version == 1',{'name':'i','fields':[['x','UINT8']]}]]"
            + " # {'a':[{'x':9}]} # 09",
        "[['a','VSTRUCT_V',{'version':1,'struct_version':1,'of':"
            + "{'name':'i','version':2,'fields':[['x','UINT8'],['y','UINT8_V',2]]}}]]"
            + " # {'a':{'x':9,'y':8}} # 09",
        "[['l','QLIST_V',{'version':1,'of':{'name':'i','version':1,'fields':[['x','UINT8']]}}]]"
            + " # {'l':[{'x':9}]} # 010900",
        "[['g','GTREE_V',{'version':1,'key':{'name':'k','version':1,'fields':[['i','UINT8']]},"
            + "'val':{'name':'v','version':1,'fields':[['x','UINT8']]}}]]"
            + " # {'g':[{'key':{'i':1},'val':{'x':9}}]} # 0000000101010900",
        "[['g','GTREE_DIRECT_KEY_V',{'version':1,'value':"
            + "{'name':'v','version':1,'fields':[['x','UINT8']]}}]]"
            + " # {'g':[{'key':3,'value':{'x':9}}]} # 000000010100000000000000030900",
        "[['c','CLOCK']] # {'c':{'period':16}} # 0000000000000010",
        "[['f','FIFO32',{'capacity':1}]] # {'f':{'data':'01020304','head':0,'num':1}}"
            + " # 010203040000000000000001",
        "[['m','MSIX']] # {'m':{'table':'00000000000000000000000000000001','pba':'80'}}"
            + " # 0000000000000000000000000000000180",
        "[['parent_obj','CPU']] # {'parent_obj':{'halted':1,'interrupt_request':2}}"
            + " # 0000000100000002",
        "[['v','VIRTIO_DEVICE',{'size':2}]] # {'v':'abcd'} # abcd"
      })
  void readsTheOtherFamilies(String schema, String state, String hex) throws IOException {
    Vectors vectors = read(vector(schema, state, hex));
    assertThat(vectors.unreadable()).isEmpty();
    // Their descriptions are not given: only what is said of them may be a problem.
    assertThat(VectorCheck.problems(vectors.vectors().getFirst()))
        .allMatch(problem -> problem.what().startsWith("the description"));
  }

  @Test
  void readsPciDevices() throws IOException {
    String config = "8680" + "00".repeat(254);
    Vectors vectors =
        read(
            vector(
                "[['dev','PCI_DEVICE']]",
                "{'dev': {'config': '8680', 'irq_state': [0,0,1,0], 'cmask': 'ffff'}}",
                "00000002" + config + "00000000000000000000000100000000"));
    assertThat(VectorCheck.problems(vectors.vectors().getFirst()))
        .allMatch(problem -> problem.what().startsWith("the description"));
  }

  @Test
  void readsHooksAndSubsectionsOfNestedSections() throws IOException {
    String schema =
        """
        [['m', 'STRUCT', {'name': 'i', 'version': 1, 'pre_save': ['x = 1', 'y = 2'],
          'fields': [['x', 'UINT8'], ['y', 'UINT8']],
          'subsections': [{'name': 'i/z', 'version': 1, 'needed': 'y == 2',
                           'fields': [['z', 'UINT8']]}]}],
         {'post_load': 'refuse "no" when m.x > 1'}]
        """
            .replace("\"no\"", "\\\"no\\\"");
    Vectors vectors =
        read(vector(schema, "{'m': {'x': 0, 'y': 0, 'z': 7}}", "01020503692f7a0000000107"));
    assertThat(vectors.unreadable()).isEmpty();
    Vector vector = vectors.vectors().getFirst();
    assertThat(ExpressionText.print(vector.section().hooks().postLoad()))
        .isEqualTo("refuse \"no\" when m.x > 1");
    assertThat(VectorCheck.problems(vector))
        .allMatch(problem -> problem.what().startsWith("the description"));
  }
}
