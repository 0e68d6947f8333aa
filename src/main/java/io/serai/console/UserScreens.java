package io.serai.console;

import io.serai.access.AuditLog;
import io.serai.access.Passwords;
import io.serai.access.Role;
import io.serai.access.User;
import io.serai.access.Users;
import io.serai.view.Slice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Users and what they have done, for admins; and everybody's own password. */
public final class UserScreens {
  private static final String PAGE = "/users";
  private static final String NAME = "[\\p{L}\\p{N}][\\p{L}\\p{N} ._@-]{0,59}";
  private static final List<String> ROLES = Arrays.stream(Role.values()).map(Role::word).toList();

  private final Users users;
  private final AuditLog audit;

  public UserScreens(Users users, AuditLog audit) {
    this.users = users;
    this.audit = audit;
  }

  /** Adds them to the console. */
  public void addTo(Screens screens) {
    screens.place(PAGE, "Users", Role.ADMIN);
    screens.shows(PAGE, Role.ADMIN, this::list);
    screens.does(PAGE + "/add", Role.ADMIN, this::add);
    screens.does(PAGE + "/{id}/change", Role.ADMIN, this::change);
    screens.does(PAGE + "/{id}/password", Role.ADMIN, this::newPassword);
    screens.shows(PAGE + "/audit", Role.ADMIN, this::audit);
    screens.shows(
        "/password",
        (handle, request) -> new Answer.Page("password.html", Map.of("fewest", Passwords.FEWEST)));
    screens.does("/password", Role.VIEWER, this::ownPassword);
  }

  private Answer list(Handle handle, Request request) {
    return new Answer.Page(
        "users.html",
        Map.of("users", users.all(handle), "roles", ROLES, "fewest", Passwords.FEWEST));
  }

  private Answer add(Handle handle, Request request) {
    String name = request.given("name").orElse("");
    String password = request.form().getOrDefault("password", "");
    Optional<String> objection = Passwords.objection(password);
    if (!name.matches(NAME)) {
      return refused(
          "A name has 1 to 60 letters, digits, blanks or . _ @ -, and begins with a letter or digit.");
    }
    if (users.isTaken(handle, name)) {
      return refused("There is a user " + name + " already.");
    }
    if (objection.isPresent()) {
      return refused("The password will not do: " + objection.get() + ".");
    }
    Role role = role(request);
    users.add(handle, name, password, role);
    audit.note(handle, request.who(), "added", "user " + name, role.word());
    return new Answer.Done(PAGE, name + " may log in now.");
  }

  private Answer change(Handle handle, Request request) {
    User user = user(handle, request);
    Role role = role(request);
    boolean enabled = request.given("enabled").isPresent();
    if ((role != Role.ADMIN || !enabled) && !users.isAdminBeside(handle, user.id())) {
      return refused("There is no other admin: nobody could manage the users any more.");
    }
    users.change(handle, user.id(), role, enabled);
    String now = role.word() + (enabled ? "" : ", may not log in");
    audit.note(handle, request.who(), "changed", "user " + user.name(), now);
    return new Answer.Done(PAGE, user.name() + " is now: " + now + ".");
  }

  private Answer newPassword(Handle handle, Request request) {
    User user = user(handle, request);
    String password = request.form().getOrDefault("password", "");
    Optional<String> objection = Passwords.objection(password);
    if (objection.isPresent()) {
      return refused("The password will not do: " + objection.get() + ".");
    }
    users.changePassword(handle, user.id(), password);
    audit.note(handle, request.who(), "gave a new password", "user " + user.name(), "");
    return new Answer.Done(PAGE, user.name() + " has the new password, and is logged out.");
  }

  private Answer ownPassword(Handle handle, Request request) {
    String old = request.form().getOrDefault("old", "");
    String password = request.form().getOrDefault("new", "");
    Optional<String> objection = Passwords.objection(password);
    if (users.authenticate(handle, request.who(), old).isEmpty()) {
      return new Answer.Refused("/password", "The old password is wrong.");
    }
    if (objection.isPresent()) {
      return new Answer.Refused("/password", "It will not do: " + objection.get() + ".");
    }
    users.changePassword(handle, request.session().user().id(), password);
    audit.note(handle, request.who(), "changed the own password", "user " + request.who(), "");
    return new Answer.Done("/", "");
  }

  private Answer audit(Handle handle, Request request) {
    List<AuditLog.Deed> found =
        new ArrayList<>(audit.before(handle, Listing.before(request), Listing.rows(request) + 1));
    Slice<AuditLog.Deed> deeds = Slice.of(found, Listing.rows(request), AuditLog.Deed::id);
    if (Listing.isFile(request)) {
      return table(deeds.rows());
    }
    return new Answer.Page(
        "audit.html",
        Map.of("deeds", deeds.rows(), "older", Listing.older(PAGE + "/audit", "", deeds)));
  }

  private static Answer table(List<AuditLog.Deed> deeds) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("at", "who", "what", "subject", "detail"));
    deeds.forEach(
        deed ->
            rows.add(
                List.of(
                    deed.at().toString(), deed.who(), deed.what(), deed.subject(), deed.detail())));
    return new Answer.Table("audit", rows);
  }

  private User user(Handle handle, Request request) {
    return users.find(handle, request.id("id")).orElseThrow(Request.Missing::new);
  }

  private static Role role(Request request) {
    return request.given("role").filter(ROLES::contains).map(Role::of).orElse(Role.VIEWER);
  }

  private static Answer refused(String why) {
    return new Answer.Refused(PAGE, why);
  }
}
