package io.serai.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the API answers: each operation of the contract with the action that answers it. */
public final class Resources {
  private final Contract contract;
  private final Map<String, Action> actions = new LinkedHashMap<>();

  /** No operation is answered yet. */
  public Resources(Contract contract) {
    this.contract = contract;
  }

  /** An operation that was found, with what its path says. */
  record Found(Operation operation, Action action, Map<String, String> parameters) {}

  /** Names the action that answers an operation of the contract. */
  public Resources answers(String operation, Action action) {
    if (contract.operation(operation).isEmpty()) {
      throw new IllegalArgumentException("the contract has no operation " + operation);
    }
    actions.put(operation, action);
    return this;
  }

  /** The operations that nothing answers; there should be none. */
  public List<String> unanswered() {
    return contract.operations().stream()
        .map(Operation::id)
        .filter(id -> !actions.containsKey(id))
        .toList();
  }

  /** The operation of a method and an address, if there is one. */
  Optional<Found> find(String method, List<String> path) {
    return contract.operations().stream()
        .filter(operation -> operation.method().equals(method))
        .flatMap(
            operation ->
                operation
                    .match(path)
                    .map(found -> new Found(operation, actions.get(operation.id()), found))
                    .stream())
        .findFirst();
  }

  /** The methods of an address, as {@code Allow} names them; empty where there is nothing. */
  String methods(List<String> path) {
    return contract.operations().stream()
        .filter(operation -> operation.match(path).isPresent())
        .map(Operation::method)
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .collect(Collectors.joining(", "));
  }
}
