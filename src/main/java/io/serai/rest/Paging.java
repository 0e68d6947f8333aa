package io.serai.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.mapping.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a list that was asked for. A cursor says behind or from which row to go on, and in
 * which list; to the caller it is a text like any other.
 */
final class Paging {
  private static final int USUAL = 50;

  private final Call call;
  private final String list;
  private final Optional<String> from;

  private Paging(Call call, String list, Optional<String> from) {
    this.call = call;
    this.list = list;
    this.from = from;
  }

  static Paging of(Call call, String list) {
    return new Paging(call, list, call.asked("cursor").map(cursor -> read(list, cursor)));
  }

  /** The most rows that are wanted. */
  int most() {
    return call.asked("limit").map(Integer::parseInt).orElse(USUAL);
  }

  /** The text from which to go on. */
  Optional<String> from() {
    return from;
  }

  /** The id from which to go back. */
  long before() {
    return id(Long.MAX_VALUE);
  }

  /** The id from which to go on. */
  long id(long first) {
    return from.map(Paging::number).orElse(first);
  }

  /** The rows, with the way to the next ones. */
  Reply reply(ArrayNode items, Optional<?> next) {
    ObjectNode body = Json.object();
    body.set("items", items);
    next.map(Object::toString)
        .ifPresent(
            row -> {
              String cursor = written(list, row);
              body.put("cursor", cursor);
              body.put("next", path(cursor));
            });
    return Reply.of(body);
  }

  /** The rows of a list of which one more was read than is wanted, which begins the next part. */
  <T extends Record> Reply replyFrom(List<T> found, Function<T, String> key) {
    int most = Math.min(most(), found.size());
    return reply(
        Shape.list(found.subList(0, most)),
        found.size() > most ? Optional.of(key.apply(found.get(most))) : Optional.empty());
  }

  private String path(String cursor) {
    List<String> query = new ArrayList<>();
    call.query()
        .forEach(
            (name, value) -> {
              if (!name.equals("cursor")) {
                query.add(Address.encoded(name) + "=" + Address.encoded(value));
              }
            });
    query.add("cursor=" + cursor);
    return call.path() + "?" + String.join("&", query);
  }

  private static String written(String list, String row) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((list + " " + row).getBytes(StandardCharsets.UTF_8));
  }

  private static String read(String list, String cursor) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      if (text.startsWith(list + " ") && text.indexOf('\0') < 0) {
        return text.substring(list.length() + 1);
      }
    } catch (IllegalArgumentException e) {
      // What is not well made is no cursor of this list either.
    }
    throw notOurs();
  }

  private static long number(String text) {
    if (!text.matches("[0-9]{1,18}")) {
      throw notOurs();
    }
    return Long.parseLong(text);
  }

  private static Problem notOurs() {
    return Problem.parameter("cursor", "it is none that this list gave; begin without one");
  }
}
