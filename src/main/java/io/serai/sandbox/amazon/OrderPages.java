package io.serai.sandbox.amazon;

import static io.serai.sandbox.amazon.AmazonComplaints.invalid;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.sandbox.rest.RestReply;
import io.serai.sandbox.rest.RestRequest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * {@code searchOrders} and {@code getOrder}. A search hands out what has changed until two minutes
 * ago, oldest change first; its page tokens are good for the very same search only.
 */
final class OrderPages {
  private static final Duration BEHIND = Duration.ofMinutes(2);
  private static final int LARGEST = 100;

  private final AmazonBooks books;
  private final Map<String, Page> pages = new ConcurrentHashMap<>();
  private volatile int limit = LARGEST;
  private final AtomicInteger tokens = new AtomicInteger();

  /** Where a search goes on: behind which change, of those until when. */
  private record Page(Map<String, List<String>> query, Place behind, Instant until) {}

  private record Place(Instant changedAt, String id) {
    static Place of(AmazonOrder order, Instant now) {
      return new Place(order.changedAt(now), order.id());
    }
  }

  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::changedAt).thenComparing(Place::id);

  OrderPages(AmazonBooks books) {
    this.books = books;
  }

  /** Holds no more than so many orders in a page. */
  void limit(int orders) {
    limit = orders;
  }

  /** Ends every page token that was given out. */
  void expire() {
    pages.clear();
  }

  RestReply get(RestRequest request) {
    synchronized (books) {
      AmazonOrder order =
          books
              .find(request.path("orderId"))
              .orElseThrow(
                  () -> AmazonComplaints.missing("There is no order " + request.path("orderId")));
      ObjectNode answer = RestReply.JSON.createObjectNode();
      answer.set("order", new OrderJson(texts(request, "includedData"), books.now()).of(order));
      return RestReply.json(answer);
    }
  }

  RestReply search(RestRequest request) {
    if (request.query("createdAfter").isPresent()
        == request.query("lastUpdatedAfter").isPresent()) {
      throw invalid("Exactly one of createdAfter and lastUpdatedAfter must be given.");
    }
    synchronized (books) {
      Instant now = books.now();
      Page page = page(request, now.minus(BEHIND));
      List<AmazonOrder> found =
          books.visible().stream()
              .filter(order -> fits(order, request, now))
              .filter(order -> !order.changedAt(now).isAfter(page.until()))
              .filter(order -> ORDER.compare(Place.of(order, now), page.behind()) > 0)
              .sorted(Comparator.comparing(order -> Place.of(order, now), ORDER))
              .toList();
      return answer(request, found, page, now);
    }
  }

  private RestReply answer(RestRequest request, List<AmazonOrder> found, Page page, Instant now) {
    int size = size(request);
    OrderJson json = new OrderJson(texts(request, "includedData"), now);
    ObjectNode answer = RestReply.JSON.createObjectNode();
    ArrayNode orders = answer.putArray("orders");
    found.stream().limit(size).forEach(order -> orders.add(json.of(order)));
    if (found.size() > size) {
      Place last = Place.of(found.get(size - 1), now);
      answer.putObject("pagination").put("nextToken", token(request, last, page.until()));
    }
    answer.put("lastUpdatedBefore", page.until().toString());
    return RestReply.json(answer);
  }

  private String token(RestRequest request, Place last, Instant until) {
    // A token has signs that an address must escape.
    String token = "page/" + tokens.incrementAndGet() + "+=";
    pages.put(token, new Page(withoutToken(request), last, until));
    return token;
  }

  private Page page(RestRequest request, Instant until) {
    Optional<String> token = request.query("paginationToken");
    if (token.isEmpty()) {
      return new Page(Map.of(), new Place(Instant.MIN, ""), until);
    }
    Page page = pages.get(token.get());
    if (page == null) {
      throw invalid("The pagination token is unknown or has expired.");
    }
    if (!page.query().equals(withoutToken(request))) {
      throw invalid("With a pagination token the search must be as it was.");
    }
    return page;
  }

  private static Map<String, List<String>> withoutToken(RestRequest request) {
    Map<String, List<String>> rest = new TreeMap<>(request.query());
    rest.remove("paginationToken");
    return rest;
  }

  private static boolean fits(AmazonOrder order, RestRequest request, Instant now) {
    Set<String> statuses = texts(request, "fulfillmentStatuses");
    Set<String> by = texts(request, "fulfilledBy");
    Set<String> marketplaces = texts(request, "marketplaceIds");
    return (statuses.isEmpty() || statuses.contains(order.status(now)))
        && (by.isEmpty() || by.contains(order.fulfilledBy()))
        && (marketplaces.isEmpty() || marketplaces.contains(AmazonBooks.MARKETPLACE))
        && isIn(order.sold().createdAt(), request, "created")
        && isIn(order.changedAt(now), request, "lastUpdated");
  }

  private static boolean isIn(Instant at, RestRequest request, String window) {
    Optional<Instant> after = time(request, window + "After");
    Optional<Instant> before = time(request, window + "Before");
    return after.filter(at::isBefore).isEmpty() && before.filter(at::isAfter).isEmpty();
  }

  private static Optional<Instant> time(RestRequest request, String name) {
    try {
      return request.query(name).map(text -> OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      throw invalid(name + " is no ISO 8601 date time.");
    }
  }

  private int size(RestRequest request) {
    String text = request.query("maxResultsPerPage").orElse(Integer.toString(LARGEST));
    if (!text.matches("\\d{1,3}")
        || Integer.parseInt(text) < 1
        || Integer.parseInt(text) > LARGEST) {
      throw invalid("maxResultsPerPage must be between 1 and " + LARGEST + ".");
    }
    return Math.min(limit, Integer.parseInt(text));
  }

  private static Set<String> texts(RestRequest request, String name) {
    return request.query().getOrDefault(name, List.of()).stream()
        .flatMap(text -> Arrays.stream(text.split(",")))
        .collect(Collectors.toSet());
  }
}
