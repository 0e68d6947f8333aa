package io.serai.api;

import io.serai.mapping.Digest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Which requests of a delivery have been answered well already, while this process lives: a
 * delivery of many requests goes on where the budget ended it. After a restart its lookup says the
 * same, or its requests are such as may be repeated.
 */
final class Progress {
  private static final int MOST = 10_000;

  private final Map<String, Map<String, Answer>> done = new ConcurrentHashMap<>();

  Attempt attempt(String key) {
    if (done.size() > MOST) {
      done.clear();
    }
    return new Attempt(done.computeIfAbsent(key, none -> new ConcurrentHashMap<>()));
  }

  void end(String key) {
    done.remove(key);
  }

  /** One attempt at a delivery. */
  static final class Attempt {
    private final Map<String, Answer> before;
    private final Map<String, Integer> met = new LinkedHashMap<>();

    private Attempt(Map<String, Answer> before) {
      this.before = before;
    }

    /** Sends a request unless it has been answered well; of equal ones, each counts for itself. */
    Answer once(Request request, Supplier<Answer> send) {
      if (request.onlyReads()) {
        return send.get();
      }
      String digest = Digest.of(request.toString());
      String name = digest + " " + met.merge(digest, 1, Integer::sum);
      Answer known = before.get(name);
      if (known == null) {
        known = send.get();
        before.put(name, known);
      }
      return known;
    }

    boolean hasActed() {
      return !before.isEmpty();
    }
  }
}
