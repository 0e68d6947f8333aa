package io.serai.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;

/**
 * A connector folder.
 *
 * @param name the folder's name, by which accounts refer to it
 * @param title what people call the other side
 * @param settings the JSON Schema of an account's settings; closed unless it says otherwise
 * @param declared the whole of {@code connector.yaml}
 * @param kamelets the files {@code *.kamelet.yaml}, sorted
 * @param mappings the files {@code *.jq}, sorted
 * @param fixtures the files {@code tests/*.yaml}, sorted
 */
public record Connector(
    ConnectorKind kind,
    String name,
    String title,
    String description,
    Path folder,
    JsonNode settings,
    JsonNode declared,
    List<Path> kamelets,
    List<Path> mappings,
    List<Path> fixtures) {

  /** How suppliers of this connector write their documents. */
  public SupplierFormat format() {
    return new SupplierFormat(declared.path("format").asText("csv"), declared.path("layout"));
  }

  /** Settings of an account, with the defaults of those that it leaves out. */
  public ObjectNode filled(JsonNode values) {
    ObjectNode filled =
        values instanceof ObjectNode object
            ? object.deepCopy()
            : JsonNodeFactory.instance.objectNode();
    new Defaults(settings).fill(filled);
    return filled;
  }
}
