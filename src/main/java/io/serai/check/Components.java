package io.serai.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.camel.catalog.CamelCatalog;

/** Camel's components, by scheme, as its catalog describes them. */
final class Components {
  private static final String SERVICE = "META-INF/services/org/apache/camel/component/";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final CamelCatalog catalog;
  private final Map<String, Optional<JsonNode>> read = new HashMap<>();

  Components(CamelCatalog catalog) {
    this.catalog = catalog;
  }

  /** The catalog's description of a scheme, with its options under {@code properties}. */
  Optional<JsonNode> find(String scheme) {
    return read.computeIfAbsent(scheme, this::read);
  }

  /** Whether the component is on the class path, and not only in the catalog. */
  static boolean isInstalled(String scheme) {
    return Components.class.getClassLoader().getResource(SERVICE + scheme) != null;
  }

  /** The schemes that can be used, sorted. */
  Set<String> installed() {
    return catalog.findComponentNames().stream()
        .filter(Components::isInstalled)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Optional<JsonNode> read(String scheme) {
    String json = catalog.componentJSonSchema(scheme);
    try {
      return json == null ? Optional.empty() : Optional.of(JSON.readTree(json));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("catalog of " + scheme + ": cannot be read", e);
    }
  }
}
