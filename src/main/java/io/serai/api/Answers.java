package io.serai.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.mapping.Jq;
import io.serai.mapping.MappingFault;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides what an answer means: the first of the connector's rules that is about it, or else what
 * HTTP says: a token that is not taken is renewed once, too much is slowed down, what is the other
 * side's fault or is cut short is tried again, what is ours is for a person.
 */
record Answers(List<AnswerRule> rules, Optional<Jq> slowDown) {
  private static final Duration UNSAID = Duration.ofSeconds(10);

  Verdict verdict(
      String operation,
      Request request,
      Answer answer,
      Map<String, JsonNode> variables,
      Instant now) {
    for (AnswerRule rule : rules) {
      if (rule.isAbout(operation, answer, variables)) {
        return declared(rule, answer, variables, now);
      }
    }
    return usual(request, answer, variables, now);
  }

  /** How long the answer asks to wait before the next request; nothing when it does not. */
  Optional<Duration> asked(Answer answer, Map<String, JsonNode> variables) {
    return slowDown.flatMap(program -> asked(program, answer, variables));
  }

  private static Optional<Duration> asked(
      Jq program, Answer answer, Map<String, JsonNode> variables) {
    try {
      return program.apply(answer.body(), variables).stream()
          .filter(JsonNode::isNumber)
          .map(millis -> Duration.ofMillis(millis.decimalValue().longValue()))
          .filter(wait -> !wait.isZero() && !wait.isNegative())
          .findFirst();
    } catch (MappingFault unreadable) {
      // An answer that says nothing of it, such as a page of HTML.
      return Optional.empty();
    }
  }

  private Verdict declared(
      AnswerRule rule, Answer answer, Map<String, JsonNode> variables, Instant now) {
    String why = rule.message().map(jq -> message(jq, answer, variables)).orElse(answer.excerpt());
    return switch (rule.meaning()) {
      case "ok" -> new Verdict.Good();
      case "ignore" -> new Verdict.Ignore();
      case "retry" -> new Verdict.Retry(why);
      case "refreshToken" -> new Verdict.RefreshToken(why);
      case "slowDown" -> new Verdict.SlowDown(why, wait(answer, variables, now));
      default -> new Verdict.Fail(why);
    };
  }

  private Verdict usual(
      Request request, Answer answer, Map<String, JsonNode> variables, Instant now) {
    int status = answer.status();
    boolean isExpected =
        request.expect().isEmpty() ? status / 100 == 2 : request.expect().contains(status);
    if (isExpected) {
      return answer.cutShort() && status / 100 == 2
          ? new Verdict.Retry("the answer is cut short")
          : new Verdict.Good();
    }
    return switch (status) {
      case 401 -> new Verdict.RefreshToken(answer.excerpt());
      case 429 -> new Verdict.SlowDown(answer.excerpt(), wait(answer, variables, now));
      case 408, 425 -> new Verdict.Retry(answer.excerpt());
      default ->
          status >= 500 ? new Verdict.Retry(answer.excerpt()) : new Verdict.Fail(answer.excerpt());
    };
  }

  private Duration wait(Answer answer, Map<String, JsonNode> variables, Instant now) {
    return asked(answer, variables)
        .or(() -> retryAfter(answer.headers().getOrDefault("retry-after", ""), now))
        .orElse(UNSAID);
  }

  /** RFC 9110: seconds, or a date. */
  private static Optional<Duration> retryAfter(String header, Instant now) {
    if (header.matches("[0-9]{1,7}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(header)));
    }
    try {
      Instant until = ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO);
    } catch (DateTimeParseException unsaid) {
      return Optional.empty();
    }
  }

  private static String message(Jq program, Answer answer, Map<String, JsonNode> variables) {
    try {
      return program.apply(answer.body(), variables).stream()
          .filter(value -> !value.isNull())
          .map(value -> value.isTextual() ? value.asText() : value.toString())
          .findFirst()
          .orElse(answer.excerpt());
    } catch (MappingFault unreadable) {
      // The message is a courtesy: an answer that it cannot be read from still means what it means.
      return answer.excerpt();
    }
  }
}
