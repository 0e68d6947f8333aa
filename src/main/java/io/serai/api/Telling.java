package io.serai.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.serai.delivery.Rejected;
import io.serai.delivery.TryLater;
import io.serai.mapping.Jq;
import io.serai.mapping.Json;
import io.serai.mapping.MappingFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Tells the channel one thing that it is owed, by requests in their order. An attempt that follows
 * another looks first what is there already, as the connector declares it; what this process knows
 * to have been done it does not send again.
 */
final class Telling {
  private final ApiAccount account;
  private final Operation operation;
  private final Effect effect;
  private final Progress progress;

  Telling(ApiAccount account, Operation operation, Effect effect, Progress progress) {
    this.account = account;
    this.operation = operation;
    this.effect = effect;
    this.progress = progress;
  }

  void tell(String key, int attempts, JsonNode payload) {
    Map<String, JsonNode> variables = account.variables(operation.word());
    variables.put("key", new TextNode(key));
    variables.put("attempts", new IntNode(attempts));
    try {
      if (effect.lookup().isPresent() && (effect.always() || attempts > 1)) {
        variables.put("before", lookUp(effect.lookup().get(), payload, variables));
      }
      act(key, payload, variables);
    } catch (MappingFault refused) {
      progress.end(key);
      throw new Rejected(refused.getMessage());
    } catch (Rejected refused) {
      // Whoever replays it wants it done anew: what it began with may have grown old.
      progress.end(key);
      throw refused;
    }
    progress.end(key);
  }

  private JsonNode lookUp(Jq lookup, JsonNode payload, Map<String, JsonNode> variables) {
    ArrayNode bodies = Json.MAPPER.createArrayNode();
    for (JsonNode yielded : lookup.apply(payload, variables)) {
      bodies.add(account.send(Request.of(yielded, "lookup"), "lookup", variables).body());
    }
    return bodies;
  }

  private void act(String key, JsonNode payload, Map<String, JsonNode> variables) {
    Progress.Attempt attempt = progress.attempt(key);
    List<Answer> answers = new ArrayList<>();
    for (Jq program : effect.requests()) {
      variables.put("answers", written(answers));
      List<String> refusals = new ArrayList<>();
      for (JsonNode yielded : program.apply(payload, variables)) {
        Request request = Request.of(yielded, operation.word());
        try {
          answers.add(attempt.once(request, () -> send(request, attempt, variables)));
        } catch (Rejected refused) {
          refusals.add(refused.getMessage());
          if (!effect.independent()) {
            throw refused;
          }
        }
      }
      if (!refusals.isEmpty()) {
        throw new Rejected(String.join("; ", refusals));
      }
    }
  }

  private Answer send(Request request, Progress.Attempt attempt, Map<String, JsonNode> variables) {
    try {
      return account.send(request, operation.word(), variables);
    } catch (TryLater later) {
      throw attempt.hasActed() ? later.begun() : later;
    }
  }

  private static JsonNode written(List<Answer> answers) {
    ArrayNode written = Json.MAPPER.createArrayNode();
    for (Answer answer : answers) {
      var one = written.addObject().put("status", answer.status());
      one.set("headers", Json.MAPPER.valueToTree(answer.headers()));
      one.set("body", answer.body());
    }
    return written;
  }
}
