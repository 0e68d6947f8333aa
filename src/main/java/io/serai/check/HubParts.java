package io.serai.check;

import java.util.Map;
import java.util.Set;

/**
 * What the hub gives to its routes.
 *
 * @param beans the beans that a route may call, by name
 * @param properties the names of the placeholders that a route may use; one that ends in a star
 *     stands for all that start so
 */
public record HubParts(Map<String, Class<?>> beans, Set<String> properties) {
  /** Whether the placeholder is one that the hub fills in. */
  boolean knowsProperty(String name) {
    return properties.contains(name)
        || properties.stream()
            .filter(known -> known.endsWith("*"))
            .anyMatch(known -> name.startsWith(known.substring(0, known.length() - 1)));
  }
}
