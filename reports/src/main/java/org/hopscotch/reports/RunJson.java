package org.hopscotch.reports;

import java.io.Writer;
import org.hopscotch.model.scenario.Finding;
import tools.jackson.core.JsonGenerator;

/// Writes the result of a run as JSON, for machines and for rendering again.
public final class RunJson {
  private static final int FORMAT = 1;

  private RunJson() {}

  /// Writes all of `result` to `out` and flushes it.
  public static void write(RunResult result, Writer out) {
    JsonGenerator json = Json.generator(out);
    json.writeStartObject();
    json.writeNumberProperty("format", FORMAT);
    json.writeStringProperty("command", result.command());
    result.seed().ifPresent(seed -> json.writeStringProperty("seed", Long.toString(seed)));
    json.writeNumberProperty("tries", result.tries());
    json.writeBooleanProperty("clean", result.clean());
    json.writeStringProperty("repeat", result.repeat());
    json.writeObjectPropertyStart("cases");
    json.writeNumberProperty("asExpected", result.cases().asExpected());
    json.writeNumberProperty("of", result.cases().of());
    json.writeArrayPropertyStart("problems");
    result.cases().problems().forEach(json::writeString);
    json.writeEndArray();
    json.writeEndObject();
    json.writeObjectPropertyStart("streams");
    json.writeNumberProperty("identical", result.streams().identical());
    json.writeNumberProperty("of", result.streams().of());
    json.writeArrayPropertyStart("problems");
    result.streams().problems().forEach(json::writeString);
    json.writeEndArray();
    json.writeEndObject();
    json.writeObjectPropertyStart("drawn");
    result
        .drawn()
        .forEach((group, kinds) -> {
          json.writeName(group);
          Json.numbers(json, kinds);
        });
    json.writeEndObject();
    json.writeObjectPropertyStart("verdicts");
    result
        .verdicts()
        .forEach((invariant, counts) -> {
          json.writeObjectPropertyStart(invariant);
          counts.forEach((verdict, n) -> json.writeNumberProperty(verdict.words(), n));
          json.writeEndObject();
        });
    json.writeEndObject();
    json.writeArrayPropertyStart("remarks");
    result.remarks().forEach(json::writeString);
    json.writeEndArray();
    json.writeArrayPropertyStart("findings");
    result.findings().forEach(found -> finding(json, found));
    json.writeEndArray();
    json.writeEndObject();
    json.writeRaw(System.lineSeparator());
    json.flush();
  }

  private static void finding(JsonGenerator json, RunResult.Found found) {
    Finding finding = found.finding();
    json.writeStartObject();
    json.writeStringProperty("signature", finding.signature());
    json.writeStringProperty("invariant", finding.invariant());
    json.writeStringProperty("reason", finding.reasonClass());
    finding.severity().ifPresent(how -> json.writeStringProperty("severity", how.words()));
    json.writeStringProperty("because", finding.because());
    json.writeStringProperty("origin", finding.origin());
    json.writeStringProperty("file", finding.file());
    json.writeNumberProperty("case", found.number());
    json.writeNumberProperty("cases", found.cases());
    json.writeArrayPropertyStart("also");
    found.also().forEach(json::writeString);
    json.writeEndArray();
    json.writeEndObject();
  }
}
