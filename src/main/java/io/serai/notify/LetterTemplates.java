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
 * The words of letters: for each template a subject, a text and an HTML page, in Pebble. A
 * merchant's own file of the same name goes before the one that Serai ships with. Whatever a fact
 * holds is on one line, and escaped in HTML.
 */
public final class LetterTemplates {
  private final PebbleEngine engine;

  private LetterTemplates(PebbleEngine engine) {
    this.engine = engine;
  }

  /** A letter as it is sent. */
  public record Letter(String to, String subject, String text, String html) {}

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
    return new LetterTemplates(
        new PebbleEngine.Builder()
            .loader(new DelegatingLoader(loaders))
            .strictVariables(true)
            .autoEscaping(true)
            // A line break of a template stays, or the items of a text would run into one line.
            .newLineTrimming(false)
            .build());
  }

  /**
   * Writes the letter that a delivery of kind {@code mail} owes.
   *
   * @throws TemplateFault when a template is not whole, or names a fact that is not there
   */
  public Letter write(JsonNode facts) {
    Map<String, Object> model = Json.MAPPER.convertValue(facts, Json.MAP);
    model.replaceAll((name, fact) -> oneLine(fact));
    String template = facts.get("template").asText();
    String subject = render(template + ".subject.txt", model).strip().replaceAll("[\\r\\n]+", " ");
    return new Letter(
        facts.get("to").asText(),
        subject,
        render(template + ".txt", model),
        render(template + ".html", model));
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

  private String render(String name, Map<String, Object> model) {
    StringWriter out = new StringWriter();
    try {
      engine.getTemplate(name).evaluate(out, model, Locale.ROOT);
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
