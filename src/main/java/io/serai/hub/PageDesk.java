package io.serai.hub;

import io.serai.database.Database;
import io.serai.page.Answers;
import io.serai.page.CustomerPages;
import io.serai.page.OrderPage;
import io.serai.page.PageTemplates;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.apache.camel.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bean {@code pages}: customers see their order, and choose. A link that leads nowhere, or no
 * longer, has one answer, whatever the cause.
 */
public final class PageDesk {
  private static final Logger LOG = LoggerFactory.getLogger(PageDesk.class);
  private static final int LONGEST_FORM = 2000;

  private final SecureRandom random = new SecureRandom();
  private final Database database;
  private final CustomerPages pages;
  private final PageTemplates templates;

  PageDesk(Database database, CustomerPages pages, PageTemplates templates) {
    this.database = database;
    this.pages = pages;
    this.templates = templates;
  }

  /** The pages, for whoever speaks no HTTP. */
  CustomerPages pages() {
    return pages;
  }

  /** Shows the order of the link; changes nothing. */
  public void show(
      @Header("token") String token, @Header("answer") String answer, Exchange exchange) {
    Optional<OrderPage> page = database.inTransaction(handle -> pages.show(handle, token));
    String nonce = nonce();
    if (page.isPresent()) {
      html(
          exchange,
          200,
          templates.order(page.get(), Optional.ofNullable(answer).orElse(""), nonce),
          nonce);
    } else {
      notice(exchange, 404, "none");
    }
  }

  /** Lets the choice in the form take effect, and sends the browser back to the page. */
  public void choose(@Header("token") String token, Exchange exchange) {
    Map<String, String> form = form(exchange.getMessage());
    Optional<String> answer =
        Answers.choice(form)
            .flatMap(
                choice -> database.inTransaction(handle -> pages.choose(handle, token, choice)))
            .map(Answers::answer);
    if (answer.isEmpty()) {
      notice(exchange, 404, "none");
      return;
    }
    respond(exchange.getMessage(), 303, "", nonce());
    // Relative, so that neither a proxy's path nor the token is written here.
    exchange.getMessage().setHeader("Location", "?answer=" + answer.get());
  }

  /** Says that something is wrong on this side; the log tells what, without the link. */
  public void excuse(
      @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception cause, Exchange exchange) {
    // The root alone: what stands above it may quote a statement with the link's token in it.
    Throwable root = cause;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    LOG.error("A customer's page could not be shown: {}", root.toString());
    notice(exchange, 503, "away");
  }

  private void notice(Exchange exchange, int status, String what) {
    String nonce = nonce();
    String asked = exchange.getMessage().getHeader("Accept-Language", "", String.class);
    List<String> languages =
        Arrays.stream(asked.split(","))
            .map(part -> part.replaceAll(";.*", "").strip())
            .filter(part -> part.matches("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*"))
            .limit(10)
            .toList();
    html(exchange, status, templates.notice(what, languages, nonce), nonce);
  }

  private static void html(Exchange exchange, int status, String page, String nonce) {
    respond(exchange.getMessage(), status, page, nonce);
    exchange.getMessage().setHeader("Content-Type", "text/html; charset=utf-8");
  }

  private static void respond(Message message, int status, String body, String nonce) {
    // What the browser has sent is not sent back.
    message.removeHeaders("*");
    message.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
    message.setHeader(
        "Content-Security-Policy",
        "default-src 'none'; style-src 'nonce-"
            + nonce
            + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
    message.setHeader("Referrer-Policy", "no-referrer");
    message.setHeader("Cache-Control", "no-store");
    message.setHeader("X-Content-Type-Options", "nosniff");
    message.setHeader("X-Frame-Options", "DENY");
    message.setHeader("X-Robots-Tag", "noindex, nofollow");
    message.setBody(body);
  }

  private String nonce() {
    byte[] bytes = new byte[18];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().encodeToString(bytes);
  }

  private static Map<String, String> form(Message message) {
    Map<String, String> form = new TreeMap<>();
    if (message.getBody() instanceof Map<?, ?> fields) {
      fields.forEach((name, value) -> form.put(name.toString(), String.valueOf(value)));
      return form;
    }
    String text = Optional.ofNullable(message.getBody(String.class)).orElse("");
    if (text.length() <= LONGEST_FORM) {
      for (String field : text.split("&")) {
        String[] parts = field.split("=", 2);
        form.put(decoded(parts[0]), parts.length > 1 ? decoded(parts[1]) : "");
      }
    }
    return form;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // A form that is not well made makes no choice.
      return "";
    }
  }
}
