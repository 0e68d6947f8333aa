package io.serai.console;

import io.serai.access.Logins;
import io.serai.access.Role;
import io.serai.access.Session;
import io.serai.access.Sessions;
import io.serai.database.Database;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The console: finds the screen of a request, holds it to the user's role and the session's own
 * token, and shows what it answers.
 */
public final class Console {
  private final Database database;
  private final Screens screens;
  private final ConsoleTemplates templates;
  private final Sessions sessions;
  private final Logins logins;
  private final String hub;

  public Console(
      Database database,
      Screens screens,
      ConsoleTemplates templates,
      Sessions sessions,
      Logins logins,
      String hub) {
    this.database = database;
    this.screens = screens;
    this.templates = templates;
    this.sessions = sessions;
    this.logins = logins;
    this.hub = hub;
  }

  /** All there is to see and to do. */
  public List<Screens.Address> addresses() {
    return screens.addresses();
  }

  /** The session that a browser's token stands for, as long as it lasts. */
  public Optional<Session> session(String token) {
    return database.inTransaction(handle -> sessions.find(handle, token));
  }

  /** Logs in. */
  public Logins.Outcome login(String name, String password, String address) {
    return database.inTransaction(handle -> logins.login(handle, name, password, address));
  }

  /** Keeps what is to be said on the next page of a session. */
  public void say(String token, String said, String problem) {
    database.useTransaction(handle -> sessions.say(handle, token, said, problem));
  }

  /** What was to be said has been. */
  public void shown(String token) {
    database.useTransaction(handle -> sessions.shown(handle, token));
  }

  /** Logs out. */
  public void logout(String token) {
    database.useTransaction(handle -> sessions.end(handle, token));
  }

  /** What a request is answered by whoever may look. */
  public Answer show(Request request) {
    return answer(false, request);
  }

  /** What a request is answered by whoever may act. */
  public Answer act(Request request) {
    if (!same(request.form().getOrDefault("csrf", ""), request.session().csrf())) {
      return notice(403, "This form is out of date", "Go back, load the page anew and try again.");
    }
    return answer(true, request);
  }

  private Answer answer(boolean acts, Request request) {
    Optional<Screens.Found> found = screens.find(acts, request);
    if (found.isEmpty()) {
      return missing();
    }
    if (!request.session().user().role().covers(found.get().least())) {
      return notice(
          403,
          "You may not do this",
          "It takes the role " + found.get().least().word() + "; ask whoever manages the users.");
    }
    try {
      return found.get().deed().answer(database, found.get().request());
    } catch (Request.Missing e) {
      return missing();
    }
  }

  private static Answer missing() {
    return notice(
        404, "There is nothing here", "It may have been erased, or the address is wrong.");
  }

  private static Answer.Page notice(int status, String title, String text) {
    return new Answer.Page(status, "notice.html", Map.of("title", title, "text", text));
  }

  /** A page as HTML, within the console's frame. */
  public String render(Answer.Page page, Request request) {
    Map<String, Object> facts = new LinkedHashMap<>(page.facts());
    facts.put("hub", hub);
    facts.put("places", screens.places(request.session().user().role()));
    facts.put("user", request.session().user());
    facts.put("operates", request.session().user().role().covers(Role.OPERATOR));
    facts.put("administers", request.session().user().role().covers(Role.ADMIN));
    facts.put("csrf", request.session().csrf());
    facts.put("at", request.path());
    facts.put("partial", request.partial());
    facts.put("said", request.session().said());
    facts.put("problem", request.session().problem());
    return templates.render(page.template(), facts);
  }

  /** The page on which one logs in. */
  public String loginPage(String problem) {
    return templates.render("login.html", Map.of("hub", hub, "problem", problem));
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
