package io.serai.hub;

import io.serai.config.Connector;
import io.serai.config.ConnectorCatalog;
import io.serai.config.ConnectorKind;
import io.serai.delivery.Rejected;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Message;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Bean {@code posts}: suppliers' files that travel as the bodies of HTTP requests. */
public final class PostDesk {
  private static final Logger LOG = LoggerFactory.getLogger(PostDesk.class);
  private static final int LONGEST_NAME = 200;
  private static final String BEARER = "Bearer ";

  private final ConnectorCatalog connectors;
  private final AnswerDesk answers;

  PostDesk(ConnectorCatalog connectors, AnswerDesk answers) {
    this.connectors = connectors;
    this.answers = answers;
  }

  /**
   * Whether a file that a supplier posts is taken. Then it stands in the exchange as it would come
   * from a folder; else the answer does.
   */
  public boolean isTaken(Exchange exchange, @ExchangeProperty("token") String token) {
    Message message = exchange.getMessage();
    Optional<String> name = name(message.getHeader(Exchange.HTTP_URI, "", String.class));
    boolean proven = isProven(message.getHeader("Authorization", "", String.class), token);
    byte[] body = Optional.ofNullable(message.getBody(byte[].class)).orElse(new byte[0]);
    message.removeHeaders("*");
    if (!proven || name.isEmpty()) {
      answer(message, proven ? 400 : 401);
      return false;
    }
    message.setHeader(Exchange.FILE_NAME_ONLY, name.get());
    message.setHeader(Exchange.FILE_LENGTH, (long) body.length);
    message.setBody(body);
    return true;
  }

  /** Says that a file is stored. */
  public void thank(Exchange exchange) {
    answer(exchange.getMessage(), 200);
  }

  /** Asks the supplier to come again: its file could not be stored. */
  public void excuse(
      @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception cause, Exchange exchange) {
    // The root alone: what stands above it may quote the statement, and what was sent with it.
    Throwable root = cause;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    LOG.error("A supplier's file could not be stored, and it is to repeat it: {}", root.toString());
    answer(exchange.getMessage(), 503);
  }

  /** Makes a request of a file that is owed. */
  public void write(
      Exchange exchange,
      @ExchangeProperty("contentType") String contentType,
      @ExchangeProperty("header") String header,
      @ExchangeProperty("headerValue") String headerValue,
      @ExchangeProperty("user") String user,
      @ExchangeProperty("password") String password) {
    Message message = exchange.getMessage();
    String name =
        message.getHeader(Exchange.FILE_NAME, String.class).replaceAll("[^\\x20-\\x7e]|\"", "_");
    message.removeHeaders("*");
    message.setHeader(Exchange.HTTP_METHOD, "POST");
    message.setHeader(Exchange.CONTENT_TYPE, contentType);
    message.setHeader("Idempotency-Key", name);
    message.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
    if (!headerValue.isEmpty()) {
      message.setHeader(header, headerValue);
    } else if (!user.isEmpty()) {
      byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
      message.setHeader("Authorization", "Basic " + Base64.getEncoder().encodeToString(both));
    }
  }

  /**
   * What an answer means that is no success.
   *
   * @throws HttpOperationFailedException when it is tried again, or the answer speaks for itself
   * @throws Rejected when we are not known there: nobody but a person can cure that
   */
  public void refused(
      @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) HttpOperationFailedException failure)
      throws HttpOperationFailedException {
    if (failure.getStatusCode() == 401) {
      throw new Rejected(
          "HTTP 401 from "
              + failure.getUri()
              + ": the supplier does not take our secret; correct it in the settings, and replay");
    }
    throw failure;
  }

  /**
   * Notes that a supplier that posts its files has said no more than what is here: there is no
   * folder in which an answer could lie.
   */
  public void nothingMore(String supplier, String connector) {
    boolean posts =
        connectors
            .find(ConnectorKind.SUPPLIER, connector)
            .map(Connector::declared)
            .filter(declared -> declared.path("transport").asText().equals("https"))
            .isPresent();
    if (posts) {
      answers.nothingMore(supplier);
    }
  }

  private static Optional<String> name(String address) {
    String encoded = address.replaceFirst("\\?.*", "").replaceFirst(".*/", "");
    try {
      String name = URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
      boolean good =
          !name.isBlank()
              && name.length() <= LONGEST_NAME
              && !name.startsWith(".")
              && !name.matches("(?s).*[/\\\\\\p{Cntrl}].*");
      return good ? Optional.of(name) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean isProven(String header, String token) {
    String given = header.startsWith(BEARER) ? header.substring(BEARER.length()).strip() : "";
    return MessageDigest.isEqual(
        token.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  private static void answer(Message message, int status) {
    // What the sender has sent is not sent back.
    message.removeHeaders("*");
    message.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
    message.setBody("");
  }
}
