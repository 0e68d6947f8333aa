package io.serai.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.order.Customer;
import io.serai.order.IncomingOrder;
import io.serai.order.Place;
import io.serai.order.Shop;
import io.serai.order.Substitutes;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The customer's page as a browser meets it. */
class CustomerPageTest {
  private static final String HOSTILE = "<script>alert(1)</script> & \"mug\"";

  private final HttpClient browser = HttpClient.newHttpClient();
  private Scene scene;
  private PageServer server;
  private URI link;
  private long line;

  @BeforeEach
  void anOrderThatWaits() throws Exception {
    int port = PageServer.freePort();
    scene =
        Scene.usual()
            .caring(
                new Substitutes(Map.of("B", List.of("C"))),
                PageServer.at(port),
                new Shop("dtc", 0, "Shop", true));
    scene.stock("north", "A,5", "B,0", "C,9").stock("south");
    scene.accept(order("1001", "en"));
    link = link(port, "1001");
    line = Long.parseLong(scene.one("select order_line_id from backorder"));
    server = PageServer.start(scene, port);
  }

  @AfterEach
  void close() {
    server.close();
    scene.close();
  }

  @Test
  void thePageShowsTheOrderAndNothingThatABrowserWouldRun() throws Exception {
    HttpResponse<String> page = get(link);

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("Your order 1001", "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;mug&quot;")
        .contains("Take C instead", "Keep waiting", "Cancel it and get $20.00 back")
        .doesNotContain("<script", "javascript:", "onclick");
  }

  @Test
  void theAnswerIsKeptFromFramesCachesAndReferrers() throws Exception {
    HttpResponse<String> page = get(link);

    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "frame-ancestors 'none'", "style-src 'nonce-")
        .doesNotContain("script-src", "unsafe");
    assertThat(page.headers().map())
        .containsEntry("Referrer-Policy", List.of("no-referrer"))
        .containsEntry("Cache-Control", List.of("no-store"))
        .containsEntry("X-Content-Type-Options", List.of("nosniff"))
        .containsEntry("Content-Type", List.of("text/html; charset=utf-8"))
        .doesNotContainKeys("token", "answer", "User-Agent", "set-cookie");
  }

  @Test
  void lookingChangesNothing() throws Exception {
    get(link);
    get(URI.create(link + "?choice=cancel&line=" + line));

    assertThat(scene.places("1001").get("2")).containsOnly(Map.entry(Place.BACKORDERED, 2));
    assertThat(scene.one("select count(*) from choice")).isEqualTo("0");
  }

  @Test
  void aChoiceLeadsBackToThePage() throws Exception {
    HttpResponse<String> chosen = post("choice=substitute&line=" + line + "&sku=C");

    assertThat(chosen.statusCode()).isEqualTo(303);
    String back = chosen.headers().firstValue("Location").orElseThrow();
    assertThat(back).isEqualTo("?answer=done.substitute");
    assertThat(get(URI.create(link + back)).body())
        .contains("Thank you. We are getting it ready to ship.", "Replaced by C");
    assertThat(post("choice=substitute&line=" + line + "&sku=C").headers().firstValue("Location"))
        .hasValue("?answer=already");
    assertThat(scene.broken()).isEmpty();
  }

  @Test
  void everyLinkThatLeadsNowhereHasTheSameAnswer() throws Exception {
    String unknown = get(URI.create(link.toString().replaceAll(".{32}$", "A".repeat(32)))).body();
    String malformed = get(URI.create(link + "x")).body();
    scene.database.useTransaction(
        handle ->
            handle.execute(
                "update customer_order set ended_at = ?",
                java.sql.Timestamp.from(Scene.START.minus(Duration.ofDays(61)))));
    HttpResponse<String> expired = get(link);

    assertThat(expired.statusCode()).isEqualTo(404);
    assertThat(List.of(unknown, malformed, expired.body()))
        .allSatisfy(
            page ->
                assertThat(page.replaceAll("nonce=\"[^\"]*\"", ""))
                    .isEqualTo(unknown.replaceAll("nonce=\"[^\"]*\"", ""))
                    .contains("There is nothing here"));
    assertThat(post("choice=cancel&line=" + line).statusCode()).isEqualTo(404);
  }

  @Test
  void aLinkShowsAndChangesOnlyItsOwnOrder() throws Exception {
    scene.accept(order("1002", "de"));
    String other =
        scene.one(
            "select b.order_line_id from backorder b join customer_order o on o.id = b.order_id where o.number = '1002'");

    assertThat(get(link).body()).doesNotContain("1002");
    assertThat(post("choice=cancel&line=" + other).headers().firstValue("Location"))
        .hasValue("?answer=late");
    assertThat(scene.places("1002").get("2")).containsOnly(Map.entry(Place.BACKORDERED, 2));
  }

  @Test
  void aGermanReadsGerman() throws Exception {
    scene.accept(order("1002", "de-DE"));

    assertThat(get(link(link.getPort(), "1002")).body())
        .contains("<html lang=\"de-DE\">", "Ihre Bestellung 1002", "Weiter warten", "20,00");
  }

  @Test
  void aFormThatIsTooLargeOrNoneOfOursIsRefused() throws Exception {
    assertThat(post("choice=cancel&line=" + line + "&x=" + "y".repeat(70_000)).statusCode())
        .isIn(400, 413);
    assertThat(post("choice=%zz&line=" + line).statusCode()).isIn(400, 404);
    assertThat(post("choice=explode&line=" + line).statusCode()).isEqualTo(404);
    assertThat(scene.places("1001").get("2")).containsOnly(Map.entry(Place.BACKORDERED, 2));
  }

  private URI link(int port, String number) {
    return URI.create(
        "http://127.0.0.1:"
            + port
            + "/order/"
            + scene.one("select page_token from customer_order where number = '" + number + "'"));
  }

  private HttpResponse<String> get(URI address) throws Exception {
    return browser.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String form) throws Exception {
    return browser.send(
        HttpRequest.newBuilder(link)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build(),
        BodyHandlers.ofString());
  }

  private static IncomingOrder order(String number, String locale) {
    IncomingOrder like =
        Scene.incoming(
            "dtc",
            number,
            "1",
            false,
            List.of(
                new IncomingOrder.Line("1", "x", "A", "Tea", 1, BigDecimal.ONE),
                new IncomingOrder.Line("2", "y", "B", HOSTILE, 2, BigDecimal.TEN)));
    return Scene.boughtBy(new Customer("Ann", "ann@example.com", "", locale), like, "USD");
  }
}
