package io.serai.config;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A YAML file as a JSON tree that still knows where each key and value stands. A file that is not
 * YAML has an empty tree and a fault; a key that stands twice keeps its first value and is a fault.
 */
public final class LocatedYaml {
  private final String file;
  private final JsonNode root;
  private final Map<JsonPointer, Place> keys;
  private final Map<JsonPointer, Place> values;
  private final List<Fault> faults;

  LocatedYaml(
      String file,
      JsonNode root,
      Map<JsonPointer, Place> keys,
      Map<JsonPointer, Place> values,
      List<Fault> faults) {
    this.file = file;
    this.root = root;
    this.keys = keys;
    this.values = values;
    this.faults = List.copyOf(faults);
  }

  /** Reads a file in UTF-8; what cannot be read is a fault of the result, never an exception. */
  public static LocatedYaml read(Path file) {
    try {
      return parse(file.toString(), Files.readString(file));
    } catch (NoSuchFileException e) {
      return broken(new Fault(file.toString(), 1, "no such file", "check the path"));
    } catch (CharacterCodingException e) {
      return broken(
          new Fault(file.toString(), 1, "the file is not text in UTF-8", "save it as UTF-8"));
    } catch (IOException e) {
      return broken(
          new Fault(
              file.toString(),
              1,
              "the file cannot be read (" + e.getClass().getSimpleName() + ")",
              "check that it is a file and that you may read it"));
    }
  }

  /** Parses the text of a file that errors call by the given name. */
  public static LocatedYaml parse(String file, String text) {
    return new YamlTree(file).parse(text);
  }

  /** The name of the file, as faults print it. */
  public String file() {
    return file;
  }

  /** The tree; an empty object when the file is empty or is not YAML. */
  public JsonNode root() {
    return root;
  }

  /** What is wrong with the file as YAML. */
  public List<Fault> faults() {
    return faults;
  }

  /** Where the value at the pointer starts, if there is one. */
  public Optional<Place> value(JsonPointer at) {
    return Optional.ofNullable(values.get(at));
  }

  /** The line of the key (or list item) at the pointer, or of its nearest parent that exists. */
  public int line(JsonPointer at) {
    JsonPointer here = at;
    while (here != null) {
      Place place = keys.getOrDefault(here, values.get(here));
      if (place != null) {
        return place.line();
      }
      here = here.head();
    }
    return 1;
  }

  /** A fault on the line of the key (or list item) at the pointer. */
  public Fault fault(JsonPointer at, String what, String cure) {
    return new Fault(file, line(at), what, cure);
  }

  /**
   * The way to a value in a person's words: {@code channels.dtc.pollSeconds}, {@code steps[0]}; a
   * key with a dot in it is quoted.
   */
  public static String path(JsonPointer at) {
    StringBuilder path = new StringBuilder();
    for (JsonPointer rest = at; !rest.matches(); rest = rest.tail()) {
      if (rest.mayMatchElement()) {
        path.append('[').append(rest.getMatchingIndex()).append(']');
      } else {
        String key = rest.getMatchingProperty();
        path.append(path.isEmpty() ? "" : ".").append(key.contains(".") ? '"' + key + '"' : key);
      }
    }
    return path.toString();
  }

  static LocatedYaml broken(Fault fault) {
    JsonNode empty = JsonNodeFactory.instance.objectNode();
    return new LocatedYaml(fault.file(), empty, Map.of(), Map.of(), List.of(fault));
  }
}
