package io.serai.console;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;

/** The console's pages as HTML; whatever stands in them is escaped. */
public final class ConsoleTemplates {
  private final PebbleEngine engine;

  /**
   * The templates.
   *
   * @param zone in which times are shown
   */
  public ConsoleTemplates(Clock clock, ZoneId zone) {
    ClasspathLoader loader = new ClasspathLoader();
    loader.setPrefix("console");
    engine =
        new PebbleEngine.Builder()
            .loader(loader)
            .extension(new ConsoleWords(clock, zone))
            .strictVariables(true)
            .autoEscaping(true)
            .build();
  }

  /** A page. */
  public String render(String template, Map<String, Object> facts) {
    StringWriter out = new StringWriter();
    try {
      engine.getTemplate(template).evaluate(out, facts, Locale.ENGLISH);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }
}
