package io.serai.notify;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What is said to customers, by language: {@code words.properties} in English, {@code
 * words_de.properties} in German, and so on, in UTF-8. A merchant's own files of the same names go
 * before the shipped ones, key by key; a file for another language adds it.
 */
public final class Words {
  /** The language that has every word. */
  public static final String ENGLISH = "en";

  private static final List<String> SHIPPED = List.of(ENGLISH, "de");

  private final Map<String, Map<String, String>> byLanguage = new TreeMap<>();

  private Words() {}

  /**
   * The words.
   *
   * @param own the merchant's folder; it need not be there
   */
  public static Words load(Path own) {
    Words words = new Words();
    for (String language : SHIPPED) {
      words.put(language, shipped(language));
    }
    for (Path file : files(own)) {
      words.put(language(file), read(file));
    }
    return words;
  }

  /** The files of words in a merchant's folder. */
  public static List<Path> files(Path own) {
    if (!Files.isDirectory(own)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(own)) {
      return files
          .filter(
              file ->
                  file.getFileName().toString().matches("words(_[A-Za-z]{2,8}){0,2}\\.properties"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list the words in " + own, e);
    }
  }

  /** The language tag that a file of words is for. */
  public static String language(Path file) {
    String name = file.getFileName().toString().replace(".properties", "");
    return name.equals("words") ? ENGLISH : tag(name.substring("words_".length()));
  }

  /** Every key, sorted. */
  public Set<String> keys() {
    return new TreeSet<>(byLanguage.get(ENGLISH).keySet());
  }

  /**
   * The first of these languages that there are words for, with or without its region; else
   * English.
   */
  public Locale choose(String... wanted) {
    for (String one : wanted) {
      String tag = tag(one);
      while (!tag.isEmpty()) {
        if (byLanguage.containsKey(tag)) {
          // With the region that was asked for, which dates and amounts go by.
          return Locale.forLanguageTag(one.replace('_', '-'));
        }
        tag = parent(tag);
      }
    }
    return Locale.ENGLISH;
  }

  /** The words for a key, in the locale's language or else in English. */
  public Optional<String> find(Locale locale, String key) {
    return inLanguage(locale, key).or(() -> Optional.ofNullable(byLanguage.get(ENGLISH).get(key)));
  }

  /** The words for a key in the locale's own language. */
  public Optional<String> inLanguage(Locale locale, String key) {
    for (String tag = tag(locale.toLanguageTag()); !tag.isEmpty(); tag = parent(tag)) {
      String word = byLanguage.getOrDefault(tag, Map.of()).get(key);
      if (word != null) {
        return Optional.of(word);
      }
    }
    return Optional.empty();
  }

  private void put(String language, Map<String, String> words) {
    byLanguage.computeIfAbsent(language, tag -> new HashMap<>()).putAll(words);
  }

  private static String tag(String locale) {
    return locale.replace('_', '-').toLowerCase(Locale.ROOT);
  }

  private static String parent(String tag) {
    int end = tag.lastIndexOf('-');
    return end < 0 ? "" : tag.substring(0, end);
  }

  private static Map<String, String> shipped(String language) {
    String name = language.equals(ENGLISH) ? "words" : "words_" + language;
    try (InputStream in = Words.class.getResourceAsStream("/words/" + name + ".properties")) {
      return properties(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> read(Path file) {
    try (Reader reader = Files.newBufferedReader(file)) {
      return properties(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new TemplateFault(
          file.getFileName().toString(), 1, "cannot be read as properties in UTF-8", e);
    }
  }

  private static Map<String, String> properties(Reader reader) throws IOException {
    Properties properties = new Properties();
    properties.load(reader);
    Map<String, String> words = new HashMap<>();
    properties.stringPropertyNames().forEach(key -> words.put(key, properties.getProperty(key)));
    return words;
  }
}
