package io.serai.sandbox.world;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts arrivals by key and keeps the first of each, in order of arrival. Thread-safe. */
final class Tally<K, V> {
  private final Map<K, Seen<V>> seen = new LinkedHashMap<>();

  /** Counts one arrival; true when it is the first under its key. */
  synchronized boolean add(K key, V value) {
    Seen<V> before = seen.get(key);
    seen.put(key, before == null ? new Seen<>(value, 1, 0) : before.again(value));
    return before == null;
  }

  synchronized List<Seen<V>> all() {
    return List.copyOf(seen.values());
  }

  synchronized int size() {
    return seen.size();
  }

  /** Arrivals beyond the first of each key. */
  synchronized int repeats() {
    return seen.values().stream().mapToInt(one -> one.times() - 1).sum();
  }
}
