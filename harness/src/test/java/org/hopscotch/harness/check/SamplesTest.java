package org.hopscotch.harness.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.hopscotch.harness.Repository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the documentation shows in Java compiles, and its tests pass.
class SamplesTest {
  private static final Pattern SAMPLE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern CLASS = Pattern.compile("(?m)^(?:public )?class (\\w+)");
  private static final Pattern TEST = Pattern.compile("@Test\\s+void (\\w+)\\(");

  record Sample(Path file, int number, String text) {
    boolean isWhole() {
      return CLASS.matcher(text).find();
    }

    String name() {
      Matcher named = CLASS.matcher(text);
      return named.find() ? named.group(1) : "Sample" + number;
    }

    /// {@return the text as a file of Java: parts stand in a class with the imports that a reader
    /// would have, statements in a test of it}
    ///
    /// @param whole the sample before, whose constants a part may use
    String source(String whole) {
      if (isWhole()) {
        return text;
      }
      boolean members =
          text.contains("@ForAll") || text.contains("@Provide") || TEST.matcher(text).find();
      String inside = members ? text : "@Test void runs() throws Exception {\n" + text + "}\n";
      return """
      import static org.assertj.core.api.Assertions.assertThat;
      import static org.hopscotch.corpus.dsl.Fields.*;
      import static org.hopscotch.corpus.dsl.Properties.*;
      import static org.hopscotch.corpus.dsl.Telling.*;
      import static org.hopscotch.model.scenario.InvariantId.*;
      import net.jqwik.api.*;
      import net.jqwik.api.domains.Domain;
      import org.hopscotch.corpus.dsl.*;
      import org.hopscotch.corpus.yaml.CaseYaml;
      import org.hopscotch.generators.history.*;
      import org.hopscotch.generators.jqwik.*;
      import org.hopscotch.harness.check.Promises;
      import org.hopscotch.model.scenario.*;
      import org.hopscotch.model.schema.ScalarType;
      import org.junit.jupiter.api.Test;
      class %s %s {
      %s
      }
      """
          .formatted(name(), whole.isEmpty() ? "" : "extends " + whole, inside);
    }

    @Override
    public String toString() {
      return file.getFileName() + " " + number;
    }
  }

  @TempDir private Path classes;

  static List<Path> documents() throws IOException {
    try (Stream<Path> docs = Files.list(Repository.root().resolve("docs"))) {
      return Stream.concat(
              Stream.of(Repository.root().resolve("README.md")),
              docs.filter(file -> file.toString().endsWith(".md")).sorted())
          .filter(file -> !samples(file).isEmpty())
          .toList();
    }
  }

  private static List<Sample> samples(Path file) {
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<Sample> all = new ArrayList<>();
    SAMPLE
        .matcher(text)
        .results()
        .forEach(found -> all.add(new Sample(file, all.size() + 1, found.group(1))));
    return all;
  }

  @Test
  void thereAreSamples() throws IOException {
    assertThat(documents()).extracting(file -> file.getFileName().toString()).contains("java.md");
  }

  @ParameterizedTest
  @MethodSource("documents")
  void compilesAndPasses(Path file) throws Exception {
    List<JavaFileObject> sources = new ArrayList<>();
    List<String> names = new ArrayList<>();
    List<String> tests = new ArrayList<>();
    String whole = "";
    for (Sample sample : samples(file)) {
      String source = sample.source(whole);
      whole = sample.isWhole() ? sample.name() : whole;
      // One package, whatever a sample says, so that parts see what is not public.
      source = "package samples;\n" + source.replaceFirst("(?m)^package .*;\n", "");
      sources.add(new Source("samples/" + sample.name(), source));
      names.add("samples." + sample.name());
      tests.add(source);
    }
    compile(sources);
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {classes.toUri().toURL()}, SamplesTest.class.getClassLoader())) {
      for (int i = 0; i < names.size(); i++) {
        run(loader.loadClass(names.get(i)), tests.get(i));
      }
    }
  }

  private static void run(Class<?> sample, String source) throws ReflectiveOperationException {
    var constructor = sample.getDeclaredConstructor();
    constructor.setAccessible(true);
    Matcher test = TEST.matcher(source);
    while (test.find()) {
      var method = sample.getDeclaredMethod(test.group(1));
      method.setAccessible(true);
      method.invoke(constructor.newInstance());
    }
  }

  private void compile(List<JavaFileObject> sources) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(problems, null, null)) {
      List<String> options =
          List.of(
              "-d",
              classes.toString(),
              "-proc:none",
              "-classpath",
              System.getProperty(
                  "surefire.test.class.path", System.getProperty("java.class.path")));
      compiler.getTask(null, files, problems, options, null, sources).call();
    }
    assertThat(problems.getDiagnostics())
        .filteredOn(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
        .isEmpty();
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String name, String text) {
      super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
