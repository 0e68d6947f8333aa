package io.serai.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.serai.database.Database;
import io.serai.database.Outage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers requests: asks for the token first, then for what the contract says of the operation, and
 * does the rest in one transaction. Whatever goes wrong is told as a problem.
 */
public final class RestApi {
  private static final Logger LOG = LoggerFactory.getLogger(RestApi.class);
  private static final String BEARER = "bearer ";
  private static final int LONGEST_KEY = 255;

  private final Database database;
  private final Resources resources;
  private final AccessTokens tokens;
  private final Repeats repeats;
  private final Pace pace;
  private final int largestBody;

  /**
   * The API of a hub.
   *
   * @param largestBody in bytes
   */
  public RestApi(
      Database database,
      Resources resources,
      AccessTokens tokens,
      Repeats repeats,
      Pace pace,
      int largestBody) {
    this.database = database;
    this.resources = resources;
    this.tokens = tokens;
    this.repeats = repeats;
    this.pace = pace;
    this.largestBody = largestBody;
  }

  /** The answer to a request. */
  public Reply answer(Incoming request) {
    try {
      return attempt(request);
    } catch (Problem problem) {
      return problem.reply();
    } catch (RuntimeException e) {
      return excuse(request, e);
    }
  }

  private Reply attempt(Incoming request) {
    AccessToken token = token(request);
    pace(token);
    List<String> path = Address.parts(request.path());
    Resources.Found found =
        resources.find(request.method(), path).orElseThrow(() -> nowhere(request, path));
    Operation operation = found.operation();
    operation.scope().filter(scope -> !token.covers(scope)).ifPresent(RestApi::refuseScope);
    refuseUnlessRead(request, operation);
    Map<String, String> query = Address.query(request.query());
    refuseParameters(operation, found.parameters(), query);
    JsonNode body = body(request, operation);
    Call call = new Call(request.path(), found.parameters(), query, body, request.body(), token);
    Optional<String> key = key(request, operation);
    return database.inTransaction(
        handle ->
            key.isEmpty()
                ? found.action().answer(handle, call)
                : repeats.once(
                    handle,
                    token.id(),
                    key.get(),
                    request,
                    () -> found.action().answer(handle, call)));
  }

  private AccessToken token(Incoming request) {
    String header = request.header("authorization").orElse("");
    Optional<AccessToken> token =
        header.regionMatches(true, 0, BEARER, 0, BEARER.length())
            ? database.inTransaction(
                handle -> tokens.authenticate(handle, header.substring(BEARER.length()).strip()))
            : Optional.empty();
    return token.orElseThrow(
        () ->
            new Problem(
                401,
                "No valid token",
                "Send a token that lasts: Authorization: Bearer serai_...",
                List.of(),
                Map.of(
                    "WWW-Authenticate",
                    header.isEmpty()
                        ? "Bearer realm=\"serai\""
                        : "Bearer realm=\"serai\", error=\"invalid_token\"")));
  }

  private void pace(AccessToken token) {
    pace.waits(token.id())
        .ifPresent(
            wait -> {
              throw new Problem(
                  429,
                  "Too many requests",
                  "This token has called too often; come again after the seconds of Retry-After.",
                  List.of(),
                  Map.of("Retry-After", Long.toString(wait.toSeconds() + 1)));
            });
  }

  private Problem nowhere(Incoming request, List<String> path) {
    String methods = resources.methods(path);
    return methods.isEmpty()
        ? Problem.missing("There is nothing at this address.")
        : new Problem(
            405,
            "Method not allowed",
            request.method() + " is not among what this address takes: " + methods + ".",
            List.of(),
            Map.of("Allow", methods));
  }

  private static void refuseScope(Scope scope) {
    throw new Problem(
        403,
        "The token's scopes do not reach",
        "This takes the scope " + scope.word() + ".",
        List.of(),
        Map.of(
            "WWW-Authenticate",
            "Bearer realm=\"serai\", error=\"insufficient_scope\", scope=\""
                + scope.word()
                + "\""));
  }

  private static void refuseUnlessRead(Incoming request, Operation operation) {
    String accept = request.header("accept").orElse("*/*");
    boolean read =
        operation.types().isEmpty()
            || Arrays.stream(accept.split(","))
                .map(type -> type.replaceFirst(";.*", "").strip())
                .anyMatch(type -> type.equals("*/*") || isAmong(operation.types(), type));
    if (!read) {
      throw new Problem(
          406, "Not acceptable", "This answers as " + String.join(", ", operation.types()) + ".");
    }
  }

  private static boolean isAmong(List<String> types, String type) {
    return type.endsWith("/*")
        ? types.stream().anyMatch(each -> each.startsWith(type.substring(0, type.length() - 1)))
        : types.contains(type);
  }

  private static void refuseParameters(
      Operation operation, Map<String, String> path, Map<String, String> query) {
    for (String name : query.keySet()) {
      if (operation.parameters().stream()
          .noneMatch(known -> known.place().equals("query") && known.name().equals(name))) {
        throw Problem.parameter(name, "there is no such parameter here");
      }
    }
    for (Parameter parameter : operation.parameters()) {
      Map<String, String> values = parameter.place().equals("path") ? path : query;
      String value = values.get(parameter.name());
      if (value == null) {
        if (parameter.required()) {
          throw Problem.parameter(parameter.name(), "it is required");
        }
      } else {
        parameter
            .objection(value)
            .ifPresent(
                objection -> {
                  throw Problem.parameter(parameter.name(), objection);
                });
      }
    }
  }

  private JsonNode body(Incoming request, Operation operation) {
    if (request.body().length > largestBody) {
      throw tooLarge(largestBody);
    }
    if (operation.body().isEmpty()) {
      if (request.body().length > 0) {
        throw new Problem(400, "Bad request", "This takes no body.");
      }
      return MissingNode.getInstance();
    }
    if (request.body().length > 0 && !request.contentType().equals("application/json")) {
      throw new Problem(
          415, "Unsupported media type", "Send application/json, in the header Content-Type.");
    }
    return operation.body().get().read(request.body());
  }

  /** What is told of a body that is too large. */
  public static Problem tooLarge(int largest) {
    return new Problem(413, "The body is too large", "A body has at most " + largest + " bytes.");
  }

  private static Optional<String> key(Incoming request, Operation operation) {
    Optional<String> key = request.header("idempotency-key").filter(any -> operation.takesKey());
    key.filter(text -> text.length() > LONGEST_KEY || !text.matches("[\\x21-\\x7e]+"))
        .ifPresent(
            text -> {
              throw Problem.parameter(
                  "Idempotency-Key", "it has 1 to " + LONGEST_KEY + " visible ASCII characters");
            });
    return key;
  }

  /** What is told of a failure on this side, which the log has under the id that is told. */
  public static Reply excuse(Incoming request, Exception failure) {
    String id = UUID.randomUUID().toString();
    if (Outage.isBehind(failure)) {
      LOG.warn("API problem {}: {} {}: {}", id, request.method(), request.path(), rootOf(failure));
      return new Problem(
              503,
              "Not now",
              "The database does not answer; come again. The log has this as " + id + ".",
              List.of(),
              Map.of("Retry-After", "5"))
          .reply();
    }
    LOG.error(
        "API problem {}: {} {}: {}",
        id,
        request.method(),
        request.path(),
        rootOf(failure),
        failure);
    return new Problem(
            500,
            "Something went wrong on this side",
            "Nothing was done. The hub's log has the cause as " + id + ".")
        .reply();
  }

  private static String rootOf(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.toString();
  }
}
