package io.serai.sandbox.store;

import graphql.schema.DataFetchingEnvironment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a mutation answers: its result by field, or what it refuses. */
record Payload(String type, Map<String, Object> results, List<UserError> errors) implements Fields {
  /**
   * A refusal, which arrives with HTTP 200.
   *
   * @param field the path to the input at fault; empty when it is none in particular
   * @param code one of the mutation's codes, or empty for mutations without
   */
  record UserError(List<String> field, String message, String code) implements Fields {
    static UserError of(String message, String... field) {
      return new UserError(List.of(field), message, "");
    }

    UserError coded(String code) {
      return new UserError(field, message, code);
    }

    @Override
    public String type() {
      return "UserError";
    }

    @Override
    public Object get(String name, DataFetchingEnvironment env) {
      return switch (name) {
        case "field" -> field.isEmpty() ? null : field;
        case "message" -> message;
        case "code" -> Fields.orNull(code);
        default -> unknown(name);
      };
    }
  }

  static Payload done(String type, Map<String, Object> results) {
    return new Payload(type, new HashMap<>(results), List.of());
  }

  static Payload refused(String type, List<UserError> errors) {
    return new Payload(type, Map.of(), errors);
  }

  static Payload refused(String type, UserError error) {
    return refused(type, List.of(error));
  }

  @Override
  public Object get(String field, DataFetchingEnvironment env) {
    return switch (field) {
      case "userErrors", "orderCancelUserErrors" -> errors;
      default -> results.get(field);
    };
  }
}
