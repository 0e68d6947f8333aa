package io.serai.config;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Turns YAML text into a JSON tree and notes the place of every key and value on the way. */
final class YamlTree {
  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setSchema(new CoreSchema()).setUseMarks(true).build();

  private final String file;
  private final Map<JsonPointer, Place> keys = new HashMap<>();
  private final Map<JsonPointer, Place> values = new HashMap<>();
  private final List<Fault> faults = new ArrayList<>();

  YamlTree(String file) {
    this.file = file;
  }

  LocatedYaml parse(String text) {
    try {
      Optional<Node> top = new Compose(SETTINGS).composeString(text);
      JsonNode root =
          top.map(node -> convert(node, JsonPointer.empty()))
              .filter(node -> !node.isNull())
              .orElseGet(JsonNodeFactory.instance::objectNode);
      return new LocatedYaml(file, root, keys, values, faults);
    } catch (YamlEngineException e) {
      return LocatedYaml.broken(YamlSyntax.fault(file, text, e));
    }
  }

  private JsonNode convert(Node node, JsonPointer at) {
    values.put(at, place(node));
    if (node.isRecursive()) {
      faults.add(fault(node, "the anchor refers to itself", "write the value out"));
      return JsonNodeFactory.instance.nullNode();
    }
    if (node instanceof MappingNode mapping) {
      return object(mapping, at);
    }
    return node instanceof SequenceNode list ? array(list, at) : YamlScalar.of((ScalarNode) node);
  }

  private ObjectNode object(MappingNode mapping, JsonPointer at) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (NodeTuple entry : mapping.getValue()) {
      if (entry.getKeyNode() instanceof ScalarNode key) {
        put(object, key, entry.getValueNode(), at);
      } else {
        faults.add(
            fault(entry.getKeyNode(), "a key is a list or a block", "write a plain word as key"));
      }
    }
    return object;
  }

  private void put(ObjectNode object, ScalarNode key, Node value, JsonPointer parent) {
    String name = key.getValue();
    JsonPointer at = parent.appendProperty(name);
    if (object.has(name)) {
      String first = "it already stands on line " + keys.get(at).line();
      faults.add(
          fault(key, "the key \"" + name + "\" stands twice", "keep one of the two: " + first));
      return;
    }
    keys.put(at, place(key));
    object.set(name, convert(value, at));
  }

  private ArrayNode array(SequenceNode list, JsonPointer at) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (Node item : list.getValue()) {
      array.add(convert(item, at.appendIndex(array.size())));
    }
    return array;
  }

  private Fault fault(Node node, String what, String cure) {
    return new Fault(file, place(node).line(), what, cure);
  }

  private static Place place(Node node) {
    Mark mark = node.getStartMark().orElseThrow();
    return new Place(mark.getLine() + 1, mark.getColumn() + 1);
  }
}
