package io.serai.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.console.Screens;
import io.serai.rest.Contract;
import io.serai.rest.Operation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Whatever the console shows or does, the API does too, unless there is a reason. */
class ScreensAndOperationsTest {
  private static final String OF_PEOPLE = "no: passwords and sessions are people's";
  private static final String GIVES_RIGHTS = "no: who may do what is given by people alone";
  private static final String ONE_BY_ONE = "no: programs ask for each order by itself";
  private static final Map<String, String> OPERATIONS = new HashMap<>();

  static {
    shown("/", "getToday");
    shown("/orders", "listOrders");
    shown("/orders/{id}", "getOrder");
    shown("/orders/{id}/plan", "explainOrder");
    shown("/backorders", "listBackorders");
    shown("/backorders/queue", "listQueue");
    shown("/stock", "listStock");
    shown("/stock/sku", "getStock");
    shown("/suppliers", "listSuppliers");
    shown("/suppliers/{id}", "getSupplier");
    shown("/documents", "listDocuments");
    shown("/documents/{id}", "getDocument");
    shown("/documents/{id}/content", "getDocumentContent");
    shown("/quarantine", "getQuarantine");
    shown("/quarantine/deliveries/{id}", "getDelivery");
    shown("/webhooks", "listWebhooks");
    shown("/webhooks/{name}", "getWebhook");
    shown("/users/audit", "listAudit");
    shown("/routes", "no: it is a picture; programs have /metrics");
    shown("/rules", "no: rules stand in serai.yaml, and ./serai plan tries them");
    shown("/users", GIVES_RIGHTS);
    shown("/tokens", GIVES_RIGHTS);
    shown("/password", OF_PEOPLE);

    done("/alerts/{id}/settle", "settleAlert");
    done("/orders/many", ONE_BY_ONE);
    done("/backorders/many", ONE_BY_ONE);
    done("/orders/{id}/note", "addOrderNote");
    done("/orders/{id}/hold", "holdOrder");
    done("/orders/{id}/release", "releaseOrder");
    done("/orders/{id}/replan", "planOrder");
    done("/orders/{id}/supplier", "changeSupplier");
    done("/orders/{id}/cancel", "cancelLine");
    done("/orders/{id}/deliveries/{delivery}/send", "sendDeliveryAgain");
    done("/quarantine/replay", "replayQuarantine");
    done("/quarantine/deliveries/{id}/replay", "replayDelivery");
    done("/quarantine/deliveries/{id}/dismiss", "dismissDelivery");
    done("/documents/{id}/replay", "replayDocument");
    done("/documents/{id}/edit", "replaceDocument");
    done("/documents/{id}/dismiss", "dismissDocument");
    done("/webhooks/add", "createWebhook");
    done("/webhooks/{name}/change", "changeWebhook");
    done("/webhooks/{name}/pause", "changeWebhook");
    done("/webhooks/{name}/resume", "changeWebhook");
    done("/webhooks/{name}/rotate", "rotateWebhookSecret");
    done("/webhooks/{name}/delete", "deleteWebhook");
    done("/webhooks/{name}/test", "testWebhook");
    done("/webhooks/{name}/replay", "replayWebhook");
    done("/webhooks/{name}/messages/{id}/replay", "replayWebhookDelivery");
    done("/rules/try", "no: rules stand in serai.yaml, and ./serai plan tries them");
    done("/users/add", GIVES_RIGHTS);
    done("/users/{id}/change", GIVES_RIGHTS);
    done("/users/{id}/password", GIVES_RIGHTS);
    done("/tokens/add", GIVES_RIGHTS);
    done("/tokens/{id}/revoke", GIVES_RIGHTS);
    done("/password", OF_PEOPLE);
    done("/logout", OF_PEOPLE);
  }

  @Test
  void whateverPeopleDoProgramsCanDoToo() {
    List<String> operations = Contract.load().operations().stream().map(Operation::id).toList();
    TreeSet<String> without = new TreeSet<>();
    try (Scene scene = Scene.usual()) {
      for (Screens.Address address : scene.bean(ConsoleDesk.class, "console").addresses()) {
        String key = (address.acts() ? "does " : "shows ") + address.path();
        String operation = OPERATIONS.getOrDefault(key, "");
        if (!operation.startsWith("no: ") && !operations.contains(operation)) {
          without.add(key + " " + operation);
        }
      }
    }
    assertThat(without).as("screens that no operation does").isEmpty();
  }

  private static void shown(String path, String operation) {
    OPERATIONS.put("shows " + path, operation);
  }

  private static void done(String path, String operation) {
    OPERATIONS.put("does " + path, operation);
  }
}
