package org.hopscotch.corpus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.hopscotch.model.wire.Description;
import org.hopscotch.model.wire.DescriptionParser.MalformedDescription;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Reads the JSON of a VMDESCRIPTION (wire-format section 10.1), token by token: objects of lists
/// repeat their keys for every element, which a reader into a tree would lose. Also writes it.
public final class DescriptionJson {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final JsonParser parser;

  /// Each of the few there are once.
  private final Map<String, String> types = new HashMap<>();

  private DescriptionJson(JsonParser parser) {
    this.parser = parser;
  }

  /// {@return the description that the UTF-8 text `json` is}
  ///
  /// Keys that are not known are passed over, since later releases may add some.
  ///
  /// @throws MalformedDescription when it is not JSON, lacks what every description has, or gives a
  ///     count or size that is not a number from 0 to 2³¹-1
  public static Description parse(byte[] json) throws MalformedDescription {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
      DescriptionJson reader = new DescriptionJson(parser);
      reader.expect(parser.nextToken(), JsonToken.START_OBJECT);
      Description description = reader.top();
      if (parser.nextToken() != null) {
        throw reader.malformed("more text behind the description");
      }
      return description;
    } catch (JacksonException e) {
      long offset = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getByteOffset());
      throw new MalformedDescription((int) offset, "not JSON: " + e.getOriginalMessage());
    }
  }

  /// {@return the text of a description, byte for byte as QEMU 7.2, 10.0 and 11.1 write it:
  /// one line, a blank behind each colon and comma. Parsing it gives an equal description}
  public static byte[] print(Description description) {
    return DescriptionPrinter.print(description);
  }

  private Description top() throws MalformedDescription {
    Optional<Description.Vmsd> configuration = Optional.empty();
    OptionalInt pageSize = OptionalInt.empty();
    List<Description.Section> sections = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      JsonToken value = parser.nextToken();
      switch (key) {
        case "configuration" -> configuration = Optional.of(object().vmsd());
        case "page_size" -> pageSize = OptionalInt.of(count(value));
        case "devices" -> {
          expect(value, JsonToken.START_ARRAY);
          while (parser.nextToken() != JsonToken.END_ARRAY) {
            sections.add(object().section());
          }
        }
        default -> parser.skipChildren();
      }
    }
    return new Description(configuration, pageSize, sections);
  }

  /// Reads the object that starts at the current token, whatever it turns out to stand for.
  private Entry object() throws MalformedDescription {
    expect(parser.currentToken(), JsonToken.START_OBJECT);
    Entry entry = new Entry();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      JsonToken value = parser.nextToken();
      switch (key) {
        case "name" -> entry.name = text(value);
        case "type" -> entry.type = types.computeIfAbsent(text(value), type -> type);
        case "instance_id" -> entry.instanceId = parser.getLongValue();
        case "array_len" -> entry.count = count(value);
        case "index" -> entry.index = OptionalInt.of(count(value));
        case "size" -> entry.size = count(value);
        case "vmsd_name" -> entry.vmsds.add(new Group(text(value)));
        case "version" -> entry.group().version = parser.getIntValue();
        case "fields" -> fields(entry, value);
        case "subsections" -> {
          expect(value, JsonToken.START_ARRAY);
          while (parser.nextToken() != JsonToken.END_ARRAY) {
            entry.group().subsections.add(object().vmsd());
          }
        }
        case "struct" -> {
          Entry struct = object();
          entry.vmsds.addAll(struct.vmsds);
        }
        default -> parser.skipChildren();
      }
    }
    return entry;
  }

  private void fields(Entry entry, JsonToken value) throws MalformedDescription {
    expect(value, JsonToken.START_ARRAY);
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      Description.Field field = object().field();
      if (entry.vmsds.isEmpty()) {
        entry.rawFields++;
      } else {
        entry.group().fields.add(field);
      }
    }
  }

  private String text(JsonToken token) throws MalformedDescription {
    expect(token, JsonToken.VALUE_STRING);
    return parser.getString();
  }

  private int count(JsonToken token) throws MalformedDescription {
    expect(token, JsonToken.VALUE_NUMBER_INT);
    long value = parser.getLongValue();
    if (value < 0 || value > Integer.MAX_VALUE) {
      throw malformed("%s of %d".formatted(parser.currentName(), value));
    }
    return (int) value;
  }

  private void expect(JsonToken token, JsonToken expected) throws MalformedDescription {
    if (token != expected) {
      throw malformed("%s where %s is due".formatted(token, expected));
    }
  }

  private MalformedDescription malformed(String problem) {
    return new MalformedDescription(
        (int) Math.max(0, parser.currentTokenLocation().getByteOffset()), problem);
  }

  /// The members of one VMSD, which lie flat in the object of a section, subsection or field; a
  /// list's field has one such group an element.
  private static final class Group {
    private final String name;
    private final List<Description.Field> fields = new ArrayList<>();
    private final List<Description.Vmsd> subsections = new ArrayList<>();
    private int version;

    Group(String name) {
      this.name = name;
    }

    Description.Vmsd vmsd() {
      return new Description.Vmsd(name, version, fields, subsections);
    }
  }

  /// One object with whatever members it had. What it stands for shows by the place it is in.
  private final class Entry {
    private final List<Group> vmsds = new ArrayList<>(1);
    private String name = "";
    private String type = "";
    private long instanceId;
    private int count = 1;
    private OptionalInt index = OptionalInt.empty();
    private int size = -1;
    private int rawFields;

    Group group() throws MalformedDescription {
      if (vmsds.isEmpty()) {
        throw malformed("members of a VMSD before its vmsd_name");
      }
      return vmsds.getLast();
    }

    Description.Vmsd vmsd() throws MalformedDescription {
      return group().vmsd();
    }

    Description.Section section() throws MalformedDescription {
      if (name.isEmpty()) {
        throw malformed("a section without name");
      }
      return new Description.Section(
          name, instanceId, vmsds.isEmpty() ? oldStyle() : vmsds.getFirst().vmsd());
    }

    private Description.OldStyle oldStyle() throws MalformedDescription {
      if (size < 0 || rawFields != 1) {
        throw malformed("section " + name + " with neither a VMSD nor a size");
      }
      return new Description.OldStyle(size);
    }

    Description.Field field() throws MalformedDescription {
      if (type.isEmpty() || size < 0) {
        throw malformed("field '" + name + "' without type or size");
      }
      return new Description.Field(
          name, type, count, index, size, vmsds.stream().map(Group::vmsd).toList());
    }
  }
}
