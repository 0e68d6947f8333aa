package io.serai.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import net.thisptr.jackson.jq.BuiltinFunctionLoader;
import net.thisptr.jackson.jq.Function;
import net.thisptr.jackson.jq.JsonQuery;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.Versions;
import net.thisptr.jackson.jq.exception.JsonQueryException;

/**
 * A compiled jq 1.7 program, from a {@code .jq} file or from a route. Immutable and safe to share
 * between threads.
 */
public final class Jq {
  private static final Scope BUILTINS = builtins();

  private final String name;
  private final JsonQuery query;

  private Jq(String name, JsonQuery query) {
    this.name = name;
    this.query = query;
  }

  /**
   * Compiles a program.
   *
   * @param name what errors call it: a file name, or the route it stands in
   * @throws MappingFault when it is not jq
   */
  public static Jq compile(String name, String program) {
    try {
      return new Jq(name, JsonQuery.compile(program, Versions.JQ_1_7));
    } catch (JsonQueryException e) {
      throw new MappingFault(name + ": not a jq program: " + e.getMessage(), e);
    }
  }

  /** Reads and compiles a {@code .jq} file. */
  public static Jq load(Path file) {
    try {
      return compile(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot read the mapping", e);
    }
  }

  /**
   * Every value that the program yields for the input.
   *
   * @param variables what the program sees as {@code $name}
   * @throws MappingFault when the program raises an error
   */
  public List<JsonNode> apply(JsonNode input, Map<String, JsonNode> variables) {
    return apply(input, variables, Map.of());
  }

  /**
   * The same, for a program that may call functions of one text argument besides those of jq.
   *
   * @param functions what they answer, by name
   */
  public List<JsonNode> apply(
      JsonNode input,
      Map<String, JsonNode> variables,
      Map<String, UnaryOperator<JsonNode>> functions) {
    Scope scope = Scope.newChildScope(BUILTINS);
    variables.forEach(scope::setValue);
    functions.forEach((function, answer) -> scope.addFunction(function, 1, callable(answer)));
    List<JsonNode> out = new ArrayList<>();
    try {
      query.apply(scope, input, out::add);
    } catch (JsonQueryException e) {
      throw new MappingFault(name + ": " + first(e).getMessage(), e);
    }
    return out;
  }

  // Some functions wrap what fails behind them, and say nothing of it.
  private static Throwable first(JsonQueryException fault) {
    Throwable first = fault;
    while (first.getCause() instanceof JsonQueryException) {
      first = first.getCause();
    }
    return first;
  }

  /** The one value that the program yields; anything but exactly one is a fault. */
  public JsonNode one(JsonNode input, Map<String, JsonNode> variables) {
    return one(input, variables, Map.of());
  }

  /** The same, for a program that may call functions of one text argument besides those of jq. */
  public JsonNode one(
      JsonNode input,
      Map<String, JsonNode> variables,
      Map<String, UnaryOperator<JsonNode>> functions) {
    List<JsonNode> out = apply(input, variables, functions);
    if (out.size() != 1) {
      throw new MappingFault(name + ": yields " + out.size() + " values where one is wanted", null);
    }
    return out.get(0);
  }

  private static Function callable(UnaryOperator<JsonNode> answer) {
    return (scope, arguments, input, path, output, version) ->
        arguments.get(0).apply(scope, input, argument -> output.emit(answer.apply(argument), null));
  }

  private static Scope builtins() {
    Scope scope = Scope.newEmptyScope();
    BuiltinFunctionLoader.getInstance().loadFunctions(Versions.JQ_1_7, scope);
    TimeFunctions.addTo(scope);
    DigestFunction.addTo(scope);
    return scope;
  }
}
