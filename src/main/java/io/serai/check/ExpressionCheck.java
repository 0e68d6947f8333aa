package io.serai.check;

import com.fasterxml.jackson.core.JsonPointer;
import io.serai.config.Fault;
import io.serai.config.Place;
import io.serai.mapping.Jq;
import io.serai.mapping.MappingFault;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.LanguageValidationResult;

/** Checks that jq and simple expressions compile. */
final class ExpressionCheck {
  private static final Set<String> PREDICATES =
      Set.of("WhenDefinition", "FilterDefinition", "ValidateDefinition", "OnWhenDefinition");

  private final CamelCatalog catalog;

  ExpressionCheck(CamelCatalog catalog) {
    this.catalog = catalog;
  }

  /** What is wrong with the expression that a part of a route is, if it is one. */
  List<Fault> faults(RoutePart part) {
    String key = part.model().equals("LogDefinition") ? "message" : "expression";
    String text = part.textOrSelf(key);
    if (text.isEmpty() || text.contains("{{") || text.startsWith("resource:")) {
      return List.of();
    }
    Optional<Fault> fault =
        switch (part.model()) {
          case "JqExpression" -> jq(part, text);
          case "SimpleExpression" -> simple(part, key, text, PREDICATES.contains(part.parent()));
          case "LogDefinition" -> simple(part, key, text, false);
          default -> Optional.empty();
        };
    return fault.stream().toList();
  }

  private static Optional<Fault> jq(RoutePart part, String text) {
    try {
      Jq.compile("", text);
      return Optional.empty();
    } catch (MappingFault e) {
      // A program over several lines starts on the line behind its key.
      int first = line(part, "expression") + (text.contains("\n") ? 0 : -1);
      return Optional.of(JqFault.of(part.yaml().file(), first, e));
    }
  }

  private Optional<Fault> simple(RoutePart part, String key, String text, boolean isPredicate) {
    ClassLoader loader = ExpressionCheck.class.getClassLoader();
    LanguageValidationResult result =
        isPredicate
            ? catalog.validateLanguagePredicate(loader, "simple", text)
            : catalog.validateLanguageExpression(loader, "simple", text);
    // The catalog has no beans; those that an expression names are checked by their names.
    if (result.isSuccess() || result.getError().startsWith("No bean could be found")) {
      return Optional.empty();
    }
    String said = result.getShortError() == null ? result.getError() : result.getShortError();
    String kind = isPredicate ? "condition" : "expression";
    boolean isOpen = result.getError().contains("functionEnd");
    String cause = isOpen ? "a ${ is not closed" : said.lines().findFirst().orElse("");
    String what = "not a simple " + kind + ": " + cause;
    return Optional.of(new Fault(part.yaml().file(), line(part, key), what, cure(text, result)));
  }

  private static String cure(String text, LanguageValidationResult result) {
    int at = result.getIndex();
    if (result.getError().contains("functionEnd")) {
      return "close each ${ with a }";
    }
    return at >= 0 && at < text.length()
        ? "correct it at \"" + text.substring(at, Math.min(text.length(), at + 20)).strip() + "\""
        : "complete it";
  }

  private static int line(RoutePart part, String key) {
    JsonPointer at = part.place(key);
    return part.yaml().value(at).map(Place::line).orElseGet(() -> part.yaml().line(at));
  }
}
