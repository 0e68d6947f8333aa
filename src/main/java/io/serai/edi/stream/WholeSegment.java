package io.serai.edi.stream;

import io.xlate.edi.schema.EDIComplexType;
import io.xlate.edi.schema.EDIReference;
import io.xlate.edi.schema.EDISimpleType;
import io.xlate.edi.schema.EDIType;
import io.xlate.edi.stream.EDIStreamValidationError;
import java.util.List;
import java.util.Optional;

/** All elements of a segment as its standard has it, also those that {@link SlimSchema} leaves. */
public final class WholeSegment {
  private final List<EDIReference> elements;

  WholeSegment(EDIComplexType type) {
    this.elements = type.getReferences();
  }

  /** Whether the schema says nothing of what it holds. */
  static boolean isAnything(EDIType type) {
    return type.isType(EDIType.Type.COMPOSITE) && type.getCode().equals("ANY");
  }

  /** Whether the standard has an element at this position, which is counted from 1. */
  boolean has(int element) {
    return element <= elements.size();
  }

  /** Whether anything may stand in this element, with components and repeated. */
  boolean isAnything(int element) {
    return has(element) && isAnything(type(element));
  }

  /**
   * What is wrong with an element that the slim schema leaves out.
   *
   * @param component counted from 1; less: the element has none
   */
  Optional<EDIStreamValidationError> wrong(int element, int component, int length) {
    EDIType type = type(element);
    if (isAnything(type)) {
      return Optional.empty();
    }
    if (type instanceof EDISimpleType simple) {
      return component > 0
          ? Optional.of(EDIStreamValidationError.TOO_MANY_COMPONENTS)
          : wrong(simple, length);
    }
    List<EDIReference> components = ((EDIComplexType) type).getReferences();
    int index = Math.max(component, 1) - 1;
    return index < components.size()
        ? wrong((EDISimpleType) components.get(index).getReferencedType(), length)
        : Optional.of(EDIStreamValidationError.TOO_MANY_COMPONENTS);
  }

  /** The component that a message names: a lone one of a composite is its first. */
  int shown(int element, int component) {
    return type(element) instanceof EDISimpleType ? component : Math.max(component, 1);
  }

  private static Optional<EDIStreamValidationError> wrong(EDISimpleType type, int length) {
    if (length > type.getMaxLength()) {
      return Optional.of(EDIStreamValidationError.DATA_ELEMENT_TOO_LONG);
    }
    return length > 0 && length < type.getMinLength()
        ? Optional.of(EDIStreamValidationError.DATA_ELEMENT_TOO_SHORT)
        : Optional.empty();
  }

  private EDIType type(int element) {
    return elements.get(element - 1).getReferencedType();
  }
}
