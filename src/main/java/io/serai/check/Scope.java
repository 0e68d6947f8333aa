package io.serai.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a file may name beyond what the hub gives: a Kamelet sees its own properties and beans.
 *
 * @param properties placeholders that are filled in here
 * @param beans beans that are made here
 */
record Scope(Set<String> properties, Set<String> beans) {
  /** The beans that a route file makes itself. */
  static Scope ofRoutes(JsonNode file) {
    Set<String> beans = new TreeSet<>();
    file.forEach(
        entry -> entry.path("beans").forEach(bean -> beans.add(bean.path("name").asText())));
    Set<String> properties = new TreeSet<>();
    file.forEach(
        entry ->
            entry
                .path("routeTemplate")
                .path("parameters")
                .forEach(parameter -> properties.add(parameter.path("name").asText())));
    return new Scope(properties, beans);
  }

  /** The properties and beans of a Kamelet. */
  static Scope ofKamelet(JsonNode kamelet) {
    Set<String> properties = new TreeSet<>();
    kamelet.at("/spec/definition/properties").fieldNames().forEachRemaining(properties::add);
    Set<String> beans = new TreeSet<>();
    kamelet.at("/spec/template/beans").forEach(bean -> beans.add(bean.path("name").asText()));
    return new Scope(properties, beans);
  }
}
