package io.serai.hub;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.serai.console.Answer;
import io.serai.mapping.SpreadsheetCell;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** An answer of the console by HTTP, under the rules that browsers hold its pages to. */
final class ConsoleReply {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
          + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private final Message message;

  ConsoleReply(Exchange exchange) {
    message = exchange.getMessage();
    // What the browser has sent is not sent back.
    message.removeHeaders("*");
    message.setHeader("Content-Security-Policy", POLICY);
    message.setHeader("Referrer-Policy", "same-origin");
    message.setHeader("Cache-Control", "no-store");
    message.setHeader("X-Content-Type-Options", "nosniff");
    message.setHeader("X-Frame-Options", "DENY");
    message.setHeader("X-Robots-Tag", "noindex, nofollow");
    message.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    message.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
  }

  void page(int status, String html) {
    respond(status, "text/html; charset=utf-8", html);
  }

  void text(int status, String text) {
    respond(status, "text/plain; charset=utf-8", text);
  }

  /** Leads the browser to another page of the console. */
  void redirect(String to) {
    respond(303, "text/plain; charset=utf-8", "");
    message.setHeader("Location", "/console" + to);
  }

  /** Tells a part of a page that the whole of it wants a login. */
  void away() {
    respond(401, "text/plain; charset=utf-8", "");
    message.setHeader("HX-Redirect", "/console/");
  }

  void asset(Optional<ConsoleAssets.Asset> asset) {
    if (asset.isEmpty()) {
      text(404, "There is nothing here.");
      return;
    }
    respond(200, asset.get().type(), asset.get().content());
    message.setHeader("Cache-Control", "public, max-age=3600");
  }

  void table(Answer.Table table) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      for (List<String> row : table.rows()) {
        csv.writeRecord(row.stream().map(SpreadsheetCell::safe).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    respond(200, "text/csv; charset=utf-8", text.toString());
    attach(table.name() + ".csv");
  }

  void bytes(Answer.Bytes bytes) {
    respond(200, "application/octet-stream", bytes.content());
    attach(bytes.name());
  }

  void setToken(String token, boolean secure) {
    message.setHeader(
        "Set-Cookie",
        ConsoleRequest.COOKIE
            + "="
            + token
            + "; Path=/console; HttpOnly; SameSite=Lax"
            + (secure ? "; Secure" : ""));
  }

  void endToken() {
    message.setHeader(
        "Set-Cookie",
        ConsoleRequest.COOKIE + "=; Path=/console; HttpOnly; SameSite=Lax; Max-Age=0");
  }

  private void attach(String name) {
    message.setHeader(
        "Content-Disposition",
        "attachment; filename=\"" + name.replaceAll("[^A-Za-z0-9._-]", "_") + "\"");
  }

  private void respond(int status, String type, Object body) {
    message.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
    message.setHeader("Content-Type", type);
    message.setBody(body);
  }
}
