package org.hopscotch.reports;

import java.io.Writer;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/// How all JSON of this package is laid out: for people to read, too.
final class Json {
  private static final JsonFactory FACTORY = new JsonFactory();

  private Json() {}

  /// {@return a generator of indented JSON}
  static JsonGenerator generator(Writer out) {
    ObjectWriteContext indented =
        new ObjectWriteContext.Base() {
          @Override
          public PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter();
          }
        };
    return FACTORY.createGenerator(indented, out);
  }

  /// Writes an object of numbers.
  static void numbers(JsonGenerator json, Map<String, Long> numbers) {
    json.writeStartObject();
    numbers.forEach(json::writeNumberProperty);
    json.writeEndObject();
  }
}
