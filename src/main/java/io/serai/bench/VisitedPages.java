package io.serai.bench;

import io.serai.database.Database;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** The pages of a hub as a person who has logged in visits them, another order each time. */
final class VisitedPages {
  private static final List<String> NAMES =
      List.of("Abbott", "Cruzson", "Guptaova", "Meyer", "Okaforsen", "Rossi", "Tranez");

  private final Map<String, Supplier<String>> addresses = new LinkedHashMap<>();
  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final Random random = new Random(1);
  private final String base;
  private final int orders;

  private VisitedPages(String base, int orders) {
    this.base = base;
    this.orders = orders;
  }

  /**
   * Logs in as the first user.
   *
   * @param orders how many there are, with the numbers from 1
   * @throws IOException when the hub does not let us in
   */
  static VisitedPages enter(String base, String password, Database database, int orders)
      throws IOException, InterruptedException {
    VisitedPages pages = new VisitedPages(base, orders);
    String form = "name=admin&password=" + encoded(password);
    HttpResponse<String> answer =
        pages.client.send(
            HttpRequest.newBuilder(URI.create(base + "/console/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 303 && answer.statusCode() != 302) {
      throw new IOException("the console let nobody in: " + answer.statusCode());
    }
    pages.addOrders();
    pages.addOthers(database);
    return pages;
  }

  /** What the pages are called. */
  Collection<String> names() {
    return addresses.keySet();
  }

  /**
   * Fetches a page, to its last byte.
   *
   * @throws IOException when it is not answered with what was asked for
   */
  void visit(String page) throws IOException, InterruptedException {
    URI address = URI.create(base + addresses.get(page).get());
    HttpResponse<String> answer =
        client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(address + " was answered with " + answer.statusCode());
    }
  }

  private void addOrders() {
    addresses.put("today", () -> "/console/");
    addresses.put("orders", () -> "/console/orders");
    addresses.put("orders, further back", () -> "/console/orders?before=" + number());
    for (String state : List.of("open", "ended", "held", "waiting")) {
      addresses.put("orders, " + state, () -> "/console/orders?state=" + state);
    }
    addresses.put("orders, split", () -> "/console/orders?split=true");
    addresses.put("orders of a channel", () -> "/console/orders?channel=shop");
    addresses.put("orders by number", () -> search(orderNumber()));
    addresses.put("orders by name", () -> search(NAMES.get(random.nextInt(NAMES.size()))));
    addresses.put(
        "orders by mail", () -> search("abbott." + 2000 * (number() / 2000) + "@example.com"));
    addresses.put("orders by SKU, rare", () -> search("SKU-" + (40_000 + random.nextInt(9_000))));
    addresses.put("orders by SKU, that sells most", () -> search("SKU-0"));
    addresses.put("orders by tracking number", () -> search("1Z" + (2 * number() - 1)));
    addresses.put("orders by nothing known", () -> search("nothing-" + number()));
    addresses.put("an order", () -> "/console/orders/" + number());
  }

  private void addOthers(Database database) {
    addresses.put("backorders", () -> "/console/backorders");
    addresses.put("backorders of a SKU", () -> "/console/backorders/queue?sku=SKU-" + sku());
    addresses.put("stock", () -> "/console/stock");
    addresses.put("stock, search", () -> "/console/stock?sku=SKU-" + sku());
    addresses.put("stock of a SKU", () -> "/console/stock/sku?sku=SKU-" + sku());
    addresses.put("suppliers", () -> "/console/suppliers");
    addresses.put("a supplier", () -> "/console/suppliers/north");
    addresses.put("documents", () -> "/console/documents");
    addresses.put("documents of an account", () -> "/console/documents?account=south");
    addresses.put("documents of a kind", () -> "/console/documents?kind=supplier-file");
    addresses.put("a document", () -> "/console/documents/" + number());
    addresses.put("quarantine", () -> "/console/quarantine");
    addresses.put("users", () -> "/console/users");
    addresses.put("audit", () -> "/console/users/audit");
    addresses.put("a customer's page", () -> "/order/" + token(database));
  }

  private String orderNumber() {
    int number = number();
    return List.of("AM", "EB", "SH", "WA").get(number % 4) + "-" + number;
  }

  private int number() {
    return 1 + random.nextInt(orders);
  }

  private int sku() {
    return (int) (50_000 * Math.pow(random.nextDouble(), 3));
  }

  private String token(Database database) {
    // The link of an older order has expired.
    long order = orders - random.nextInt(orders / 50);
    return database.inTransaction(
        handle ->
            handle
                .createQuery("select page_token from customer_order where id = :order")
                .bind("order", order)
                .mapTo(String.class)
                .one());
  }

  private static String search(String text) {
    return "/console/orders?text=" + encoded(text);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
