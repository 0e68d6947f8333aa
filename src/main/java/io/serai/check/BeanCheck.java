package io.serai.check;

import com.fasterxml.jackson.core.JsonPointer;
import io.serai.config.Fault;
import io.serai.config.Nearest;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Checks that a bean which a route names is there, and that it has the method. */
final class BeanCheck {
  private static final Set<String> REFERENCES =
      Set.of("aggregationStrategy", "onRedeliveryRef", "onPrepare", "onExceptionOccurredRef");
  private static final Pattern IN_SIMPLE =
      Pattern.compile("\\$\\{bean:([A-Za-z0-9_-]+)(?:(?:\\?method=|\\.|::)([A-Za-z0-9_]+))?");

  private final HubParts hub;
  private final Scope scope;

  BeanCheck(HubParts hub, Scope scope) {
    this.hub = hub;
    this.scope = scope;
  }

  /** What is wrong with the beans that a part of a route names. */
  List<Fault> faults(RoutePart part) {
    return switch (part.model()) {
      case "BeanDefinition", "MethodCallExpression" -> call(part);
      case "ProcessDefinition" -> bean(part, part.place("ref"), part.textOrSelf("ref"), "");
      case "SimpleExpression" -> inSimple(part, part.textOrSelf("expression"));
      case "LogDefinition" -> inSimple(part, part.textOrSelf("message"));
      default ->
          REFERENCES.contains(part.key()) && part.value().isTextual()
              ? bean(part, part.at(), reference(part.value().asText()), "")
              : List.of();
    };
  }

  /**
   * What is wrong with the beans that an endpoint names: {@code bean:x}, and {@code #x} as value.
   */
  List<Fault> faults(Endpoint endpoint) {
    List<Fault> faults = new ArrayList<>();
    if (endpoint.scheme().equals("bean")) {
      String method = endpoint.options().getOrDefault("method", "");
      String name =
          endpoint.path().isEmpty()
              ? endpoint.options().getOrDefault("beanName", "")
              : endpoint.path();
      faults.addAll(bean(endpoint.part(), endpoint.place(), name, method));
    }
    endpoint
        .options()
        .forEach(
            (name, value) -> {
              if (value.startsWith("#")) {
                JsonPointer at = endpoint.places().get(name);
                faults.addAll(bean(endpoint.part(), at, reference(value), ""));
              }
            });
    return faults;
  }

  private List<Fault> call(RoutePart part) {
    if (part.value().isTextual()) {
      String[] words = part.value().asText().split("\\?method=|[.?]", 2);
      return bean(part, part.at(), words[0], words.length > 1 ? words[1] : "");
    }
    JsonPointer at = part.place(part.value().has("method") ? "method" : "ref");
    List<Fault> unknown = bean(part, part.place("ref"), part.text("ref"), "");
    return unknown.isEmpty() ? bean(part, at, part.text("ref"), part.text("method")) : unknown;
  }

  private List<Fault> inSimple(RoutePart part, String text) {
    List<Fault> faults = new ArrayList<>();
    Matcher found = IN_SIMPLE.matcher(text);
    while (found.find()) {
      String method = found.group(2) == null ? "" : found.group(2);
      faults.addAll(bean(part, part.at(), found.group(1), method));
    }
    return faults;
  }

  /** The name behind {@code #} or {@code #bean:}; empty where something else is meant. */
  private static String reference(String value) {
    String name = value.replaceFirst("^#(bean:)?", "");
    return name.contains(":") || name.contains("(") ? "" : name;
  }

  private List<Fault> bean(RoutePart part, JsonPointer at, String name, String method) {
    if (name.isEmpty() || isFilledIn(name) || scope.beans().contains(name)) {
      return List.of();
    }
    Class<?> type = hub.beans().get(name);
    if (type == null) {
      Set<String> known = new TreeSet<>(hub.beans().keySet());
      known.addAll(scope.beans());
      String what = "unknown bean \"" + name + "\"";
      return List.of(part.yaml().fault(at, what, Nearest.cure(name, known)));
    }
    return method(part, at, name, type, method.replaceFirst("\\(.*", "").strip());
  }

  private static List<Fault> method(
      RoutePart part, JsonPointer at, String name, Class<?> type, String method) {
    Set<String> known =
        Arrays.stream(type.getMethods())
            .filter(each -> each.getDeclaringClass() != Object.class)
            .map(Method::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    if (method.isEmpty() || isFilledIn(method) || known.contains(method)) {
      return List.of();
    }
    String what = "unknown method \"" + method + "\" of the bean \"" + name + "\"";
    return List.of(part.yaml().fault(at, what, Nearest.cure(method, known)));
  }

  private static boolean isFilledIn(String name) {
    return name.contains("{{") || name.contains("${") || Endpoint.isFilledIn(name);
  }
}
