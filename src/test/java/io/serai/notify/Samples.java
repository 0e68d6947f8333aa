package io.serai.notify;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.mapping.Json;
import java.util.List;

/** Facts of letters, as {@link Letters} writes them. */
record Samples(String shop, String name, List<String> titles) {
  static final Samples USUAL =
      new Samples(
          "Caravan & Co",
          "Ana",
          List.of(
              "Blue stoneware mug", "Green tea, 100 g", "Linen tea towel", "Brass tea strainer"));

  static final Samples HOSTILE =
      new Samples(
          "<script>alert('shop')</script> & Söhne",
          "Eve\r\nBcc: all@example.com 🐪 <img src=x onerror=alert(1)>",
          List.of(
              "<script>alert(\"title\")</script>",
              "Salt & pepper 🧂 \"pair\"",
              "كوب أزرق كبير (٢ لتر)",
              "A very long title of a very long thing, ".repeat(12)
                  + "Un"
                  + "break".repeat(40)
                  + "able"));

  ObjectNode confirmed() {
    ObjectNode facts = about("confirmed");
    ArrayNode shipments = facts.putArray("shipments");
    shipments.addObject().putArray("items").add(item(0, 2)).add(item(1, 1));
    shipments.addObject().putArray("items").add(item(2, 4));
    facts.putArray("waiting").add(waiting(3, 1, "2026-12-08")).add(waiting(1, 2, null));
    facts.putArray("held");
    return facts;
  }

  ObjectNode shipped() {
    ObjectNode facts = about("shipped");
    facts.putArray("items").add(item(0, 2)).add(item(1, 1));
    return facts
        .put("carrier", "UPS")
        .put("tracking", "1Z999AA10123456784")
        .put("trackingLink", "https://www.ups.com/track?tracknum=1Z999AA10123456784&loc=en");
  }

  ObjectNode delayed() {
    ObjectNode facts = about("delayed");
    facts.putArray("waiting").add(waiting(3, 1, "2026-12-08")).add(waiting(2, 2, null));
    facts.put("renewed", false).put("sooner", false).putNull("answerBy");
    return facts;
  }

  ObjectNode cancelled() {
    ObjectNode facts = about("cancelled");
    facts.putArray("items").add(item(3, 1));
    return facts.put("reason", "they could not be had in time");
  }

  List<ObjectNode> all() {
    return List.of(confirmed(), shipped(), delayed(), cancelled());
  }

  private ObjectNode about(String template) {
    return Json.object()
        .put("template", template)
        .put("to", "ana@example.com")
        .put("name", name)
        .put("locale", "en")
        .put("shop", shop)
        .put("number", "1001");
  }

  private ObjectNode item(int title, int quantity) {
    return Json.object()
        .put("title", titles.get(title))
        .put("sku", "SKU-" + title)
        .put("quantity", quantity);
  }

  private ObjectNode waiting(int title, int quantity, String eta) {
    return item(title, quantity).put("eta", eta);
  }
}
