package io.serai.hub;

import static io.serai.order.Place.BACKORDERED;
import static io.serai.order.Place.CANCELLED;
import static io.serai.order.Place.PLANNED;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.serai.access.Passwords;
import io.serai.access.Role;
import io.serai.access.Users;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an operator does to orders in a real browser, one and many. */
class OrderDeedsTest {
  private static final String PASSWORD = "a long enough password";
  private static Chromium chromium;
  private static Scene scene;
  private static PageServer server;
  private static String console;

  @BeforeAll
  static void aHubWithOrdersThatNobodyWasAskedFor() throws Exception {
    chromium = Chromium.start();
    int port = PageServer.freePort();
    scene = Scene.usual();
    scene.stock("north", "TEA,9,1.00", "MUG,0,1.00", "CUP,2,1.00").stock("south", "TEA,9,2.50");
    scene.order("1001", "TEA,3", "MUG,2").order("1002", "TEA,1").order("1003", "MUG,1");
    scene
        .order("1004", "CUP,1")
        .order("1005", "MUG,1")
        .order("1006", "TEA,2")
        .order("1007", "CUP,1");
    Users users = new Users(Clock.systemUTC(), new Passwords(4));
    scene.database.useTransaction(
        handle -> {
          users.add(handle, "Olga", PASSWORD, Role.OPERATOR);
          users.add(handle, "Vera", PASSWORD, Role.VIEWER);
        });
    server = PageServer.start(scene, port);
    console = "http://127.0.0.1:" + port + "/console";
  }

  @AfterAll
  static void end() {
    if (server != null) {
      assertThat(scene.broken()).isEmpty();
      server.close();
      scene.close();
      chromium.close();
    }
  }

  @Test
  void anOrderIsHeldWithAReasonShownAsHeldAndReleased() {
    Page page = order("olga", "1002");
    open(page, "Hold");
    page.getByLabel("Why", exactly()).fill("Called <Ann>");
    press(page, "Hold");
    assertThat(said(page)).isEqualTo("Order 1002 is on hold.");
    assertThat(page.locator("main").textContent()).contains("On hold: Olga: Called <Ann>");
    page.navigate(console + "/orders?state=held");
    assertThat(page.locator("tbody").textContent()).contains("1002", "Olga: Called <Ann>");

    scene.database.useTransaction(
        handle ->
            handle.execute(
                "update customer_order set hold_since = hold_since - interval '2 days' where number = '1002'"));
    page.navigate(console + "/");
    assertThat(page.locator(".attention").textContent())
        .contains("Order 1002 of dtc has been on hold for more than a day: Olga: Called <Ann>.");
    page.locator(".attention li", new Page.LocatorOptions().setHasText("1002"))
        .getByText("Order", new Locator.GetByTextOptions().setExact(true))
        .click();
    press(page, "Release");
    assertThat(said(page)).isEqualTo("Order 1002 is released; it goes on.");
  }

  @Test
  void aLineMovesToASupplierWhoseFreeUnitsAndCostAreShown() {
    Page page = order("olga", "1006");
    open(page, "Change the supplier of 2 of TEA, line 1");
    Locator choice = page.getByLabel("Supplier", exactly());
    assertThat(choice.locator("option").allTextContents())
        .hasSize(2)
        .last()
        .asString()
        .matches("south: 9 free, 2.50 each, [0-9]+ days");
    choice.selectOption("south");
    press(page, "Change the supplier");
    assertThat(said(page)).isEqualTo("2 of TEA ship from south.");
    assertThat(scene.purchaseOrders("1006")).containsValue("south").hasSize(1);
    press(page, "Plan anew");
    assertThat(said(page)).isEqualTo("Order 1006 is planned anew: 2 of TEA from north.");
  }

  @Test
  void unitsAreCancelledOnceThoughTheFormIsSentTwice() {
    Page page = order("olga", "1001");
    Page other = order("olga", "1001");
    for (Page each : List.of(page, other)) {
      open(each, "Cancel of TEA, line 1: 3 open");
      Locator form = each.locator("details[open]");
      form.getByLabel("Units").fill("1");
      form.getByLabel("Why").fill("the buyer called");
      form.getByLabel("Cancel them for good").check();
      form.getByText("Cancel the units").click();
    }
    assertThat(said(page)).isEqualTo("1 unit cancelled.");
    assertThat(other.getByRole(AriaRole.ALERT).textContent())
        .isEqualTo("Line 1 has changed since you looked; see how it stands now, and try again.");
    assertThat(scene.places("1001").get("1")).isEqualTo(Map.of(PLANNED, 2, CANCELLED, 1));
  }

  @Test
  void manyOrdersAreDoneAtOnceAndWhatIsRefusedStopsNoOther() {
    Page page = entered("olga", ColorScheme.LIGHT, 1200);
    page.navigate(console + "/orders?channel=dtc&text=CUP");
    page.getByLabel("All on this page").check();
    page.getByLabel("With those ticked").selectOption("cancel what is open");
    page.getByLabel("Why, to hold or cancel").fill("recalled by its maker");
    press(page, "Do it");
    assertThat(page.getByRole(AriaRole.ALERT).textContent()).startsWith("Tick that you mean it");
    assertThat(page.url()).endsWith("/orders?text=CUP&channel=dtc");

    page.getByLabel("Order 1004").focus();
    page.keyboard().press("Space");
    page.getByLabel("With those ticked").selectOption("cancel what is open");
    page.getByLabel("Why, to hold or cancel").fill("recalled by its maker");
    page.getByLabel("If to cancel: for good").check();
    press(page, "Do it");
    assertThat(said(page)).isEqualTo("cancel what is open: done with 1 of 1.");

    page.getByLabel("All on this page").check();
    page.getByLabel("With those ticked").selectOption("hold");
    page.getByLabel("Why, to hold or cancel").fill("a question");
    press(page, "Do it");
    assertThat(page.getByRole(AriaRole.ALERT).textContent())
        .isEqualTo(
            "hold: done with 1 of 2. Refused: 1004: Order 1004 has ended: all of it has shipped or is cancelled,"
                + " so there is nothing to hold.");
    assertThat(scene.places("1004").get("1")).isEqualTo(Map.of(CANCELLED, 1));
    page.getByLabel("All on this page").check();
    page.getByLabel("With those ticked").selectOption("send again what failed");
    press(page, "Do it");
    assertThat(page.getByRole(AriaRole.ALERT).textContent())
        .startsWith("send again what failed: done with 0 of 2.");
  }

  @Test
  void waitsAreCancelledFromTheQueue() {
    Page page = entered("olga", ColorScheme.LIGHT, 1200);
    page.navigate(console + "/backorders/queue?sku=MUG");
    page.locator("tr", new Page.LocatorOptions().setHasText("1005"))
        .getByRole(AriaRole.CHECKBOX)
        .check();
    page.getByLabel("Why, to hold or cancel").fill("no more are made");
    page.getByLabel("If to cancel: for good").check();
    press(page, "Do it");
    assertThat(said(page)).isEqualTo("cancel: done with 1 of 1.");
    assertThat(scene.places("1005").get("1")).isEqualTo(Map.of(CANCELLED, 1));
    assertThat(scene.places("1003").get("1")).isEqualTo(Map.of(BACKORDERED, 1));
    assertThat(scene.one("select count(*) from audit where subject = 'order dtc 1005'"))
        .isEqualTo("1");
  }

  @Test
  void aViewerSeesNoneOfItAndWhoeverDoesFindsItByKeyboardAndOnAPhone() {
    Page looking = order("vera", "1001");
    assertThat(looking.locator("#deeds").count()).isZero();
    looking.navigate(console + "/orders");
    assertThat(looking.getByRole(AriaRole.CHECKBOX).count()).isZero();
    areAccessible(entered("olga", ColorScheme.LIGHT, 1400), "wide");
    areAccessible(entered("olga", ColorScheme.DARK, 360), "narrow");
  }

  private static void areAccessible(Page page, String name) {
    for (String path : List.of("/orders", "/orders/" + id("1001"), "/backorders/queue?sku=MUG")) {
      page.navigate(console + path);
      page.evaluate("document.querySelectorAll('.deeds details').forEach(d => d.open = true)");
      isAccessible(page, path, name);
    }
  }

  private static void isAccessible(Page page, String path, String name) {
    String folder = System.getProperty("serai.screenshots", "");
    if (!folder.isEmpty()) {
      String file = "deeds" + path.replaceAll("[^a-z0-9]", "-") + name + ".png";
      page.screenshot(
          new Page.ScreenshotOptions().setPath(Path.of(folder, file)).setFullPage(true));
    }
    assertThat(new AxeBuilder(page).setLegacyMode(true).analyze().getViolations())
        .as(path + ", " + name)
        .isEmpty();
    assertThat(
            (Integer)
                page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth"))
        .isLessThanOrEqualTo(0);
  }

  private static String id(String number) {
    return scene.one("select id from customer_order where number = '" + number + "'");
  }

  private static Page order(String name, String number) {
    Page page = entered(name, ColorScheme.LIGHT, 1200);
    page.navigate(console + "/orders/" + id(number));
    return page;
  }

  private static void open(Page page, String summary) {
    page.locator("summary")
        .getByText(summary, new Locator.GetByTextOptions().setExact(true))
        .click();
  }

  private static void press(Page page, String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .click();
  }

  private static String said(Page page) {
    return page.locator("p.said, p[role=alert]").textContent();
  }

  private static Page.GetByLabelOptions exactly() {
    return new Page.GetByLabelOptions().setExact(true);
  }

  private static Page entered(String name, ColorScheme scheme, int width) {
    Page page =
        chromium
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setViewportSize(width, 900)
                    .setColorScheme(scheme)
                    // A checker's own script is run in the page.
                    .setBypassCSP(true))
            .newPage();
    page.navigate(console + "/");
    page.getByLabel("Name").fill(name);
    page.getByLabel("Password").fill(PASSWORD);
    press(page, "Log in");
    return page;
  }
}
