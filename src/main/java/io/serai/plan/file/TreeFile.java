package io.serai.plan.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of JSON values, one array of them or one after the other, or of YAML. Lines are looked up
 * only when a fault is reported, by reading the file once more.
 */
final class TreeFile {
  private final Path file;
  private final ObjectMapper mapper;
  private boolean isArray;

  private TreeFile(Path file, JsonFactory format) {
    this.file = file;
    this.mapper =
        new ObjectMapper(format).enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
  }

  static TreeFile json(Path file) {
    return new TreeFile(file, new JsonFactory());
  }

  static TreeFile yaml(Path file) {
    return new TreeFile(file, new YAMLFactory());
  }

  /** The values: the elements of the array, or all that stand at the top. */
  List<JsonNode> values() {
    List<JsonNode> values = new ArrayList<>();
    try (JsonParser parser = open()) {
      isArray = parser.nextToken() == JsonToken.START_ARRAY;
      JsonToken token = isArray ? parser.nextToken() : parser.currentToken();
      while (token != null && token != JsonToken.END_ARRAY) {
        values.add(mapper.readTree(parser));
        token = parser.nextToken();
      }
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw new InputFault(
          file, line, "cannot be read: " + e.getOriginalMessage() + "; correct it there");
    } catch (IOException e) {
      throw unreadable(e);
    }
    return values;
  }

  private JsonParser open() throws IOException {
    return mapper.getFactory().createParser(Files.newBufferedReader(file));
  }

  private InputFault unreadable(IOException e) {
    return e instanceof NoSuchFileException
        ? new InputFault(file, "there is no such file; give the path of one")
        : new InputFault(file, "cannot be read: " + e.getMessage() + "; give a readable text file");
  }

  /**
   * A fault at a place in the file.
   *
   * @param value which of the values
   * @param pointer where inside it, as a JSON pointer; the nearest enclosing place counts
   */
  InputFault fault(int value, String pointer, String problem) {
    return new InputFault(file, line(value, pointer), problem);
  }

  private int line(int value, String pointer) {
    String wanted = (isArray ? "/" + value : "") + pointer;
    int line = 1;
    int longest = -1;
    int root = -1;
    try (JsonParser parser = open()) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        String here = parser.getParsingContext().pathAsPointer().toString();
        root += parser.getParsingContext().inRoot() && !token.isStructEnd() ? 1 : 0;
        root += isRootStart(parser, token) ? 1 : 0;
        if ((isArray || root == value) && encloses(here, wanted) && here.length() > longest) {
          longest = here.length();
          line = parser.currentTokenLocation().getLineNr();
        }
      }
    } catch (IOException e) {
      // The part that could be read is as near as a line can be told.
    }
    return line;
  }

  private static boolean isRootStart(JsonParser parser, JsonToken token) {
    return token.isStructStart() && parser.getParsingContext().getParent().inRoot();
  }

  private static boolean encloses(String outer, String inner) {
    return inner.equals(outer) || inner.startsWith(outer + "/");
  }
}
