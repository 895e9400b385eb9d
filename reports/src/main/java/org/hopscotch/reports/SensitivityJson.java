package org.hopscotch.reports;

import java.io.Writer;
import org.hopscotch.model.scenario.ScenarioSize;
import tools.jackson.core.JsonGenerator;

/// Writes how well planted defects were found as JSON.
public final class SensitivityJson {
  private static final int FORMAT = 1;

  private SensitivityJson() {}

  /// Writes all of `result` to `out` and flushes it.
  public static void write(SensitivityResult result, Writer out) {
    JsonGenerator json = Json.generator(out);
    json.writeStartObject();
    json.writeNumberProperty("format", FORMAT);
    json.writeStringProperty("repeat", result.repeat());
    json.writeNumberProperty("trials", result.trials());
    json.writeNumberProperty("tries", result.tries());
    json.writeBooleanProperty("reached", result.reached());
    json.writeArrayPropertyStart("targets");
    for (SensitivityResult.Target target : result.targets()) {
      json.writeStartObject();
      json.writeStringProperty("target", target.words());
      json.writeBooleanProperty("reached", target.reached());
      strings(json, "missing", target.missing());
      json.writeEndObject();
    }
    json.writeEndArray();
    result
        .sound()
        .ifPresent(sound -> {
          json.writeObjectPropertyStart("sound");
          json.writeNumberProperty("drawn", sound.drawn());
          strings(json, "falsely", sound.falsely());
          json.writeEndObject();
        });
    json.writeArrayPropertyStart("defects");
    result.rows().forEach(row -> row(json, row));
    json.writeEndArray();
    json.writeEndObject();
    json.writeRaw(System.lineSeparator());
    json.flush();
  }

  private static void strings(JsonGenerator json, String name, Iterable<String> all) {
    json.writeArrayPropertyStart(name);
    all.forEach(json::writeString);
    json.writeEndArray();
  }

  private static void row(JsonGenerator json, SensitivityResult.Row row) {
    json.writeStartObject();
    json.writeStringProperty("catalogue", row.catalogue());
    json.writeStringProperty("id", row.id());
    json.writeStringProperty("line", row.line());
    sought(json, "drawn", row.drawn());
    row.naive().ifPresent(one -> sought(json, "naive", one));
    json.writeNumberProperty("unplayed", row.unplayed());
    SensitivityResult.Small small = row.small();
    json.writeObjectPropertyStart("minimised");
    json.writeObjectPropertyStart("names");
    small.names().forEach(json::writeNumberProperty);
    json.writeEndObject();
    json.writeNumberProperty("signatures", small.signatures());
    spread(json, "sizes", small.sizes());
    small.minimum().ifPresent(size -> size(json, size));
    json.writeNumberProperty("measured", small.measured());
    json.writeNumberProperty("least", small.least());
    json.writeNumberProperty("less", small.less());
    spread(json, "micros", small.micros());
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void sought(JsonGenerator json, String name, SensitivityResult.Sought one) {
    json.writeObjectPropertyStart(name);
    json.writeNumberProperty("found", one.found());
    spread(json, "tries", one.tries());
    spread(json, "micros", one.micros());
    json.writeEndObject();
  }

  private static void spread(JsonGenerator json, String name, Spread spread) {
    json.writeObjectPropertyStart(name);
    json.writeNumberProperty("least", spread.least());
    json.writeNumberProperty("lower", spread.lower());
    json.writeNumberProperty("median", spread.median());
    json.writeNumberProperty("upper", spread.upper());
    json.writeNumberProperty("most", spread.most());
    json.writeEndObject();
  }

  private static void size(JsonGenerator json, ScenarioSize size) {
    json.writeObjectPropertyStart("minimum");
    json.writeNumberProperty("releases", size.releases());
    json.writeNumberProperty("devices", size.devices());
    json.writeNumberProperty("fields", size.fields());
    json.writeNumberProperty("rows", size.rows());
    json.writeNumberProperty("hops", size.hops());
    json.writeEndObject();
  }
}
