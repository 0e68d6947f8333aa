package io.serai.notify;

import com.fasterxml.jackson.databind.JsonNode;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import io.pebbletemplates.pebble.loader.DelegatingLoader;
import io.pebbletemplates.pebble.loader.FileLoader;
import io.pebbletemplates.pebble.loader.Loader;
import io.serai.mapping.Json;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The form of letters, one for all languages: for each template a subject, a text, an HTML page and
 * a short message, in Pebble; what they say is in {@link Words}. A merchant's own file of the same
 * name goes before the one that Serai ships with. Whatever a fact holds is on one line, and escaped
 * in HTML.
 */
public final class LetterTemplates {
  private static final Map<String, Object> NOT_GIVEN = new LinkedHashMap<>();

  static {
    NOT_GIVEN.put("pageUrl", "");
    NOT_GIVEN.put("offers", List.of());
    NOT_GIVEN.put("moreTracking", List.of());
    NOT_GIVEN.put("answerBy", null);
    NOT_GIVEN.put("renewed", false);
    NOT_GIVEN.put("sooner", false);
    NOT_GIVEN.put("refund", null);
  }

  private final PebbleEngine engine;
  private final Words words;

  private LetterTemplates(PebbleEngine engine, Words words) {
    this.engine = engine;
    this.words = words;
  }

  /** A letter as it is sent. */
  public record Letter(String to, String subject, String text, String html) {}

  /** A short message as it is sent; {@code to} is a phone number in E.164. */
  public record ShortMessage(String to, String text) {}

  /**
   * The templates.
   *
   * @param own the merchant's folder; it need not be there
   */
  public static LetterTemplates load(Path own) {
    List<Loader<?>> loaders = new ArrayList<>();
    if (Files.isDirectory(own)) {
      FileLoader merchants = new FileLoader();
      merchants.setPrefix(own.toAbsolutePath().toString());
      loaders.add(merchants);
    }
    ClasspathLoader shipped = new ClasspathLoader();
    shipped.setPrefix("mail");
    loaders.add(shipped);
    // Every value is escaped for HTML, unless a template switches that off, as the text ones do.
    Words words = Words.load(own);
    return new LetterTemplates(
        new PebbleEngine.Builder()
            .extension(new Speech(words))
            .loader(new DelegatingLoader(loaders))
            .strictVariables(true)
            .autoEscaping(true)
            // A line break of a template stays, or the items of a text would run into one line.
            .newLineTrimming(false)
            .build(),
        words);
  }

  /**
   * Writes the letter that a delivery of kind {@code mail} owes.
   *
   * @throws TemplateFault when a template is not whole, or names a fact or words that are not there
   */
  public Letter write(JsonNode facts) {
    Locale locale = locale(facts);
    Map<String, Object> model = model(facts, locale);
    String template = facts.get("template").asText();
    return new Letter(
        facts.get("to").asText(),
        flat(render(template + ".subject.txt", model, locale)),
        render(template + ".txt", model, locale),
        render(template + ".html", model, locale));
  }

  /**
   * Writes the short message that a delivery of kind {@code sms} owes.
   *
   * @throws TemplateFault as {@link #write}
   */
  public ShortMessage writeShort(JsonNode facts) {
    Locale locale = locale(facts);
    String template = facts.get("template").asText() + ".sms.txt";
    return new ShortMessage(
        facts.get("to").asText(), flat(render(template, model(facts, locale), locale)));
  }

  private Locale locale(JsonNode facts) {
    return words.choose(facts.path("locale").asText(""), facts.path("language").asText(""));
  }

  private Map<String, Object> model(JsonNode facts, Locale locale) {
    Map<String, Object> model = new LinkedHashMap<>(NOT_GIVEN);
    model.putAll(Json.MAPPER.convertValue(facts, Json.MAP));
    model.replaceAll((name, fact) -> oneLine(fact));
    model.put("language", locale.toLanguageTag());
    model.computeIfPresent("reason", (name, reason) -> reason(reason.toString(), locale));
    return model;
  }

  // A reason for which the language has no words is left out rather than said in another language.
  private String reason(String reason, Locale locale) {
    String key = "reason." + reason.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    boolean isEnglish = locale.getLanguage().equals(Words.ENGLISH);
    return words.inLanguage(locale, key).orElse(isEnglish ? reason : "");
  }

  private static String flat(String text) {
    return text.strip().replaceAll("\\s*\\R\\s*", " ");
  }

  // What a customer or a supplier wrote cannot add lines to a letter.
  private static Object oneLine(Object fact) {
    if (fact instanceof String text) {
      return text.replaceAll("\\s*\\R\\s*", " ");
    }
    if (fact instanceof List<?> list) {
      return list.stream().map(LetterTemplates::oneLine).toList();
    }
    if (fact instanceof Map<?, ?> facts) {
      Map<Object, Object> lines = new LinkedHashMap<>();
      facts.forEach((name, value) -> lines.put(name, oneLine(value)));
      return lines;
    }
    return fact;
  }

  private String render(String name, Map<String, Object> model, Locale locale) {
    StringWriter out = new StringWriter();
    try {
      engine.getTemplate(name).evaluate(out, model, locale);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (PebbleException e) {
      throw new TemplateFault(
          Optional.ofNullable(e.getFileName()).orElse(name),
          Optional.ofNullable(e.getLineNumber()).orElse(1),
          e.getPebbleMessage(),
          e);
    }
    return out.toString();
  }
}
