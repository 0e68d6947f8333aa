package io.serai.check;

import com.fasterxml.jackson.core.JsonPointer;
import io.serai.config.Fault;
import io.serai.config.Nearest;
import java.util.List;
import java.util.Set;

/** Checks that a Java class which a route names, as an exception, a type or a bean, is there. */
final class ClassCheck {
  private static final Set<String> EXCEPTIONS = Set.of("exception", "exceptionType");

  /** What Camel knows without the package. */
  private static final Set<String> SHORT =
      Set.of(
          "byte[]",
          "Byte[]",
          "Object[]",
          "String[]",
          "String",
          "boolean",
          "Boolean",
          "int",
          "Integer",
          "long",
          "Long",
          "short",
          "Short",
          "byte",
          "Byte",
          "float",
          "Float",
          "double",
          "Double",
          "void");

  private ClassCheck() {}

  /** What is wrong with the class that a part of a route names, if it names one. */
  static List<Fault> faults(RoutePart part) {
    if (EXCEPTIONS.contains(part.key()) && part.value().isTextual()) {
      return named(part, part.at(), part.value().asText());
    }
    return switch (part.model()) {
      case "ConvertBodyDefinition" -> named(part, part.place("type"), part.textOrSelf("type"));
      case "BeanFactoryDefinition" ->
          named(part, part.place("type"), part.text("type").replaceFirst("^#class:", ""));
      default -> List.of();
    };
  }

  private static List<Fault> named(RoutePart part, JsonPointer at, String name) {
    if (name.isEmpty() || name.contains("{{") || SHORT.contains(name) || isThere(name)) {
      return List.of();
    }
    String cure =
        name.contains(".")
            ? "write the full name of a class, such as java.lang.Exception"
            : Nearest.cure(name, SHORT);
    return List.of(part.yaml().fault(at, "unknown class \"" + name + "\"", cure));
  }

  private static boolean isThere(String name) {
    try {
      Class.forName(name.replaceFirst("(\\[])+$", ""), false, ClassCheck.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }
}
