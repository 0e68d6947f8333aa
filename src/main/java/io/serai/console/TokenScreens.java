package io.serai.console;

import io.serai.access.AuditLog;
import io.serai.access.Role;
import io.serai.rest.AccessToken;
import io.serai.rest.AccessTokens;
import io.serai.rest.Scope;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** The tokens by which programs call the API, for admins. */
public final class TokenScreens {
  private static final String PAGE = "/tokens";

  private final Clock clock;
  private final AccessTokens tokens;
  private final AuditLog audit;

  /**
   * The screens.
   *
   * @param clock by which tokens end
   */
  public TokenScreens(Clock clock, AccessTokens tokens, AuditLog audit) {
    this.clock = clock;
    this.tokens = tokens;
    this.audit = audit;
  }

  /**
   * A token, as it is listed.
   *
   * @param state {@code valid}, {@code expired} or {@code revoked}
   */
  public record Row(AccessToken token, String state) {}

  /**
   * A scope that a token may have.
   *
   * @param field its box in the form, whose name has no colon
   */
  public record Choice(Scope scope, String field) {
    static Choice of(Scope scope) {
      return new Choice(scope, scope.word().replace(":", ""));
    }
  }

  /** Adds them to the console. */
  public void addTo(Screens screens) {
    screens.place(PAGE, "API tokens", Role.ADMIN);
    screens.shows(PAGE, Role.ADMIN, this::list);
    screens.does(PAGE + "/add", Role.ADMIN, this::add);
    screens.does(PAGE + "/{id}/revoke", Role.ADMIN, this::revoke);
  }

  private Answer list(Handle handle, Request request) {
    List<Row> rows = tokens.all(handle).stream().map(this::row).toList();
    return new Answer.Page("tokens.html", Map.of("tokens", rows, "choices", choices().toList()));
  }

  private Row row(AccessToken token) {
    if (token.revokedAt().isPresent()) {
      return new Row(token, "revoked");
    }
    boolean lasts = token.expiresAt().filter(end -> !end.isAfter(clock.instant())).isEmpty();
    return new Row(token, lasts ? "valid" : "expired");
  }

  private Answer add(Handle handle, Request request) {
    String days = request.given("days").orElse("");
    if (!days.matches("[0-9]{0,6}")) {
      return new Answer.Refused(PAGE, "The days are a number, or left out.");
    }
    List<String> scopes =
        choices()
            .filter(choice -> request.given(choice.field()).isPresent())
            .map(choice -> choice.scope().word())
            .toList();
    try {
      AccessTokens.Made made =
          tokens.make(
              handle,
              request.given("name").orElse(""),
              scopes,
              days.isEmpty() ? Optional.empty() : Optional.of(Integer.valueOf(days)),
              request.who());
      audit.note(handle, request.who(), "made", "token " + made.name(), String.join(", ", scopes));
      // Not by way of the session: a secret is shown, and kept nowhere.
      return new Answer.Page(
          "token-secret.html", Map.of("name", made.name(), "secret", made.secret()));
    } catch (AccessTokens.Unfit unfit) {
      return new Answer.Refused(PAGE, unfit.getMessage());
    }
  }

  private Answer revoke(Handle handle, Request request) {
    long id = request.id("id");
    AccessToken token =
        tokens.all(handle).stream()
            .filter(each -> each.id() == id)
            .findFirst()
            .orElseThrow(Request.Missing::new);
    if (!tokens.revoke(handle, id, request.who())) {
      return new Answer.Refused(PAGE, "The token " + token.name() + " had been revoked before.");
    }
    audit.note(handle, request.who(), "revoked", "token " + token.name(), "");
    return new Answer.Done(
        PAGE, "The token " + token.name() + " is revoked; who has it is refused from now on.");
  }

  private static Stream<Choice> choices() {
    return Arrays.stream(Scope.values()).map(Choice::of);
  }
}
