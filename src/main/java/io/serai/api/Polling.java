package io.serai.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.serai.delivery.Rejected;
import io.serai.delivery.TryLater;
import io.serai.mapping.Json;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the list of orders, a page at a time. All that it knows between two pages is in the cursor,
 * which the caller keeps together with the page's orders: whoever dies in between asks for the same
 * page again. A round starts a little before the end of the last one, and ends where it started if
 * changes were met that are later still: what changed meanwhile may have slipped by.
 */
final class Polling {
  private static final Logger LOG = LoggerFactory.getLogger(Polling.class);

  private final ApiAccount account;
  private final OrderList list;

  Polling(ApiAccount account, OrderList list) {
    this.account = account;
    this.list = list;
  }

  /** One page, with the cursor behind it; without orders and unmoved when the budget is used up. */
  JsonNode page(String kept) {
    PollCursor before = PollCursor.read(kept);
    PollCursor cursor = started(before);
    Map<String, JsonNode> variables = variables(cursor);
    try {
      Optional<Answer> answer = ask(cursor, variables);
      return answer.isEmpty()
          ? written(List.of(), before.again(), false)
          : page(cursor, answer.get(), variables);
    } catch (TryLater later) {
      if (later.waiting().isEmpty()) {
        throw later;
      }
      LOG.info(
          "Channel {} is asked for orders again in {} s at the earliest: {}",
          account.id(),
          later.waiting().get().toSeconds(),
          later.getMessage());
      return written(List.of(), cursor, false);
    }
  }

  private PollCursor started(PollCursor cursor) {
    return cursor.started().isPresent()
        ? cursor
        : new PollCursor(
            cursor.since(),
            Optional.of(account.now()),
            Optional.empty(),
            list.paging().start(),
            Set.of());
  }

  private Map<String, JsonNode> variables(PollCursor cursor) {
    Instant started = cursor.started().orElseThrow();
    Instant from =
        cursor
            .since()
            .map(since -> since.minus(list.overlap()))
            .orElseGet(() -> started.minus(list.backfill()));
    Map<String, JsonNode> variables = account.variables(Operation.ORDERS.word());
    variables.put("cursor", new TextNode(from.truncatedTo(ChronoUnit.SECONDS).toString()));
    variables.put("started", new TextNode(started.truncatedTo(ChronoUnit.SECONDS).toString()));
    cursor.page().ifPresent(page -> variables.put("page", page));
    return variables;
  }

  /** Nothing when the page has expired. */
  private Optional<Answer> ask(PollCursor cursor, Map<String, JsonNode> variables) {
    JsonNode yielded = list.request().one(Json.MAPPER.nullNode(), variables);
    Request request =
        list.paging()
            .at(Request.of(yielded, Operation.ORDERS.word()), cursor.page(), account::atHome);
    boolean isFirst = cursor.page().equals(list.paging().start());
    return account.sendUnless(
        request, variables, isFirst ? Optional.empty() : list.paging().expired());
  }

  private JsonNode page(PollCursor cursor, Answer answer, Map<String, JsonNode> variables) {
    Map<String, JsonNode> seen = account.seen(variables, answer);
    List<JsonNode> items = list.items(answer.body(), seen);
    Optional<JsonNode> next = list.paging().next(answer, cursor.page(), items.size(), seen);
    Taken taken = take(cursor, items, variables);
    Optional<Instant> latest = latest(cursor, items, variables);
    if (!taken.whole()) {
      PollCursor here =
          new PollCursor(
              cursor.since(), cursor.started(), cursor.latest(), cursor.page(), taken.numbers());
      return written(taken.orders(), here, false);
    }
    return next.isPresent()
        ? written(
            taken.orders(),
            new PollCursor(cursor.since(), cursor.started(), latest, next, Set.of()),
            true)
        : written(taken.orders(), end(cursor, latest), false);
  }

  /**
   * Where the next round starts. The first round that meets nothing has still seen its whole
   * window: from there on, an outage of any length is caught up with.
   */
  private PollCursor end(PollCursor cursor, Optional<Instant> latest) {
    Instant started = cursor.started().orElseThrow();
    Optional<Instant> since =
        Stream.of(latest.map(at -> at.isAfter(started) ? started : at), cursor.since())
            .flatMap(Optional::stream)
            .max(Comparator.naturalOrder())
            .or(() -> Optional.of(started.minus(list.backfill())));
    return new PollCursor(since, Optional.empty(), Optional.empty(), Optional.empty(), Set.of());
  }

  /** The orders of a page that could be read whole. */
  private record Taken(ArrayNode orders, Set<String> numbers, boolean whole) {}

  private Taken take(PollCursor cursor, List<JsonNode> items, Map<String, JsonNode> variables) {
    ArrayNode orders = Json.MAPPER.createArrayNode();
    Set<String> numbers = new LinkedHashSet<>(cursor.taken());
    for (JsonNode item : items) {
      String number = text(list.number().one(item, variables));
      if (!cursor.taken().contains(number)) {
        Optional<JsonNode> order = whole(item, variables);
        if (order.isEmpty()) {
          return new Taken(orders, numbers, false);
        }
        ObjectNode taken = orders.addObject().put("number", number);
        taken.set("revision", list.revision().one(order.get(), variables));
        taken.set("order", order.get());
        numbers.add(number);
      }
    }
    return new Taken(orders, numbers, true);
  }

  /** The order itself, or its detail; nothing when there is no budget left for that. */
  private Optional<JsonNode> whole(JsonNode item, Map<String, JsonNode> variables) {
    if (list.detail().isEmpty()) {
      return Optional.of(item);
    }
    List<JsonNode> yielded = list.detail().get().apply(item, variables);
    if (yielded.isEmpty()) {
      return Optional.of(item);
    }
    try {
      Answer answer = account.send(Request.of(yielded.get(0), "detail"), "detail", variables);
      return Optional.of(answer.isSuccess() ? answer.body() : item);
    } catch (TryLater later) {
      if (later.waiting().isEmpty()) {
        throw later;
      }
      return Optional.empty();
    }
  }

  private Optional<Instant> latest(
      PollCursor cursor, List<JsonNode> items, Map<String, JsonNode> variables) {
    Optional<Instant> latest = cursor.latest();
    for (JsonNode item : items) {
      for (JsonNode at : list.cursor().apply(item, variables)) {
        Instant changed = instant(at);
        latest = latest.filter(known -> !changed.isAfter(known)).or(() -> Optional.of(changed));
      }
    }
    return latest;
  }

  private static Instant instant(JsonNode at) {
    if (at.isNumber()) {
      return Instant.ofEpochMilli(at.decimalValue().longValue());
    }
    try {
      return OffsetDateTime.parse(at.asText()).toInstant();
    } catch (java.time.DateTimeException e) {
      throw new Rejected("orders.cursor yields " + at + ", which is no time with its zone");
    }
  }

  private static String text(JsonNode value) {
    return value.isTextual() ? value.asText() : value.toString();
  }

  private static JsonNode written(Iterable<JsonNode> orders, PollCursor cursor, boolean more) {
    ObjectNode page = Json.object();
    orders.forEach(page.putArray("orders")::add);
    return page.put("cursor", cursor.written()).put("more", more);
  }
}
