package io.serai.sandbox.store;

import static io.serai.sandbox.store.OpenStore.AMPLE;
import static io.serai.sandbox.store.OpenStore.MONDAY;
import static io.serai.sandbox.store.OpenStore.line;
import static io.serai.sandbox.store.OpenStore.order;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.sandbox.world.StockSetting;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InventoryTest {
  private static final String SET =
      """
      mutation($input: InventorySetQuantitiesInput!, $key: String!) {
        inventorySetQuantities(input: $input) @idempotent(key: $key) {
          inventoryAdjustmentGroup { reason changes { name delta quantityAfterChange } }
          userErrors { field message code }
        }
      }
      """;

  private final OpenStore open = new OpenStore(AMPLE, order("#1", MONDAY, line("A", 3)));
  private final String item =
      open.client
          .data("{ inventoryItems(first: 1) { nodes { id } } }", Map.of())
          .at("/inventoryItems/nodes/0/id")
          .asText();

  @AfterEach
  void close() {
    open.close();
  }

  @Test
  void aQuantityIsSetAndCanBeReadBack() {
    JsonNode payload = set("k1", quantity(7, null)).at("/data/inventorySetQuantities");

    assertThat(payload.path("userErrors")).isEmpty();
    assertThat(payload.findValuesAsText("delta")).containsExactly("7", "7");
    JsonNode level =
        open.client.data(
            """
            query($item: ID!, $location: ID!) {
              inventoryItem(id: $item) {
                inventoryLevel(locationId: $location) { quantities(names: ["available"]) { quantity } }
              }
            }
            """,
            Map.of("item", item, "location", open.store.locationId()));
    assertThat(level.findValue("quantity").asInt()).isEqualTo(7);
    assertThat(open.world.stock()).containsExactly(new StockSetting("A", 7, MONDAY));
  }

  @Test
  void aRepeatWithTheSameKeyIsIgnored() {
    set("k1", quantity(7, null));
    set("k2", quantity(3, null));

    assertThat(set("k1", quantity(7, null)).findValue("userErrors")).isEmpty();

    assertThat(open.world.stock().get(0).quantity()).isEqualTo(3);
    assertThat(open.world.summary().stockSettings()).isEqualTo(2);
    assertThat(open.world.summary().repeatedIdempotencyKeys()).isEqualTo(1);
  }

  @Test
  void theSameKeyForOtherQuantitiesIsRefused() {
    set("k1", quantity(7, null));

    assertThat(set("k1", quantity(8, null)).findValue("code").asText())
        .isEqualTo("IDEMPOTENCY_KEY_PARAMETER_MISMATCH");
  }

  @Test
  void theKeyIsMandatory() {
    String without =
        """
        mutation($input: InventorySetQuantitiesInput!) {
          inventorySetQuantities(input: $input) { userErrors { message } }
        }
        """;

    JsonNode answer = open.client.ask(without, Map.of("input", input(quantity(7, null))));

    assertThat(answer.at("/errors/0/message").asText())
        .isEqualTo("The @idempotent directive is required for this mutation but was not provided.");
    assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("BAD_REQUEST");
    assertThat(answer.at("/data/inventorySetQuantities").isNull()).isTrue();
  }

  @Test
  void changeFromQuantityMustBeSentAndMustHold() {
    Map<String, Object> without = new HashMap<>(quantity(7, null));
    without.remove("changeFromQuantity");
    assertThat(set("k1", without).at("/errors/0/message").asText())
        .isEqualTo(
            "InventoryQuantityInput must include the following argument: changeFromQuantity.");

    assertThat(set("k2", quantity(7, 5)).findValue("code").asText())
        .isEqualTo("CHANGE_FROM_QUANTITY_STALE");
    assertThat(set("k3", quantity(7, 0)).findValue("userErrors")).isEmpty();
  }

  @Test
  void unknownThingsAreRefusedByTheirPath() {
    Map<String, Object> unknown = new HashMap<>(quantity(1, null));
    unknown.put("inventoryItemId", "gid://shopify/InventoryItem/1");

    JsonNode error = set("k1", unknown).findValue("userErrors").path(0);

    assertThat(error.path("code").asText()).isEqualTo("INVALID_INVENTORY_ITEM");
    assertThat(error.path("field").toString())
        .isEqualTo("[\"input\",\"quantities\",\"0\",\"inventoryItemId\"]");
    assertThat(set("k2", quantity(1, null), quantity(2, null)).findValue("code").asText())
        .isEqualTo("NO_DUPLICATE_INVENTORY_ITEM_ID_GROUP_ID_PAIR");
    assertThat(set("k3", quantity(1_000_000_001, null)).findValue("code").asText())
        .isEqualTo("INVALID_QUANTITY_TOO_HIGH");
    assertThat(open.world.summary().stockSettings()).isZero();
  }

  private Map<String, Object> quantity(int quantity, Integer from) {
    Map<String, Object> one = new HashMap<>();
    one.put("inventoryItemId", item);
    one.put("locationId", open.store.locationId());
    one.put("quantity", quantity);
    one.put("changeFromQuantity", from);
    return one;
  }

  private JsonNode set(String key, Object... quantities) {
    return open.client.ask(SET, Map.of("key", key, "input", input(quantities)));
  }

  private static Map<String, Object> input(Object... quantities) {
    return Map.of("name", "available", "reason", "correction", "quantities", List.of(quantities));
  }
}
