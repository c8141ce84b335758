package dev.millrace.retrieval.corpus;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The named text fields of one JSON object on one line; fields of other names are passed over. */
final class JsonLine {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /** Ids, titles and texts, as BEIR and its relatives name them. */
  private static final Set<String> NAMES = Set.of("_id", "id", "title", "text");

  private static final int SHOWN = 60;

  private final Lines lines;
  private final Map<String, String> fields = new HashMap<>();

  private JsonLine(Lines lines) {
    this.lines = lines;
  }

  static JsonLine parse(String line, Lines lines) {
    JsonLine parsed = new JsonLine(lines);
    try (JsonParser parser = JSON.createParser(line)) {
      parsed.read(parser, line);
    } catch (JsonParseException e) {
      throw lines.error(
          "malformed JSON at column "
              + e.getLocation().getColumnNr()
              + ", "
              + e.getOriginalMessage()
              + "; expected one object per line, this one is "
              + shown(line),
          e);
    } catch (IOException e) {
      throw lines.error("malformed JSON, " + e + "; the line is " + shown(line), e);
    }
    return parsed;
  }

  /**
   * Returns {@code _id}, or {@code id} where that is missing: BEIR writes the one, many the other.
   */
  String id() {
    String id = fields.containsKey("_id") ? fields.get("_id") : fields.get("id");
    if (id == null) {
      throw lines.error("no id; expected a string in \"_id\" or \"id\"");
    }
    if (id.isBlank()) {
      throw lines.error("the id is blank; expected a name that judgments can refer to");
    }
    return id;
  }

  String title() {
    return fields.getOrDefault("title", "");
  }

  String text() {
    String text = fields.get("text");
    if (text == null) {
      throw lines.error("no \"text\"; expected a string, possibly empty");
    }
    return text;
  }

  private void read(JsonParser parser, String line) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw lines.error("expected one JSON object per line, this one is " + shown(line));
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (!NAMES.contains(name)) {
        parser.skipChildren();
      } else if (value == JsonToken.VALUE_STRING
          || (value == JsonToken.VALUE_NUMBER_INT && name.endsWith("id"))) {
        fields.put(name, parser.getText());
      } else if (value != JsonToken.VALUE_NULL) {
        throw lines.error("\"" + name + "\" is " + value.name() + "; expected a string");
      }
    }
    if (parser.nextToken() != null) {
      throw lines.error("something follows the object; expected one JSON object per line");
    }
  }

  private static String shown(String line) {
    return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
  }
}
