package io.serai.console;

import io.serai.access.Role;
import io.serai.database.Database;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What the console can show and do, by address, and who may. */
public final class Screens {
  private final List<Entry> entries = new ArrayList<>();
  private final List<Place> places = new ArrayList<>();

  /** One of the console's parts, as its top line names it. */
  public record Place(String path, String title, Role least) {
    /** Whether a page belongs to this part. */
    public boolean holds(String page) {
      return page.equals(path) || page.startsWith(path.equals("/") ? "//" : path + "/");
    }
  }

  /** Shows something, or does it, in one transaction. */
  @FunctionalInterface
  public interface Screen {
    /**
     * The answer.
     *
     * @throws Request.Missing when there is nothing at this address
     */
    Answer answer(Handle handle, Request request);
  }

  /** Does something in transactions of its own. */
  @FunctionalInterface
  public interface Deed {
    /**
     * The answer.
     *
     * @throws Request.Missing when there is nothing at this address
     */
    Answer answer(Database database, Request request);
  }

  /** A screen or a deed that was found. */
  public record Found(Deed deed, Role least, Request request) {}

  /**
   * Where something is to be seen or done.
   *
   * @param acts whether it is done
   * @param path below {@code /console}, with names in braces for what may be anything
   * @param least the role that it takes
   */
  public record Address(boolean acts, String path, Role least) {}

  private record Entry(boolean acts, List<String> path, Role least, Deed deed) {
    static Entry of(boolean acts, String path, Role least, Screen screen) {
      return new Entry(
          acts,
          List.of(path.split("/")),
          least,
          (database, request) -> database.inTransaction(handle -> screen.answer(handle, request)));
    }
  }

  /** Names a part of the console in its top line. */
  public Screens place(String path, String title) {
    return place(path, title, Role.VIEWER);
  }

  /** Names a part of the console that only some may see. */
  public Screens place(String path, String title, Role least) {
    places.add(new Place(path, title, least));
    return this;
  }

  /** The parts of the console that a role may see, in their order. */
  public List<Place> places(Role role) {
    return places.stream().filter(place -> role.covers(place.least())).toList();
  }

  /** Adds a page, which changes nothing. */
  public Screens shows(String path, Screen screen) {
    entries.add(Entry.of(false, path, Role.VIEWER, screen));
    return this;
  }

  /** Adds a page that only some may see; it changes nothing. */
  public Screens shows(String path, Role least, Screen screen) {
    entries.add(Entry.of(false, path, least, screen));
    return this;
  }

  /** Adds a deed. */
  public Screens does(String path, Role least, Screen screen) {
    entries.add(Entry.of(true, path, least, screen));
    return this;
  }

  /** Adds a deed that is done in transactions of its own. */
  public Screens doesApart(String path, Role least, Deed deed) {
    entries.add(new Entry(true, List.of(path.split("/")), least, deed));
    return this;
  }

  /** All there is to see and to do. */
  public List<Address> addresses() {
    return entries.stream()
        .map(
            entry ->
                new Address(
                    entry.acts(),
                    entry.path().isEmpty() ? "/" : String.join("/", entry.path()),
                    entry.least()))
        .toList();
  }

  /** What is at the address of a request, for whoever looks or acts. */
  public Optional<Found> find(boolean acts, Request request) {
    List<String> asked = List.of(request.path().split("/"));
    return entries.stream()
        .filter(entry -> entry.acts() == acts)
        .flatMap(
            entry ->
                match(entry.path(), asked)
                    .map(found -> new Found(entry.deed(), entry.least(), request.with(found)))
                    .stream())
        .findFirst();
  }

  private static Optional<Map<String, String>> match(List<String> path, List<String> asked) {
    if (path.size() != asked.size()) {
      return Optional.empty();
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    for (int i = 0; i < path.size(); i++) {
      String part = path.get(i);
      if (part.startsWith("{")) {
        parameters.put(part.substring(1, part.length() - 1), asked.get(i));
      } else if (!part.equals(asked.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(parameters);
  }
}
