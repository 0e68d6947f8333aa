package io.serai.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.choice.Choices;
import io.serai.choice.OpenChoice;
import io.serai.order.Order;
import io.serai.order.OrderStore;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * What is put into a message when it is written: the link to the order's page and, with a delay,
 * what can be had instead. The link is in no delivery, so that whoever reads those cannot follow
 * it.
 */
public final class Enclosures {
  private final OrderStore orders;
  private final Choices choices;
  private final PageStore pages;
  private final Optional<URI> publicUrl;

  /**
   * The enclosures.
   *
   * @param publicUrl the hub's address for customers, without a slash at its end; without it
   *     nothing is enclosed
   */
  public Enclosures(OrderStore orders, Choices choices, PageStore pages, Optional<URI> publicUrl) {
    this.orders = orders;
    this.choices = choices;
    this.pages = pages;
    this.publicUrl = publicUrl;
  }

  /** The facts of a message about an order, with what belongs to it now. */
  public JsonNode enclose(Handle handle, long order, JsonNode facts) {
    Optional<String> token = publicUrl.isEmpty() ? Optional.empty() : pages.token(handle, order);
    if (token.isEmpty()) {
      return facts;
    }
    ObjectNode enclosed =
        ((ObjectNode) facts).deepCopy().put("pageUrl", publicUrl.get() + "/order/" + token.get());
    if (facts.path("template").asText().equals("delayed")) {
      enclosed.set("offers", offers(handle, order, enclosed));
    }
    return enclosed;
  }

  private ArrayNode offers(Handle handle, long id, ObjectNode letter) {
    ArrayNode offers = letter.arrayNode();
    Map<Long, Order> order = orders.load(handle, Set.of(id));
    for (OpenChoice open : choices.open(handle, order.get(id))) {
      open.substitutes()
          .forEach(
              offered ->
                  offers
                      .addObject()
                      .put("title", offered.title())
                      .put("sku", offered.sku())
                      .put("quantity", open.units())
                      .put("instead", Named.title(open.line())));
    }
    return offers;
  }
}
