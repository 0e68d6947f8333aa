package io.serai.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.serai.delivery.Rejected;
import io.serai.mapping.Jq;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the next page is found, and asked for.
 *
 * @param kind {@code none}, {@code cursor}, {@code link}, {@code page}, {@code offset}, {@code
 *     nextUrl} or {@code nextQuery}
 * @param next for cursor, nextUrl and nextQuery: yields what leads to the next page, or null; for
 *     page and offset: yields whether there is more
 * @param size for page and offset: a page with fewer orders is the last, unless next says so
 * @param first for page: the number of the first page
 * @param expired true for an answer that says that the page is not to be had any more
 */
record Paging(String kind, Optional<Jq> next, int size, int first, Optional<Jq> expired) {
  private static final Pattern LINK =
      Pattern.compile("<([^>]*)>[^,]*;\\s*rel=\"?(?:[^\",]*\\s)?next(?:\\s[^\",]*)?\"?");

  static Paging of(JsonNode block, Programs programs) {
    return new Paging(
        block.path("kind").asText("none"),
        programs.maybe(block.path("next"), "orders.paging.next"),
        block.path("size").asInt(0),
        block.path("first").asInt(1),
        programs.maybe(block.path("expired"), "orders.paging.expired"));
  }

  /** What {@code $page} is for the first page; null for the kinds that have nothing to say then. */
  Optional<JsonNode> start() {
    return switch (kind) {
      case "page" -> Optional.of(new IntNode(first));
      case "offset" -> Optional.of(new IntNode(0));
      default -> Optional.empty();
    };
  }

  /**
   * The request for a page: where the channel has said where it is, that is where it goes.
   *
   * @param atHome keeps an address at the channel's own host
   */
  Request at(Request request, Optional<JsonNode> page, UnaryOperator<String> atHome) {
    String said = page.map(JsonNode::asText).orElse("");
    if (said.isEmpty()) {
      return request;
    }
    return switch (kind) {
      case "link", "nextUrl" -> request.to(atHome.apply(said), "");
      case "nextQuery" -> request.to(request.target(), said.replaceFirst("^\\?", ""));
      default -> request;
    };
  }

  /** What {@code $page} is for the next page; nothing behind the last. */
  Optional<JsonNode> next(
      Answer answer, Optional<JsonNode> page, int items, Map<String, JsonNode> variables) {
    Optional<JsonNode> next =
        switch (kind) {
          case "link" -> link(answer.headers().getOrDefault("link", ""));
          case "page" -> counted(answer, page, items, 1, variables);
          case "offset" -> counted(answer, page, items, items, variables);
          case "cursor", "nextUrl", "nextQuery" -> said(answer, variables);
          default -> Optional.empty();
        };
    if (next.isPresent() && next.equals(page)) {
      throw new Rejected("the channel names the same page again as the next: " + next.get());
    }
    return next;
  }

  private Optional<JsonNode> said(Answer answer, Map<String, JsonNode> variables) {
    return next.flatMap(program -> program.apply(answer.body(), variables).stream().findFirst())
        .filter(value -> !value.isNull() && !value.asText().isEmpty());
  }

  private Optional<JsonNode> counted(
      Answer answer,
      Optional<JsonNode> page,
      int items,
      int step,
      Map<String, JsonNode> variables) {
    boolean hasMore =
        items > 0
            && next.map(program -> AnswerRule.holds(program, answer, variables))
                .orElse(size > 0 && items >= size);
    int here = page.map(JsonNode::asInt).orElse(first);
    return hasMore ? Optional.of(new IntNode(here + step)) : Optional.empty();
  }

  private static Optional<JsonNode> link(String header) {
    Matcher found = LINK.matcher(header);
    return found.find() ? Optional.of(new TextNode(found.group(1))) : Optional.empty();
  }
}
