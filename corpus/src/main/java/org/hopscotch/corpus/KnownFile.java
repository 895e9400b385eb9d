package org.hopscotch.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.hopscotch.corpus.known.Known;
import org.hopscotch.corpus.yaml.KnownYaml;
import org.hopscotch.corpus.yaml.YamlException;

/// The file of facts that comes with the program.
final class KnownFile {
  /// What it says.
  static final Known SHIPPED = read();

  private static final String NAME = "known/known-sections.yaml";

  private KnownFile() {}

  private static Known read() {
    try (InputStream in = KnownFile.class.getResourceAsStream(NAME)) {
      return KnownYaml.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (YamlException e) {
      throw new IllegalStateException(NAME + ":" + e.getMessage(), e);
    }
  }
}
