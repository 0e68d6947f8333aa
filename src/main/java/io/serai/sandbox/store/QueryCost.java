package io.serai.sandbox.store;

import graphql.language.Argument;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.IntValue;
import graphql.language.OperationDefinition;
import graphql.language.OperationDefinition.Operation;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.Value;
import graphql.language.VariableReference;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The cost of a request, close to what the real API charges: a mutation 10, an object 1, a
 * connection 2 and its node times about the square root of the page; scalars, money, addresses and
 * page information nothing. The real formula is not published; this one was fitted to recorded
 * answers.
 */
final class QueryCost {
  private static final int MUTATION = 10;
  private static final int CONNECTION = 2;
  private static final Set<String> FREE =
      Set.of(
          "nodes",
          "edges",
          "node",
          "pageInfo",
          "userErrors",
          "orderCancelUserErrors",
          "trackingInfo",
          "shopMoney",
          "presentmentMoney",
          "shippingAddress",
          "deliveryMethod",
          "defaultEmailAddress",
          "defaultPhoneNumber",
          "quantities",
          "job",
          "shop");

  private final Map<String, Object> variables;
  private final Map<String, FragmentDefinition> fragments;
  private final OperationDefinition operation;

  QueryCost(Document document, String operationName, Map<String, Object> variables) {
    this.variables = variables;
    this.fragments =
        document.getDefinitionsOfType(FragmentDefinition.class).stream()
            .collect(Collectors.toMap(FragmentDefinition::getName, f -> f, (a, b) -> a));
    List<OperationDefinition> all = document.getDefinitionsOfType(OperationDefinition.class);
    this.operation =
        all.stream()
            .filter(each -> operationName == null || operationName.equals(each.getName()))
            .findFirst()
            .orElseGet(() -> new OperationDefinition("none", Operation.QUERY));
  }

  boolean isMutation() {
    return operation.getOperation() == Operation.MUTATION;
  }

  /** What the request may cost at most. */
  int requested() {
    return rounded(selection(operation.getSelectionSet(), Optional.empty()));
  }

  /** What it cost, by the data that it found. */
  int actual(Object data) {
    return rounded(selection(operation.getSelectionSet(), Optional.ofNullable(data)));
  }

  private int rounded(double children) {
    return (int) Math.ceil((isMutation() ? MUTATION : 0) + children);
  }

  private double selection(SelectionSet selections, Optional<Object> data) {
    double cost = 0;
    for (Selection<?> selection :
        selections == null ? List.<Selection<?>>of() : selections.getSelections()) {
      if (selection instanceof Field field) {
        cost += field(field, data);
      } else if (selection instanceof InlineFragment fragment) {
        cost += selection(fragment.getSelectionSet(), data);
      } else if (selection instanceof FragmentSpread spread
          && fragments.containsKey(spread.getName())) {
        cost += selection(fragments.get(spread.getName()).getSelectionSet(), data);
      }
    }
    return cost;
  }

  private double field(Field field, Optional<Object> parent) {
    if (field.getSelectionSet() == null) {
      return 0;
    }
    Optional<Object> data = parent.map(map -> value(map, field));
    if (parent.isPresent() && data.isEmpty()) {
      return 0;
    }
    if (data.isPresent() && data.get() instanceof Collection<?> list) {
      return list.isEmpty() ? 0 : object(field, Optional.of(list.iterator().next()));
    }
    return isConnection(field) ? connection(field, data) : object(field, data);
  }

  private double object(Field field, Optional<Object> data) {
    boolean free = FREE.contains(field.getName()) || field.getName().endsWith("Set");
    boolean payload = isMutation() && operation.getSelectionSet().getSelections().contains(field);
    return (free || payload ? 0 : 1) + selection(field.getSelectionSet(), data);
  }

  private double connection(Field field, Optional<Object> data) {
    if (data.isEmpty()) {
      return CONNECTION + weight(pageSize(field)) * (1 + nodeCost(field, Optional.empty()));
    }
    List<?> nodes = nodes(field, data.get());
    if (nodes.isEmpty()) {
      return 1;
    }
    double sum = nodes.stream().mapToDouble(n -> 1 + nodeCost(field, Optional.of(n))).sum();
    return CONNECTION + weight(nodes.size()) * sum / nodes.size();
  }

  private double nodeCost(Field connection, Optional<Object> node) {
    double cost = 0;
    for (Field child : fields(connection)) {
      if (child.getName().equals("nodes")) {
        cost += selection(child.getSelectionSet(), node);
      }
      if (child.getName().equals("edges")) {
        for (Field edge : fields(child)) {
          cost += edge.getName().equals("node") ? selection(edge.getSelectionSet(), node) : 0;
        }
      }
    }
    return cost;
  }

  private List<?> nodes(Field connection, Object data) {
    for (Field child : fields(connection)) {
      Object value = value(data, child);
      if (child.getName().equals("nodes") && value instanceof List<?> nodes) {
        return nodes;
      }
      if (child.getName().equals("edges") && value instanceof List<?> edges) {
        return edges.stream()
            .map(edge -> ((Map<?, ?>) edge).get("node"))
            .filter(n -> n != null)
            .toList();
      }
    }
    return List.of();
  }

  private boolean isConnection(Field field) {
    return fields(field).stream()
        .anyMatch(child -> child.getName().equals("nodes") || child.getName().equals("edges"));
  }

  private static List<Field> fields(Field of) {
    return of.getSelectionSet().getSelectionsOfType(Field.class);
  }

  private static Object value(Object map, Field field) {
    return map instanceof Map<?, ?> fields ? fields.get(field.getResultKey()) : null;
  }

  private int pageSize(Field field) {
    for (Argument argument : field.getArguments()) {
      if (argument.getName().equals("first") || argument.getName().equals("last")) {
        return number(argument.getValue());
      }
    }
    return 1;
  }

  private int number(Value<?> value) {
    if (value instanceof IntValue literal) {
      return literal.getValue().intValue();
    }
    return value instanceof VariableReference reference
            && variables.get(reference.getName()) instanceof Number number
        ? number.intValue()
        : 1;
  }

  private static double weight(int size) {
    return Math.ceil(Math.sqrt(size) - 0.1);
  }
}
