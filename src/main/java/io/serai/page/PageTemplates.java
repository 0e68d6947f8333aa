package io.serai.page;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import io.serai.notify.Speech;
import io.serai.notify.Words;
import io.serai.order.ShopColors;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The customer's page as HTML, in the customer's language and the shop's colours. */
public final class PageTemplates {
  private static final Set<String> ANSWERS =
      Set.of("done.wait", "done.cancel", "done.substitute", "already", "late", "gone");

  private final PebbleEngine engine;
  private final Words words;

  private PageTemplates(PebbleEngine engine, Words words) {
    this.engine = engine;
    this.words = words;
  }

  /**
   * The templates.
   *
   * @param own the merchant's folder with words; it need not be there
   */
  public static PageTemplates load(Path own) {
    Words words = Words.load(own);
    ClasspathLoader shipped = new ClasspathLoader();
    shipped.setPrefix("page");
    return new PageTemplates(
        new PebbleEngine.Builder()
            .loader(shipped)
            .extension(new Speech(words))
            .strictVariables(true)
            .autoEscaping(true)
            .build(),
        words);
  }

  /**
   * The page of an order.
   *
   * @param answer what has become of the choice just made, as {@link Answers} names it; anything
   *     else is left out
   * @param nonce by which the browser knows the style as ours
   */
  public String order(OrderPage page, String answer, String nonce) {
    Map<String, Object> facts = new PageFacts(page).all();
    facts.put("answer", ANSWERS.contains(answer) ? "page." + answer : "");
    Locale locale =
        words.choose(page.order().customer().locale(), page.shop().correspondence().language());
    return render("order.html", facts, locale, page.shop().colors(), nonce);
  }

  /**
   * A page that says why there is nothing to show.
   *
   * @param what {@code none} or {@code away}
   * @param languages that the browser asks for, the best first
   */
  public String notice(String what, List<String> languages, String nonce) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("what", "page." + what);
    Locale locale = words.choose(languages.toArray(String[]::new));
    return render("notice.html", facts, locale, ShopColors.USUAL, nonce);
  }

  private String render(
      String name, Map<String, Object> facts, Locale locale, ShopColors colors, String nonce) {
    facts.put("language", locale.toLanguageTag());
    facts.put("accent", colors.accent());
    facts.put("background", colors.background());
    facts.put("accentInTheDark", DarkGround.readable(colors.accent()));
    facts.put("nonce", nonce);
    StringWriter out = new StringWriter();
    try {
      engine.getTemplate(name).evaluate(out, facts, locale);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }
}
