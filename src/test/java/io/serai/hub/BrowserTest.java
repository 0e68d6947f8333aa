package io.serai.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.serai.delivery.Delivery;
import io.serai.notify.LetterTemplates;
import io.serai.order.Customer;
import io.serai.order.IncomingOrder;
import io.serai.order.Place;
import io.serai.order.Shop;
import io.serai.order.Substitutes;
import io.serai.page.Enclosures;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The customer's page in a real browser, without JavaScript. It needs chromium: install it ({@code
 * apt-get install chromium}), or name it with {@code -Dserai.chromium=/path/to/chromium}. With
 * {@code -Dserai.screenshots=docs/images} it also takes the pictures of the documentation.
 */
class BrowserTest {
  private static final Path CHROMIUM =
      Path.of(System.getProperty("serai.chromium", "/usr/bin/chromium"));

  private Scene scene;
  private PageServer server;
  private Playwright playwright;
  private Browser browser;
  private String link;

  @BeforeEach
  void anOrderInManyParts() throws Exception {
    assumeTrue(
        Files.isExecutable(CHROMIUM),
        CHROMIUM + " is not there: install chromium, or name it with -Dserai.chromium=/path");
    int port = PageServer.freePort();
    scene =
        Scene.usual()
            .caring(
                new Substitutes(Map.of("MUG", List.of("RED"))),
                PageServer.at(port),
                new Shop("dtc", 0, "Caravan & Co", true));
    story();
    server = PageServer.start(scene, port);
    link =
        "http://127.0.0.1:"
            + port
            + "/order/"
            + scene.one("select page_token from customer_order where number = '1001'");
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setArgs(List.of("--no-sandbox")));
  }

  @AfterEach
  void close() {
    if (playwright != null) {
      playwright.close();
    }
    if (server != null) {
      server.close();
      scene.close();
    }
  }

  @Test
  void aCustomerTakesASubstituteWithoutJavaScript() {
    Page page = phone(ColorScheme.LIGHT, false);
    page.navigate(link);

    button(page, "Take Red stoneware mug instead").click();

    assertThat(page.url()).isEqualTo(link + "?answer=done.substitute");
    assertThat(page.getByRole(AriaRole.STATUS).textContent()).contains("We are getting it ready");
    assertThat(scene.places("1001")).containsEntry("2.1", Map.of(Place.PLANNED, 2));
    assertThat(scene.broken()).isEmpty();
  }

  @Test
  void aCustomerCancelsInTwoStepsAndCannotWaitForItThen() {
    Page page = phone(ColorScheme.LIGHT, false);
    Page stale = phone(ColorScheme.LIGHT, false);
    page.navigate(link);
    stale.navigate(link);

    page.getByText("Cancel it", new Page.GetByTextOptions().setExact(true)).click();
    button(page, "Cancel it and get $36.00 back").click();
    button(stale, "Keep waiting").click();

    assertThat(page.getByRole(AriaRole.STATUS).textContent()).contains("It is cancelled");
    assertThat(stale.getByRole(AriaRole.STATUS).textContent()).contains("no longer possible");
    assertThat(scene.places("1001").get("2")).containsOnly(Map.entry(Place.CANCELLED, 2));
  }

  @Test
  void nothingOfThePageIsHardToReadOrToReach() {
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      Page page = phone(scheme, true);
      page.navigate(link);

      assertThat(new AxeBuilder(page).analyze().getViolations())
          .as("axe-core in the " + scheme + " scheme")
          .isEmpty();
      Object overflow =
          page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth");
      assertThat((Integer) overflow).isLessThanOrEqualTo(0);
    }
  }

  @Test
  void thePicturesOfTheDocumentationAreTaken() throws Exception {
    String folder = System.getProperty("serai.screenshots", "");
    assumeTrue(!folder.isEmpty(), "no pictures without -Dserai.screenshots=docs/images");
    Path into = Files.createDirectories(Path.of(folder));
    Page page = phone(ColorScheme.LIGHT, false);
    page.navigate(link);
    picture(page, into.resolve("customer-page.png"));
    letter("partial", into.resolve("mail-partial.png"));
    scene.pass(Duration.ofDays(7)).keepDeadlines();
    letter("delayed", into.resolve("mail-delayed.png"));
    if (Boolean.getBoolean("serai.screenshots.more")) {
      more(into);
    }
  }

  private void more(Path into) {
    Page dark = phone(ColorScheme.DARK, false);
    dark.navigate(link);
    picture(dark, into.resolve("customer-page-dark.png"));
    Page desktop =
        browser.newContext(new Browser.NewContextOptions().setViewportSize(1200, 900)).newPage();
    desktop.navigate(link);
    picture(desktop, into.resolve("customer-page-desktop.png"));
    desktop.navigate(link.replaceAll(".{32}$", "A".repeat(32)));
    picture(desktop, into.resolve("customer-page-none.png"));
  }

  private void letter(String template, Path file) throws Exception {
    Delivery delivery = scene.owed("mail", template).get(0);
    Enclosures enclosures = scene.bean(LetterDesk.class, "letters").enclosures();
    String html =
        scene.database.inTransaction(
            handle ->
                LetterTemplates.load(Path.of("no-templates"))
                    .write(
                        enclosures.enclose(
                            handle, delivery.orderId().orElseThrow(), delivery.payload()))
                    .html());
    Page page = phone(ColorScheme.LIGHT, false);
    page.setContent(html);
    picture(page, file);
  }

  private static void picture(Page page, Path file) {
    page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    assertThat(file).isNotEmptyFile();
  }

  private Page phone(ColorScheme scheme, boolean javaScript) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(javaScript ? 360 : 390, 844)
                .setDeviceScaleFactor(2)
                .setColorScheme(scheme)
                // A checker's own script is run in the page; the page has none.
                .setBypassCSP(javaScript)
                .setJavaScriptEnabled(javaScript));
    return context.newPage();
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  private void story() {
    scene
        .stock("north", "TEA,9", "MUG,0,,,2026-12-08,40", "RED,9", "CLOTH,0")
        .stock("south", "POT,9");
    scene.accept(order("1000", line("1", "RED", "Red stoneware mug", 1, "18.00")));
    scene.accept(
        order(
            "1001",
            line("1", "TEA", "Green tea, 100 g", 3, "6.50"),
            line("2", "MUG", "Blue stoneware mug", 2, "18.00"),
            line("3", "POT", "Cast-iron teapot", 1, "64.00"),
            line("4", "CLOTH", "Linen tea towel", 1, "12.00")));
    scene.sendPurchaseOrders();
    long towel = Long.parseLong(scene.one("select id from order_line where sku = 'CLOTH'"));
    String token = scene.one("select page_token from customer_order where number = '1001'");
    scene.database.useTransaction(
        handle ->
            scene
                .bean(PageDesk.class, "pages")
                .pages()
                .choose(handle, token, new io.serai.choice.Choice.Cancel(towel)));
    scene
        .purchaseOrders("1001")
        .forEach(
            (po, supplier) -> {
              if (supplier.equals("north")) {
                scene.notice(
                    "north", po + ",1,TEA,3,UPS,1Z999AA10123456784,2026-11-24T10:00:00Z,P1");
              } else {
                scene.acknowledge("south", po + ",1,POT,1,accepted,,");
              }
            });
  }

  private static IncomingOrder.Line line(
      String line, String sku, String title, int quantity, String price) {
    return new IncomingOrder.Line(line, "gid-" + line, sku, title, quantity, new BigDecimal(price));
  }

  private static IncomingOrder order(String number, IncomingOrder.Line... lines) {
    IncomingOrder like = Scene.incoming("dtc", number, "1", false, List.of(lines));
    return Scene.boughtBy(new Customer("Ana", "ana@example.com", "", "en"), like, "USD");
  }
}
