package io.serai.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.serai.access.Passwords;
import io.serai.access.Role;
import io.serai.access.Users;
import io.serai.order.Customer;
import io.serai.webhook.Subscriptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The console in a real browser: who gets in, what they see, and what they may do. */
class ConsoleTest {
  private static final String PASSWORD = "a long enough password";
  private static Chromium chromium;
  private static Scene scene;
  private static PageServer server;
  private static String console;
  private static String first;
  private static String bad;
  private static String worse;
  private static String delivery;

  @BeforeAll
  static void aHubWithSomethingToSee() throws Exception {
    chromium = Chromium.start();
    int port = PageServer.freePort();
    scene = Scene.usual();
    scene
        .stock("north", "TEA,9", "MUG,0")
        .orderOfCustomer(
            new Customer("Berta Brown", "berta@example.com", "", "en"), "1001", "TEA,3", "MUG,2")
        .order("1002", "POT,1");
    scene.sendPurchaseOrders();
    scene.notice(
        "north", scene.purchaseOrder("1001") + ",1,TEA,2,UPSN,1Z999,2026-11-23T09:00:00Z,NTH-1");
    scene.bill("north", "INV-1,2026-12-01," + scene.purchaseOrder("1001") + ",1,TEA,3,4.10,USD");
    first = scene.one("select id from customer_order where number = '1001'");
    scene.rawFile("north", "ACK-bad.csv", "po_number,line\n<i>,x\n");
    bad = scene.one("select id from document where name = 'ACK-bad.csv'");
    scene.rawFile("north", "ACK-worse.csv", "po_number,line\n");
    worse = scene.one("select id from document where name = 'ACK-worse.csv'");
    delivery = scene.one("select min(id) from delivery where kind = 'tracking'");
    Users users = new Users(Clock.systemUTC(), new Passwords(4));
    scene.database.useTransaction(
        handle -> {
          users.add(handle, "Olga", PASSWORD, Role.OPERATOR);
          users.add(handle, "Anna", PASSWORD, Role.ADMIN);
          users.add(handle, "Vera", PASSWORD, Role.VIEWER);
          handle.execute(
              "update delivery set state = 'quarantined', fault = 'HTTP 422', cure = 'Call.' where id = ?",
              Long.parseLong(delivery));
          handle.execute(
              "update customer_order set hold_reason = 'Fraud check' where number = '1002'");
          handle.execute("update alert set settled_at = now(), settled_by = 'nobody'");
          handle.execute(
              "insert into alert (at, kind, key, text) values (now(), 'test', 'k', 'The <b>mug</b> is oversold.')");
        });
    scene.database.useTransaction(
        handle -> {
          Subscriptions webhooks = EventsTest.subscriptions(scene);
          webhooks.create(
              handle, "seen", "https://erp.example.com/hooks/serai", List.of("order.*"), "Anna");
          webhooks.test(handle, "seen");
          handle.execute(
              "update delivery set state = 'quarantined', attempts = 13, fault = 'HTTP 500' where kind = 'webhook'");
        });
    server = PageServer.start(scene, port);
    console = "http://127.0.0.1:" + port + "/console";
  }

  @AfterAll
  static void end() {
    if (server != null) {
      server.close();
      scene.close();
      chromium.close();
    }
  }

  @Test
  void onlyWhoKnowsAPasswordGetsIn() {
    Page page = browser(ColorScheme.LIGHT, 1200);
    page.navigate(console + "/");
    assertThat(page.title()).startsWith("Log in");

    login(page, "olga", "wrong password");
    assertThat(page.getByRole(AriaRole.ALERT).textContent())
        .isEqualTo("The name or the password is wrong.");

    login(page, "olga", PASSWORD);
    assertThat(page.title()).startsWith("Today");
    page.getByText("Log out").click();
    assertThat(page.title()).startsWith("Log in");
  }

  @Test
  void whatNeedsAPersonIsShownUntilAnOperatorHasSeenToIt() {
    Page looking = entered("vera", ColorScheme.LIGHT, 1200);
    assertThat(looking.getByText("Seen to").count()).isZero();

    Page page = entered("olga", ColorScheme.LIGHT, 1200);
    assertThat(page.locator(".attention").textContent()).contains("The <b>mug</b> is oversold.");
    page.getByText("Seen to").click();
    assertThat(page.getByRole(AriaRole.STATUS).textContent()).isEqualTo("Noted as seen to.");
    assertThat(page.locator("main").textContent()).doesNotContain("oversold");
    page.reload();
    assertThat(page.getByRole(AriaRole.STATUS).count()).isZero();
    assertThat(scene.one("select settled_by from alert where key = 'k'")).isEqualTo("Olga");
    assertThat(scene.one("select who from audit where what = 'settled'")).isEqualTo("Olga");
  }

  @Test
  void nothingIsHardToReadOrToReach() {
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      for (int width : new int[] {360, 1200}) {
        isAccessible(entered("olga", scheme, width), "/", scheme, width);
      }
    }
    Page narrow = entered("anna", ColorScheme.DARK, 360);
    for (String path :
        List.of(
            "/orders",
            "/orders/" + first,
            "/quarantine",
            "/quarantine/deliveries/" + delivery,
            "/documents",
            "/documents/" + worse,
            "/webhooks",
            "/webhooks/seen",
            "/users",
            "/users/audit",
            "/tokens",
            "/backorders",
            "/backorders/queue?sku=MUG",
            "/stock",
            "/stock/sku?sku=TEA",
            "/suppliers",
            "/suppliers/north",
            "/routes",
            "/rules",
            "/orders/" + first + "/plan",
            "/password")) {
      isAccessible(narrow, path, ColorScheme.DARK, 360);
    }
  }

  private static void isAccessible(Page page, String path, ColorScheme scheme, int width) {
    assertThat(page.navigate(console + path).status()).as(path).isEqualTo(200);
    String called = path + " in the " + scheme + " scheme, " + width + " wide";
    ConsoleWalk.picture(page, "console" + called);
    ConsoleWalk.readable(page, called);
  }

  @Test
  void anOrderIsFoundByWhateverIsKnownOfIt() {
    Page page = entered("vera", ColorScheme.LIGHT, 1200);
    for (String text :
        List.of(
            "1001", "brown", "BERTA@example.com", "TEA", "1Z999", scene.purchaseOrder("1001"))) {
      page.navigate(console + "/orders");
      page.getByRole(AriaRole.SEARCHBOX).fill(text);
      page.getByText("Find", new Page.GetByTextOptions().setExact(true)).click();
      assertThat(page.locator("tbody th").allTextContents()).as(text).contains("1001");
    }
    page.navigate(console + "/orders?state=waiting&channel=dtc&split=&text=MUG");
    assertThat(page.locator("tbody th").allTextContents()).containsExactly("1001");
    page.navigate(console + "/orders?state=held");
    assertThat(page.locator("tbody th").allTextContents()).containsExactly("1002");
    page.navigate(console + "/orders?split=yes");
    assertThat(page.locator("main").textContent()).contains("No order is like this");
  }

  @Test
  void anOrdersPageTellsItsWholeStory() {
    Page page = entered("vera", ColorScheme.LIGHT, 1200);
    page.navigate(console + "/orders/" + first);
    assertThat(page.locator("main").textContent())
        .contains("Parcel of 2 by UPS", "Purchase order", "Title of MUG", "berta@example.com");
    assertThat(page.locator("li a").first().getAttribute("href")).contains("ups.com");
    assertThat(page.locator("[aria-labelledby=waits] tbody td").allTextContents())
        .startsWith("MUG", "2", "1");
    assertThat(page.locator("button").allTextContents()).containsExactly("Log out");
  }

  @Test
  void aListSaysHowManyOrdersHaveComeSinceItWasShownAndStaysAsItIs() throws Exception {
    Page page = entered("vera", ColorScheme.LIGHT, 1200);
    page.navigate(console + "/orders");
    assertThat(page.locator("#newer").textContent()).isEmpty();
    String asked = page.locator("#newer").getAttribute("hx-get").replaceFirst("^/console", "");
    assertThat(asked).contains("since=");

    String before = asked.replaceFirst("since=[0-9]+", "since=" + first);
    assertThat(get(before, cookie("vera")).body()).contains(" new order");
  }

  @Test
  void rulesAreTriedOnADaysOrdersAndAFaultIsShownOnItsLine() {
    Page page = entered("olga", ColorScheme.LIGHT, 1200);
    page.navigate(console + "/rules");
    page.getByLabel("The rules to try").fill("prioritize: [price]\nsplit: {maxShipments: 0}\n");
    page.getByText("Try", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(page.getByRole(AriaRole.ALERT).textContent()).contains("Line 2", "maxShipments");

    page.getByLabel("The rules to try").fill("exclude: [{supplier: north}]\n");
    page.getByLabel("Orders of").fill("2026-11-23");
    page.getByText("Try", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(page.locator("[aria-labelledby=came]").textContent())
        .contains("orders of the day", "3 of line 1 wait");
    assertThat(page.getByLabel("For serai.yaml").inputValue())
        .isEqualTo("rules:\n  exclude: [{supplier: north}]\n");
    assertThat(entered("vera", ColorScheme.LIGHT, 1200).locator("textarea").count()).isZero();
  }

  @Test
  void anOperatorNotesAndSendsAgain() {
    Page page = entered("olga", ColorScheme.LIGHT, 1200);
    page.navigate(console + "/orders/" + first);
    page.getByLabel("Note").fill("Called <Ann>");
    page.getByText("Add the note").click();
    assertThat(page.locator(".timeline").textContent()).contains("Olga: Called <Ann>");
    scene.deliver("mail", "mail");
    page.reload();
    page.getByText("Send again").first().click();
    assertThat(page.getByRole(AriaRole.STATUS).textContent()).contains("sent again");
    assertThat(scene.deliver("mail", "mail"))
        .anyMatch(delivery -> delivery.key().endsWith(":again-1"));
    assertThat(scene.rows("select what from audit where who = 'Olga' and what <> 'settled'"))
        .contains(List.of("noted"), List.of("sent again"));
  }

  @Test
  void aDocumentInQuarantineIsMendedAndReplayed() {
    Page page = entered("olga", ColorScheme.LIGHT, 1200);
    page.navigate(console + "/quarantine?kind=supplier-file&account=north");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("ACK-bad.csv")).click();
    page.getByLabel("Content").fill("po_number,line,sku,quantity,status\n");
    page.getByText("Save the change and replay").click();
    assertThat(page.getByRole(AriaRole.STATUS).textContent()).contains("what came is kept");
    assertThat(
            scene.rows(
                "select status, convert_from(content, 'UTF8') from document where id = " + bad))
        .containsExactly(List.of("received", "po_number,line,sku,quantity,status\n"));
    assertThat(
            scene.rows(
                "select name, status, convert_from(content, 'UTF8') from document where kind = 'replaced'"))
        .containsExactly(List.of("ACK-bad.csv", "ignored", "po_number,line\n<i>,x\n"));
  }

  @Test
  void whatIsDismissedSaysWhoAndWhy() {
    scene.database.useTransaction(
        handle ->
            handle.execute(
                """
                insert into document (direction, kind, account, key, name, content, status, fault, at)
                values ('in', 'order-page', 'north', 'k9', 'page 9', '\\x0001ff', 'quarantined', 'Odd.', now())"""));
    String line = scene.one("select id from document where key = 'k9'");
    Page page = entered("olga", ColorScheme.LIGHT, 1200);
    page.navigate(console + "/documents/" + line);
    assertThat(page.locator("pre").textContent()).contains("000000  00 01 ff");
    assertThat(page.getByText("Replay as it is").count()).isZero();
    page.getByLabel("Why").fill("Known to <north>");
    page.getByText("Dismiss").click();
    assertThat(scene.rows("select status, fault from document where id = " + line))
        .containsExactly(List.of("ignored", "Dismissed by Olga: Known to <north> It said: Odd."));
    assertThat(scene.one("select detail from audit where subject = 'document " + line + "'"))
        .isEqualTo("Known to <north>");
  }

  @Test
  void aListIsKeptAsAFileInWhichNoSpreadsheetFindsAFormula() throws Exception {
    scene.orderOfCustomer(new Customer("=1+1", "evil@example.com", "", "en"), "=E1", "BOX,1");
    String file = get("/orders?text=evil%40example.com&as=csv", cookie("vera")).body();

    assertThat(file.lines().toList()).hasSize(2).last().asString().contains(",'=E1,'=1+1,");
  }

  @Test
  void allOfAFilterIsReplayedAtOnce() {
    scene.database.useTransaction(
        handle ->
            handle.execute(
                """
                insert into document (direction, kind, account, key, name, content, status, fault, at)
                select 'in', 'notification', 'vip', 'n' || i, 'n' || i, 'x', 'quarantined', 'Odd.', now()
                from generate_series(1, 60) i"""));
    Page page = entered("olga", ColorScheme.LIGHT, 1200);
    page.navigate(console + "/quarantine?kind=notification&account=vip");
    page.getByText("Replay all of notification vip").click();

    assertThat(page.getByRole(AriaRole.STATUS).textContent())
        .isEqualTo("Replayed 60 documents and 0 deliveries.");
    assertThat(scene.rows("select distinct status from document where kind = 'notification'"))
        .containsExactly(List.of("received"));
  }

  @Test
  void aViewerChangesNothing() throws Exception {
    String cookie = cookie("vera");
    String csrf =
        get("/", cookie).body().replaceFirst("(?s).*name=\"csrf\" value=\"([^\"]+)\".*", "$1");
    for (String deed :
        List.of(
            "/orders/" + first + "/note",
            "/orders/" + first + "/hold",
            "/orders/" + first + "/release",
            "/orders/" + first + "/replan",
            "/orders/" + first + "/supplier",
            "/orders/" + first + "/cancel",
            "/orders/many",
            "/backorders/many",
            "/orders/" + first + "/deliveries/" + delivery + "/send",
            "/quarantine/replay",
            "/quarantine/deliveries/" + delivery + "/replay",
            "/quarantine/deliveries/" + delivery + "/dismiss",
            "/documents/" + bad + "/replay",
            "/documents/" + bad + "/edit",
            "/documents/" + bad + "/dismiss",
            "/users/add",
            "/users/1/change",
            "/users/1/password")) {
      assertThat(send(deed, "csrf=" + csrf + "&why=x&text=x", "same-origin", cookie).statusCode())
          .as(deed)
          .isEqualTo(403);
    }
  }

  @Test
  void theArithmeticOfWhatMayBeSoldIsSpelledOut() {
    Page page = entered("vera", ColorScheme.LIGHT, 1200);
    page.navigate(console + "/stock?sku=TEA");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("TEA")).click();
    assertThat(page.locator("[aria-labelledby=sum] table").textContent())
        .contains(
            "7 on hand − 1 reserved − 0 safety buffer",
            "6 free − 0 waiting",
            "sees 6 of 6 − 0 channel buffer − 0 learned from overselling");
  }

  @Test
  void thePlanOfAnOrderIsExplained() {
    Page page = entered("vera", ColorScheme.LIGHT, 1200);
    page.navigate(console + "/orders/" + first);
    page.getByText("Why it is planned so").click();
    assertThat(page.locator("pre").textContent())
        .contains("Order 1001", "Line 1: 3 x TEA", "Line 2: 2 x MUG", "north");
  }

  @Test
  void aQueueIsReadFromAnyPlace() {
    scene.orders("Q", 60, "BOX,1");
    scene.database.useTransaction(
        handle -> handle.execute("update backorder set eta = '2020-01-01' where sku = 'BOX'"));
    Page page = entered("vera", ColorScheme.LIGHT, 1200);
    page.navigate(console + "/backorders");
    assertThat(page.locator("[aria-labelledby=days] tbody").last().textContent())
        .contains("late", "60");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("BOX").setExact(true))
        .click();
    page.getByText("Next").click();
    assertThat(page.locator("tbody tr").first().locator("td").first().textContent())
        .isEqualTo("51");
    assertThat(page.locator("tbody tr").count()).isEqualTo(10);
    page.navigate(console + "/orders?text=BOX");
    page.getByText("Older").click();
    assertThat(page.locator("tbody tr").count()).isEqualTo(10);
  }

  @Test
  void howASupplierDoesIsCounted() {
    Page page = entered("vera", ColorScheme.LIGHT, 1200);
    page.navigate(console + "/suppliers");
    assertThat(page.locator("tbody tr").first().textContent()).startsWith("north166 %");
    page.navigate(console + "/suppliers/north");
    assertThat(page.locator("[aria-labelledby=bills] li").allTextContents()).isNotEmpty();
  }

  @Test
  void anAdminTellsOthersOfEvents() {
    Page page = entered("anna", ColorScheme.LIGHT, 1200);
    page.navigate(console + "/webhooks");
    page.getByLabel("Name").fill("erp");
    page.getByLabel("Address").fill("http://erp.example.com/");
    page.getByText("Add", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(page.getByRole(AriaRole.ALERT).textContent()).contains("write https");

    page.getByLabel("Name").fill("erp");
    page.getByLabel("Address").fill("https://erp.example.com/");
    page.getByText("Add", new Page.GetByTextOptions().setExact(true)).click();
    String secret = page.locator("code").textContent();
    assertThat(secret).startsWith("whsec_");

    page.getByText("To the webhook").click();
    assertThat(page.content()).doesNotContain(secret);
    page.getByText("Send a test").click();
    assertThat(page.locator("tbody").textContent()).contains("webhook.test");
    page.getByText("Pause", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(page.locator("h1").textContent()).isEqualTo("erp paused");
    page.getByText("Resume").click();
    page.getByText("Give a new secret").click();
    assertThat(page.locator("code").textContent()).startsWith("whsec_").isNotEqualTo(secret);
    page.getByText("To the webhook").click();
    page.getByLabel("What it is owed is never sent").check();
    page.getByText("Delete it").click();
    assertThat(page.getByRole(AriaRole.STATUS).textContent())
        .isEqualTo("The webhook erp is deleted.");
    page.navigate(console + "/users/audit");
    assertThat(page.locator("tbody").textContent())
        .contains("webhook erp", "gave a new secret")
        .doesNotContain(secret);

    Page looking = entered("olga", ColorScheme.LIGHT, 1200);
    assertThat(looking.navigate(console + "/webhooks").status()).isEqualTo(403);
  }

  @Test
  void anAdminManagesUsersAndTheLastAdminStays() {
    Page page = entered("anna", ColorScheme.LIGHT, 1200);
    page.navigate(console + "/users");
    page.getByLabel("New user's name").fill("Udo");
    page.locator("#new-password").fill(PASSWORD);
    page.getByText("Add", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(page.getByRole(AriaRole.STATUS).textContent()).isEqualTo("Udo may log in now.");

    Page own = entered("udo", ColorScheme.LIGHT, 1200);
    assertThat(own.locator("nav").textContent()).doesNotContain("Users");
    assertThat(own.navigate(console + "/users").status()).isEqualTo(403);
    own.navigate(console + "/password");
    own.getByLabel("Old password").fill(PASSWORD);
    own.getByLabel("New password").fill("another long password");
    own.getByText("Change it").click();
    login(own, "udo", "another long password");
    assertThat(own.title()).startsWith("Today");

    page.locator("section", new Page.LocatorOptions().setHasText("Anna"))
        .getByLabel("may log in")
        .last()
        .uncheck();
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Change Anna")).click();
    assertThat(page.getByRole(AriaRole.ALERT).textContent()).contains("no other admin");
    page.navigate(console + "/users/audit");
    assertThat(page.locator("tbody").textContent())
        .contains("user Udo", "changed the own password");
  }

  @Test
  void anAdminMakesATokenThatIsShownOnceAndRevokesIt() {
    Page page = entered("anna", ColorScheme.LIGHT, 1200);
    page.navigate(console + "/tokens");
    page.getByLabel("Name").fill("Warehouse app");
    page.getByText("Make it").click();
    assertThat(page.getByRole(AriaRole.ALERT).textContent()).contains("a scope at least");

    page.getByLabel("Name").fill("Warehouse app");
    page.getByLabel("Days until it ends").fill("30");
    page.getByLabel("stock:read").check();
    page.getByLabel("stock:write").check();
    page.getByText("Make it").click();
    String secret = page.locator(".once").textContent();
    assertThat(secret).matches("serai_[A-Za-z0-9_-]{43}");
    assertThat(
            scene.rows(
                "select array_to_string(scopes, ' '), made_by, extract(day from expires_at - made_at) from api_token where name = 'Warehouse app'"))
        .containsExactly(List.of("stock:read stock:write", "Anna", "30"));

    page.getByText("To the tokens").click();
    assertThat(page.content()).contains("Warehouse app").doesNotContain(secret);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Revoke Warehouse app"))
        .click();
    assertThat(page.getByRole(AriaRole.STATUS).textContent()).contains("is revoked");
    assertThat(page.locator("tbody").textContent()).contains("revoked", "by Anna");
    assertThat(
            scene.rows(
                "select what, who, detail from audit where subject = 'token Warehouse app' order by id"))
        .containsExactly(
            List.of("made", "Anna", "stock:read, stock:write"), List.of("revoked", "Anna", ""));
    assertThat(entered("olga", ColorScheme.LIGHT, 1200).navigate(console + "/tokens").status())
        .isEqualTo(403);
  }

  @Test
  void noOtherSiteCanSendAForm() throws Exception {
    String login = login("olga");
    assertThat(login).contains("HttpOnly", "SameSite=Lax", "Path=/console");
    String cookie = login.replaceFirst(";.*", "");

    assertThat(send("/alerts/1/settle", "csrf=x", "cross-site", cookie).statusCode())
        .isEqualTo(403);
    HttpResponse<String> withoutToken = send("/alerts/1/settle", "csrf=x", "same-origin", cookie);
    assertThat(withoutToken.statusCode()).isEqualTo(403);
    assertThat(withoutToken.body()).contains("out of date");
    assertThat(withoutToken.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "script-src 'self'")
        .doesNotContain("unsafe");
  }

  @Test
  void afterFiveFailuresAPasswordIsNotTriedAgain() throws Exception {
    for (int i = 0; i < 5; i++) {
      assertThat(send("/login", "name=nina&password=x", "same-origin", "").statusCode())
          .isEqualTo(401);
    }
    assertThat(send("/login", "name=Nina&password=x", "same-origin", "").statusCode())
        .isEqualTo(429);
  }

  private static String cookie(String name) throws Exception {
    return login(name).replaceFirst(";.*", "");
  }

  private static String login(String name) throws Exception {
    return send(
            "/login", "name=" + name + "&password=" + PASSWORD.replace(' ', '+'), "same-origin", "")
        .headers()
        .firstValue("Set-Cookie")
        .orElseThrow();
  }

  private static HttpResponse<String> get(String path, String cookie) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(console + path)).header("Cookie", cookie).build(),
            HttpResponse.BodyHandlers.ofString());
  }

  private static HttpResponse<String> send(String path, String form, String site, String cookie)
      throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(console + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", site)
                .header("Cookie", cookie)
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  private static Page entered(String name, ColorScheme scheme, int width) {
    Page page = browser(scheme, width);
    page.navigate(console + "/");
    login(page, name, PASSWORD);
    return page;
  }

  private static void login(Page page, String name, String password) {
    page.getByLabel("Name").fill(name);
    page.getByLabel("Password").fill(password);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log in")).click();
  }

  private static Page browser(ColorScheme scheme, int width) {
    return chromium
        .browser()
        .newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setColorScheme(scheme)
                // A checker's own script is run in the page.
                .setBypassCSP(width == 360))
        .newPage();
  }
}
