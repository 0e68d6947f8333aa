package io.serai.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The words by which a person is found in texts: names, mail addresses, telephone numbers, streets.
 * Words that are too short to mean one person are left out.
 */
record Person(Set<String> words) {
  private static final int LEAST_LETTERS = 6;
  private static final ObjectMapper ESCAPING =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
  private static final List<UnaryOperator<String>> WRITTEN =
      List.of(
          UnaryOperator.identity(),
          word -> word.toUpperCase(Locale.ROOT),
          word -> word.toLowerCase(Locale.ROOT),
          Person::escaped);
  private static final List<Charset> CHARSETS =
      List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1);

  Person {
    TreeSet<String> telling = new TreeSet<>();
    words.stream()
        .filter(word -> word != null && word.strip().length() >= LEAST_LETTERS)
        .map(String::strip)
        .forEach(telling::add);
    words = telling;
  }

  /** The words as files of this world write them: their bytes, in hexadecimal. */
  String[] written() {
    return words.stream()
        .flatMap(word -> WRITTEN.stream().map(way -> way.apply(word)))
        .flatMap(word -> CHARSETS.stream().map(word::getBytes))
        .map(HexFormat.of()::formatHex)
        .distinct()
        .toArray(String[]::new);
  }

  /** The words as patterns of ILIKE, which find them anywhere in a text or in JSON. */
  String[] patterns() {
    return words.stream()
        .flatMap(word -> Stream.of(word, escaped(word)))
        .distinct()
        .map(word -> "%" + word.replaceAll("([\\\\%_])", "\\\\$1") + "%")
        .toArray(String[]::new);
  }

  private static String escaped(String word) {
    try {
      String quoted = ESCAPING.writeValueAsString(word);
      return quoted.substring(1, quoted.length() - 1);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
