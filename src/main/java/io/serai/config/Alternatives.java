package io.serai.config;

import com.networknt.schema.JsonNodePath;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The complaints about one value that may take several forms (anyOf, oneOf): a validator complains
 * in the name of every form, of which the writer meant one. A complaint in which no form is
 * involved stands alone.
 */
record Alternatives(List<ValidationMessage> messages) {
  private static final Set<String> FORKS = Set.of("anyOf", "oneOf");
  private static final Set<String> DESCENDING =
      Set.of("properties", "patternProperties", "additionalProperties", "items", "prefixItems");

  /** Groups the complaints by the value that they are about. */
  static List<Alternatives> group(Collection<ValidationMessage> messages) {
    Map<String, Alternatives> groups = new LinkedHashMap<>();
    for (ValidationMessage message : messages) {
      int fork = fork(message);
      String value =
          fork < 0 ? "alone " + groups.size() : start(message, fork) + forked(message, fork);
      groups
          .computeIfAbsent(value, key -> new Alternatives(new ArrayList<>()))
          .messages
          .add(message);
    }
    return groups.values().stream().map(Alternatives::withoutTheForkItself).toList();
  }

  /** "None of the forms fits" says nothing that the forms do not say better. */
  private Alternatives withoutTheForkItself() {
    List<ValidationMessage> forms =
        messages.stream().filter(message -> !FORKS.contains(message.getType())).toList();
    return forms.isEmpty() ? this : new Alternatives(forms);
  }

  /** The complaints in the name of the form that was most likely meant. */
  List<ValidationMessage> likeliest() {
    Map<String, List<ValidationMessage>> forms = new LinkedHashMap<>();
    for (ValidationMessage message : messages) {
      String form = start(message, fork(message) + 1);
      forms.computeIfAbsent(form, key -> new ArrayList<>()).add(message);
    }
    return forms.values().stream()
        .max(Comparator.comparingInt(Alternatives::likelihood))
        .orElseThrow();
  }

  /** Whether the value is of a type that none of several forms has. */
  boolean isWrongTypeForAll() {
    return messages.size() > 1
        && messages.stream().allMatch(Alternatives::isType)
        && messages.stream().map(ValidationMessage::getInstanceLocation).distinct().count() == 1;
  }

  /** A form that fits further down, or whose very type fits, was likelier meant. */
  private static int likelihood(List<ValidationMessage> form) {
    int depth = form.stream().mapToInt(m -> m.getInstanceLocation().getNameCount()).max().orElse(0);
    return 2 * depth + (form.stream().allMatch(Alternatives::isType) ? 0 : 1);
  }

  private static boolean isType(ValidationMessage message) {
    return "type".equals(message.getType());
  }

  /** Where on its way through the schema the complaint passed the first fork; -1 for nowhere. */
  private static int fork(ValidationMessage message) {
    JsonNodePath way = message.getEvaluationPath();
    for (int i = 0; i < way.getNameCount(); i++) {
      boolean isKey = i > 0 && "properties".equals(way.getElement(i - 1));
      if (!isKey && FORKS.contains(String.valueOf(way.getElement(i)))) {
        return i;
      }
    }
    return -1;
  }

  private static String start(ValidationMessage message, int last) {
    JsonNodePath way = message.getEvaluationPath();
    StringBuilder start = new StringBuilder();
    for (int i = 0; i <= last && i < way.getNameCount(); i++) {
      start.append('/').append(way.getElement(i));
    }
    return start.toString();
  }

  /** The value that forks, since the items of one list share a fork but are different values. */
  private static JsonNodePath forked(ValidationMessage message, int fork) {
    JsonNodePath at = message.getInstanceLocation();
    JsonNodePath way = message.getEvaluationPath();
    for (int i = fork; i < way.getNameCount() - 1 && at.getParent() != null; i++) {
      if (DESCENDING.contains(String.valueOf(way.getElement(i)))) {
        at = at.getParent();
      }
    }
    return at;
  }
}
