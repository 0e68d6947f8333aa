package io.serai.hub;

import io.serai.access.Passwords;
import io.serai.access.Role;
import io.serai.access.Session;
import io.serai.access.Sessions;
import io.serai.access.User;
import io.serai.access.Users;
import io.serai.order.Customer;
import io.serai.rest.AccessTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * A hub with something to lose, at all addresses at which its routes answer, and who asks there.
 */
final class HostileHub implements AutoCloseable {
  /** What is no text to a page that forgets to escape it. */
  static final String SCRIPT = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";

  private static final Clock CLOCK = Clock.systemUTC();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final int PATIENCE_MILLIS = 20_000;

  final Scene scene = Scene.usual();
  private final Users users = new Users(CLOCK, new Passwords(4));
  private final Sessions sessions = new Sessions(CLOCK);
  private final int port = PageServer.freePort();
  private final PageServer server;

  /** Starts it. */
  HostileHub() throws Exception {
    scene
        .stock("north", "TEA,9", "MUG,0")
        .orderOfCustomer(
            new Customer(SCRIPT, "evil@example.com", "", "en"), "1001", "TEA,3", "MUG,2")
        .orderOfCustomer(new Customer("Ann", "ann@example.com", "", "en"), SCRIPT, "TEA,1");
    scene.sendPurchaseOrders();
    scene.notice(
        "north",
        scene.purchaseOrder("1001") + ",1,TEA,2," + SCRIPT + ",1Z<b>,2026-11-23T09:00:00Z,NTH-1");
    scene.rawFile("north", "ACK-" + SCRIPT.replace("/", "") + ".csv", "po_number,line\n<i>,x\n");
    scene.database.useTransaction(
        handle ->
            handle.execute(
                "insert into alert (at, kind, key, text) values (now(), 'test', 'k', ?)", SCRIPT));
    server = PageServer.startAll(scene, port);
  }

  /** A user's time in the console. */
  record Login(String cookie, String csrf) {}

  /** Lets a new user in. */
  Login login(String name, Role role) {
    return scene.database.inTransaction(
        handle -> {
          User user = users.add(handle, name, "a long enough password", role);
          String token = sessions.begin(handle, user);
          Session session = sessions.find(handle, token).orElseThrow();
          return new Login(ConsoleRequest.COOKIE + "=" + token, session.csrf());
        });
  }

  /** A new token of the API. */
  String token(String name, Collection<String> scopes) {
    return scene.database.inTransaction(
        handle ->
            new AccessTokens(CLOCK).make(handle, name, scopes, Optional.of(30), "a test").secret());
  }

  /** Asks. */
  HttpResponse<String> ask(String method, String path, Map<String, String> headers, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /**
   * The whole answer to a request that no decent client would send.
   *
   * @param target as it stands in the first line
   * @param headers each with its line end
   */
  String askRaw(String method, String target, String headers) {
    return askRaw(method, target, headers, "");
  }

  /** The status of what follows a body of a byte more than anybody wants. */
  int statusOfTooLarge(String path, String headers) {
    String body = "x".repeat(2 * 1024 * 1024 + 1);
    return status(
        askRaw("POST", path, headers + "Content-Length: " + body.length() + "\r\n", body));
  }

  private String askRaw(String method, String target, String headers, String body) {
    String head = method + " " + target + " HTTP/1.1\r\nHost: hub\r\nConnection: close\r\n";
    String request = head + headers + "\r\n" + body;
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + target, e);
    }
  }

  /** The status of such an answer. */
  static int status(String answer) {
    return Integer.parseInt(answer.split(" ", 3)[1]);
  }

  /** How much there is of everything that somebody could change. */
  String state() {
    return scene.one(
        """
        select concat_ws(' ',
          (select concat(count(*), ':', sum(hashtext(d::text))) from document d),
          (select concat(count(*), ':', sum(hashtext(d::text))) from delivery d),
          (select concat(count(*), ':', sum(hashtext(o::text))) from customer_order o),
          (select concat(count(*), ':', sum(hashtext(o::text))) from offer o),
          (select concat(count(*), ':', sum(hashtext(a::text))) from alert a),
          (select concat(count(*), ':', sum(hashtext(u::text))) from app_user u),
          (select count(*) from timeline), (select count(*) from audit),
          (select count(*) from subscription), (select count(*) from api_token))""");
  }

  @Override
  public void close() {
    server.close();
    scene.close();
  }
}
