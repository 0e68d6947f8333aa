package io.serai.sandbox.supplier;

import java.util.HashMap;
import java.util.Map;

/**
 * Which units of which purchase order lines have not left yet, and which of them are to stay. Used
 * by the suppliers' one thread only.
 */
final class Stops {
  private final Map<String, Integer> pending = new HashMap<>();
  private final Map<String, Integer> stopped = new HashMap<>();

  /** Units are to leave. */
  void expect(String order, String line, int units) {
    pending.merge(order + "/" + line, units, Integer::sum);
  }

  /** Stops as many units as have not left yet, and tells how many. */
  int stop(String order, String line, int units) {
    String key = order + "/" + line;
    int some = Math.min(units, pending.getOrDefault(key, 0));
    pending.merge(key, -some, Integer::sum);
    stopped.merge(key, some, Integer::sum);
    return some;
  }

  /** Of units that are to leave now, those that may. */
  int leave(String order, String line, int units) {
    String key = order + "/" + line;
    int stay = Math.min(units, stopped.getOrDefault(key, 0));
    stopped.merge(key, -stay, Integer::sum);
    pending.merge(key, stay - units, Integer::sum);
    return units - stay;
  }
}
