package org.hopscotch.corpus;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.hopscotch.model.wire.Description;
import org.hopscotch.model.wire.DescriptionParser.MalformedDescription;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Leaves sections out of a VMDESCRIPTION's text, for a stream that was cut down. What stays is the
/// text as it was: blanks, unknown keys and all.
public final class DescriptionCutter {
  private static final JsonFactory FACTORY = new JsonFactory();

  private DescriptionCutter() {}

  /// A section's object in the text, as offsets in bytes.
  private record Place(int start, int end) {}

  /// {@return the text without the sections that are not `wanted`}
  ///
  /// @throws MalformedDescription when `json` is not a description
  public static byte[] keeping(byte[] json, Predicate<Description.Section> wanted)
      throws MalformedDescription {
    List<Description.Section> sections = DescriptionJson.parse(json).sections();
    List<Place> places = places(json);
    ByteArrayOutputStream out = new ByteArrayOutputStream(json.length);
    int copied = 0;
    boolean first = true;
    for (int i = 0; i < places.size(); i++) {
      Place place = places.get(i);
      // The text between two sections, a comma, stays before each but the first.
      int from = i == 0 || !first ? copied : place.start();
      if (wanted.test(sections.get(i))) {
        out.write(json, from, place.end() - from);
        first = false;
      } else if (i == 0) {
        out.write(json, 0, place.start());
      }
      copied = place.end();
    }
    out.write(json, copied, json.length - copied);
    return out.toByteArray();
  }

  /// The elements of `devices`, which {@link DescriptionJson} has found to be objects.
  private static List<Place> places(byte[] json) {
    List<Place> places = new ArrayList<>();
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
      parser.nextToken();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        boolean devices = parser.currentName().equals("devices");
        parser.nextToken();
        if (!devices) {
          parser.skipChildren();
          continue;
        }
        while (parser.nextToken() == JsonToken.START_OBJECT) {
          int start = (int) parser.currentTokenLocation().getByteOffset();
          parser.skipChildren();
          places.add(new Place(start, (int) parser.currentLocation().getByteOffset()));
        }
      }
    } catch (JacksonException e) {
      throw new IllegalStateException("parsed before, and now not", e);
    }
    return places;
  }
}
