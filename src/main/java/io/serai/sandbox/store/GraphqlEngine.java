package io.serai.sandbox.store;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerResult;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.Document;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import io.serai.sandbox.rest.Rates;
import io.serai.sandbox.world.ChannelEffects;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;

/** Executes requests against the books, one mutation at a time, and charges them to the bucket. */
final class GraphqlEngine {
  private static final int REMEMBERED_DOCUMENTS = 1_000;
  private static final String DOCS = "https://shopify.dev/api/usage/rate-limits";

  private final StoreBooks books;
  private final Throttle throttle;
  private final Rates rates;
  private final int maximumQueryCost;
  private final Roots roots;
  private final OddAnswers oddAnswers = new OddAnswers();
  private final GraphQL graphql;
  private final Map<String, Optional<Document>> parsed = new ConcurrentHashMap<>();
  private final Map<String, PreparsedDocumentEntry> validated = new ConcurrentHashMap<>();

  /** What answers the two operations. */
  record Roots(QueryRoot queries, Mutations mutations) {}

  GraphqlEngine(
      StoreBooks books,
      ChannelEffects effects,
      String currency,
      ThrottleBucket bucket,
      Rates rates) {
    this.books = books;
    this.rates = rates;
    this.throttle = new Throttle(bucket, System::nanoTime);
    this.maximumQueryCost = bucket.maximumQueryCost();
    this.roots = new Roots(new QueryRoot(books, currency), new Mutations(books, effects));
    this.graphql =
        GraphQL.newGraphQL(StoreSchema.read())
            .defaultDataFetcherExceptionHandler(refusals())
            .preparsedDocumentProvider(
                (input, parse) ->
                    CompletableFuture.completedFuture(
                        remember(validated, input.getQuery(), () -> parse.apply(input))))
            .build();
  }

  Mutations mutations() {
    return roots.mutations();
  }

  OddAnswers oddAnswers() {
    return oddAnswers;
  }

  /** The answer to one request, as the JSON body of an HTTP 200. */
  Map<String, Object> execute(String query, String operation, Map<String, Object> variables) {
    Optional<Document> document = remember(parsed, query, () -> parse(query));
    if (document.isEmpty()) {
      return run(query, operation, variables, false).toSpecification();
    }
    QueryCost cost = new QueryCost(document.get(), operation, variables);
    int requested = cost.requested();
    if (requested > maximumQueryCost) {
      return tooExpensive(requested);
    }
    if (!throttle.take(requested)) {
      rates.count("graphql");
      return throttled(requested);
    }
    ExecutionResult result = run(query, operation, variables, cost.isMutation());
    oddAnswers.distort(result.getData());
    int actual = Math.min(requested, cost.actual(result.getData()));
    throttle.giveBack(requested - actual);
    Map<String, Object> answer = new LinkedHashMap<>(result.toSpecification());
    answer.put("extensions", cost(requested, actual));
    return answer;
  }

  /** The answer of an empty bucket. */
  Map<String, Object> throttled() {
    return throttled(maximumQueryCost);
  }

  private ExecutionResult run(
      String query, String operation, Map<String, Object> variables, boolean mutation) {
    ExecutionInput input =
        ExecutionInput.newExecutionInput(query)
            .operationName(operation)
            .variables(variables)
            .root(mutation ? roots.mutations() : roots.queries())
            .build();
    Lock lock = mutation ? books.lock().writeLock() : books.lock().readLock();
    lock.lock();
    try {
      return graphql.execute(input);
    } finally {
      lock.unlock();
    }
  }

  private Map<String, Object> cost(int requested, Object actual) {
    Map<String, Object> cost = new LinkedHashMap<>();
    cost.put("requestedQueryCost", requested);
    cost.put("actualQueryCost", actual);
    cost.put("throttleStatus", throttle.status());
    return Map.of("cost", cost);
  }

  private Map<String, Object> throttled(int requested) {
    Map<String, Object> error =
        Map.of(
            "message",
            "Throttled",
            "extensions",
            Map.of("code", "THROTTLED", "documentation", DOCS));
    return Map.of("errors", List.of(error), "extensions", cost(requested, null));
  }

  private Map<String, Object> tooExpensive(int requested) {
    String message =
        "Query cost is %d, which exceeds the single query max cost limit (%d)."
            .formatted(requested, maximumQueryCost);
    Map<String, Object> extensions =
        Map.of(
            "code", "MAX_COST_EXCEEDED",
            "cost", requested,
            "maxCost", maximumQueryCost,
            "documentation", DOCS);
    return Map.of("errors", List.of(Map.of("message", message, "extensions", extensions)));
  }

  private static Optional<Document> parse(String query) {
    try {
      return Optional.of(new Parser().parseDocument(query));
    } catch (InvalidSyntaxException reportedByTheExecution) {
      return Optional.empty();
    }
  }

  /** Clients send few distinct documents; one that inlines its values must not fill the memory. */
  private static <T> T remember(
      Map<String, T> cache, String query, java.util.function.Supplier<T> make) {
    if (cache.size() > REMEMBERED_DOCUMENTS) {
      cache.clear();
    }
    return cache.computeIfAbsent(query, ignored -> make.get());
  }

  private static DataFetcherExceptionHandler refusals() {
    return parameters -> {
      Throwable cause = parameters.getException();
      String code =
          cause instanceof StoreRefusal refusal ? refusal.code() : "INTERNAL_SERVER_ERROR";
      GraphqlErrorBuilder<?> error =
          GraphqlErrorBuilder.newError()
              .message("%s", cause.getMessage())
              .location(parameters.getSourceLocation())
              .path(parameters.getPath())
              .extensions(Map.of("code", code));
      return CompletableFuture.completedFuture(
          DataFetcherExceptionHandlerResult.newResult(error.build()).build());
    };
  }
}
