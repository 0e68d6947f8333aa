package io.serai.edi;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.edi.document.EdiDocument;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Canonical documents from the JSON that {@link DocumentJson} makes of them. */
public final class DocumentFromJson {
  private DocumentFromJson() {}

  /**
   * The document.
   *
   * @throws IllegalArgumentException when it is none of ours
   */
  public static EdiDocument of(JsonNode json) {
    String kind = json.path("document").asText();
    Class<?> type =
        Arrays.stream(EdiDocument.class.getPermittedSubclasses())
            .filter(each -> name(each).equals(kind))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("'" + kind + "' is no document"));
    return (EdiDocument) record(json, type);
  }

  private static String name(Class<?> type) {
    String name = type.getSimpleName();
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  private static Object record(JsonNode json, Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      values[i] = value(json.path(components[i].getName()), components[i].getGenericType());
    }
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("a " + type.getSimpleName() + " that cannot be made", e);
    }
  }

  private static Object value(JsonNode json, Type type) {
    if (type instanceof ParameterizedType of) {
      Type inner = of.getActualTypeArguments()[0];
      return of.getRawType() == Optional.class
          ? json.isMissingNode() ? Optional.empty() : Optional.of(value(json, inner))
          : list(json, inner);
    }
    Class<?> simple = (Class<?>) type;
    if (simple.isRecord()) {
      return record(json, simple);
    }
    return scalar(json.asText(), simple);
  }

  private static List<Object> list(JsonNode json, Type inner) {
    List<Object> list = new ArrayList<>();
    json.forEach(each -> list.add(value(each, inner)));
    return List.copyOf(list);
  }

  private static Object scalar(String text, Class<?> type) {
    if (type == String.class) {
      return text;
    }
    if (type == int.class) {
      return text.isEmpty() ? 0 : Integer.parseInt(text);
    }
    if (type == BigDecimal.class) {
      return new BigDecimal(text);
    }
    return type == LocalDate.class ? LocalDate.parse(text) : Instant.parse(text);
  }
}
