package io.serai.hub;

import io.serai.access.Logins;
import io.serai.access.Session;
import io.serai.console.Answer;
import io.serai.console.Console;
import io.serai.console.Request;
import io.serai.console.Screens;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bean {@code console}: the console in a browser. What a request may say is read here, and every
 * answer is bound to come from and lead to this hub alone.
 */
public final class ConsoleDesk {
  private static final Logger LOG = LoggerFactory.getLogger(ConsoleDesk.class);

  private final Console console;
  private final ConsoleAssets assets = new ConsoleAssets();

  ConsoleDesk(Console console) {
    this.console = console;
  }

  /** All there is to see and to do. */
  List<Screens.Address> addresses() {
    return console.addresses();
  }

  /** Shows a page, or something that pages need. */
  public void show(Exchange exchange) {
    ConsoleRequest request = ConsoleRequest.of(exchange);
    ConsoleReply reply = new ConsoleReply(exchange);
    if (request.path().startsWith("/assets/")) {
      reply.asset(assets.find(request.path().substring("/assets/".length())));
      return;
    }
    Optional<Session> session = session(request);
    if (session.isEmpty()) {
      login(request, reply, 200, "");
      return;
    }
    Request asked = request.in(session.get());
    answer(console.show(asked), asked, request, reply);
    if (!asked.partial()) {
      console.shown(request.token().orElseThrow());
    }
  }

  /** Does what a form asks for, and leads to the page that shows it. */
  public void act(Exchange exchange) {
    ConsoleRequest request = ConsoleRequest.of(exchange);
    ConsoleReply reply = new ConsoleReply(exchange);
    if (!request.isOwn()) {
      reply.text(403, "This came from another site.");
    } else if (request.path().equals("/login")) {
      begin(request, reply);
    } else {
      act(request, reply);
    }
  }

  /** Says that something is wrong on this side. */
  public void excuse(
      @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception cause, Exchange exchange) {
    LOG.error("The console could not answer", cause);
    new ConsoleReply(exchange)
        .text(500, "Something went wrong; the hub's log at this time tells what.");
  }

  private void begin(ConsoleRequest request, ConsoleReply reply) {
    Map<String, String> form = request.form();
    Logins.Outcome outcome =
        console.login(
            form.getOrDefault("name", ""), form.getOrDefault("password", ""), request.address());
    if (outcome instanceof Logins.Outcome.Begun begun) {
      reply.setToken(begun.token(), request.isSecure());
      reply.redirect("/");
    } else if (outcome instanceof Logins.Outcome.Wrong) {
      login(request, reply, 401, "The name or the password is wrong.");
    } else {
      login(request, reply, 429, "There were too many attempts. Try again in fifteen minutes.");
    }
  }

  private void act(ConsoleRequest request, ConsoleReply reply) {
    Optional<Session> session = session(request);
    if (session.isEmpty()) {
      login(request, reply, 401, "You have been logged out; nothing was changed.");
      return;
    }
    Request asked = request.in(session.get());
    Answer answer = console.act(asked);
    if (request.path().equals("/logout") && !(answer instanceof Answer.Page)) {
      console.logout(request.token().orElseThrow());
      reply.endToken();
    }
    answer(answer, asked, request, reply);
  }

  private void answer(Answer answer, Request asked, ConsoleRequest request, ConsoleReply reply) {
    if (answer instanceof Answer.Page page) {
      reply.page(page.status(), console.render(page, asked));
    } else if (answer instanceof Answer.Done done) {
      say(request, done.said(), "");
      reply.redirect(done.to());
    } else if (answer instanceof Answer.Refused refused) {
      say(request, "", refused.why());
      reply.redirect(refused.to());
    } else if (answer instanceof Answer.Table table) {
      reply.table(table);
    } else if (answer instanceof Answer.Bytes bytes) {
      reply.bytes(bytes);
    }
  }

  private void say(ConsoleRequest request, String said, String problem) {
    request.token().ifPresent(token -> console.say(token, said, problem));
  }

  private Optional<Session> session(ConsoleRequest request) {
    return request.token().flatMap(console::session);
  }

  private void login(ConsoleRequest request, ConsoleReply reply, int status, String problem) {
    if (request.isPartial()) {
      reply.away();
    } else {
      reply.page(status, console.loginPage(problem));
    }
  }
}
