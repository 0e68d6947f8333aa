package io.serai.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.mapping.Jq;
import io.serai.mapping.MappingFault;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One line of {@code answers}: which answers it is about, and what they mean.
 *
 * @param operations the words it is about; none for all
 * @param statuses such as {@code 409} or {@code 5xx}; none for all
 * @param test true for the answers it is about; absent for all
 * @param meaning the word of a {@link Verdict}
 */
record AnswerRule(
    List<String> operations,
    List<String> statuses,
    Optional<Jq> test,
    String meaning,
    Optional<Jq> message) {

  static AnswerRule of(JsonNode block, Programs programs) {
    return new AnswerRule(
        Texts.list(block.path("operation")),
        Texts.list(block.path("status")),
        programs.maybe(block.path("test"), "answers.test"),
        block.path("then").asText(),
        programs.maybe(block.path("message"), "answers.message"));
  }

  boolean isAbout(String operation, Answer answer, Map<String, JsonNode> variables) {
    return (operations.isEmpty() || operations.contains(operation))
        && (statuses.isEmpty() || statuses.stream().anyMatch(each -> covers(each, answer.status())))
        && (test.isEmpty() || holds(test.get(), answer, variables));
  }

  /**
   * Whether the test is true of the answer; not of one that it cannot read, such as a page of HTML.
   */
  static boolean holds(Jq test, Answer answer, Map<String, JsonNode> variables) {
    try {
      return test.apply(answer.body(), variables).stream()
          .anyMatch(value -> !value.isNull() && !(value.isBoolean() && !value.asBoolean()));
    } catch (MappingFault unreadable) {
      return false;
    }
  }

  private static boolean covers(String pattern, int status) {
    return pattern.endsWith("xx")
        ? pattern.startsWith(Integer.toString(status / 100))
        : pattern.equals(Integer.toString(status));
  }
}
