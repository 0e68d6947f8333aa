package io.serai.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.access.AuditLog;
import io.serai.document.Arrival;
import io.serai.document.DocumentStore;
import io.serai.exchange.PushedOffers;
import io.serai.mapping.Json;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Offers that are updated: each request is a stock file of its supplier. */
public final class OfferResources {
  private final DocumentStore documents;
  private final Set<String> suppliers;
  private final AuditLog audit;

  /**
   * The offers.
   *
   * @param suppliers that are enabled
   */
  public OfferResources(DocumentStore documents, Set<String> suppliers, AuditLog audit) {
    this.documents = documents;
    this.suppliers = Set.copyOf(suppliers);
    this.audit = audit;
  }

  /** Adds them to the API. */
  public void addTo(Resources resources) {
    resources.answers("setOffer", this::one).answers("updateOffers", this::many);
  }

  private Reply one(Handle handle, Call call) {
    ObjectNode file = Json.object();
    file.putArray("offers")
        .addObject()
        .put("sku", call.parameter("sku"))
        .setAll((ObjectNode) call.body());
    return receive(handle, call, file, file.toString().getBytes(StandardCharsets.UTF_8));
  }

  private Reply many(Handle handle, Call call) {
    Set<String> named = new HashSet<>();
    int row = 0;
    for (JsonNode offer : call.body().get("offers")) {
      if (!named.add(offer.get("sku").asText())) {
        throw Problem.body("/offers/" + row + "/sku", "this SKU stands there twice");
      }
      row++;
    }
    return receive(handle, call, call.body(), call.sent());
  }

  private Reply receive(Handle handle, Call call, JsonNode file, byte[] content) {
    String supplier = call.parameter("supplier");
    if (!suppliers.contains(supplier)) {
      throw Problem.missing("There is no enabled supplier " + supplier + ".");
    }
    refuseLoneRestocks(file.get("offers"));
    String id = UUID.randomUUID().toString();
    String key = PushedOffers.KIND + ":" + supplier + ":" + id;
    String name = "offers-" + id + ".json";
    documents.receive(handle, new Arrival(PushedOffers.KIND, supplier, key, name, content));
    audit.note(
        handle,
        call.who(),
        "updated offers",
        "supplier " + supplier,
        file.get("offers").size() + " SKUs, " + name);
    String document =
        Address.of(
            "documents",
            Long.toString(
                documents.newest(handle, PushedOffers.KIND, supplier, name).orElseThrow().id()));
    return Reply.made(
        202, document, Json.object().put("status", "received").put("document", document));
  }

  private static void refuseLoneRestocks(JsonNode offers) {
    int row = 0;
    for (JsonNode offer : offers) {
      if (offer.has("restockQuantity") && !offer.has("restockDate")) {
        throw Problem.body(
            "/offers/" + row + "/restockQuantity", "units are expected on a day: say restockDate");
      }
      row++;
    }
  }
}
