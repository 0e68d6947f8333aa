package io.serai.edi.stream;

import io.xlate.edi.schema.EDIComplexType;
import io.xlate.edi.schema.EDIElementPosition;
import io.xlate.edi.schema.EDILoopType;
import io.xlate.edi.schema.EDIReference;
import io.xlate.edi.schema.EDISimpleType;
import io.xlate.edi.schema.EDISimpleType.Base;
import io.xlate.edi.schema.EDISyntaxRule;
import io.xlate.edi.schema.EDIType;
import io.xlate.edi.schema.EDIType.Type;
import io.xlate.edi.schema.Schema;
import io.xlate.edi.schema.implementation.LoopImplementation;
import java.util.Iterator;
import java.util.List;

/**
 * A schema without what costs StAEDI time and finds nothing: for each element it reads, and each
 * loop that begins, it walks over all elements that might stand there. So each segment ends behind
 * the last element of which it checks more than the length; {@link WholeSegment} knows the rest.
 */
record SlimSchema(Schema whole, EDIComplexType getStandard) implements Schema {

  static Schema of(Schema whole) {
    return new SlimSchema(whole, slim(whole.getStandard()));
  }

  @Override
  public LoopImplementation getImplementation() {
    return whole.getImplementation();
  }

  @Override
  public EDIType getType(String name) {
    return whole.getType(name);
  }

  @Override
  public boolean containsSegment(String name) {
    return whole.containsSegment(name);
  }

  @Override
  public Iterator<EDIType> iterator() {
    return whole.iterator();
  }

  private static EDIComplexType slim(EDIComplexType type) {
    List<EDIReference> references =
        type.isType(Type.SEGMENT)
            ? type.getReferences().subList(0, checked(type))
            : type.getReferences();
    return new Part(type, references.stream().map(SlimSchema::slim).toList());
  }

  private static EDIReference slim(EDIReference reference) {
    EDIType type = reference.getReferencedType();
    if (WholeSegment.isAnything(type)) {
      // One element, where StAEDI has a composite of a hundred; more components do no harm.
      return ((EDIComplexType) type).getReferences().get(0);
    }
    boolean parts = type instanceof EDIComplexType && !type.isType(Type.COMPOSITE);
    return new Place(parts ? slim((EDIComplexType) type) : type, reference);
  }

  // How many elements there are up to the last one that has to be checked.
  private static int checked(EDIComplexType segment) {
    int count =
        segment.getSyntaxRules().stream()
            .flatMap(rule -> rule.getPositions().stream())
            .mapToInt(Integer::intValue)
            .max()
            .orElse(0);
    List<EDIReference> elements = segment.getReferences();
    for (int i = count; i < elements.size(); i++) {
      count = isChecked(elements.get(i)) ? i + 1 : count;
    }
    return count;
  }

  private static boolean isChecked(EDIReference reference) {
    EDIType type = reference.getReferencedType();
    if (WholeSegment.isAnything(type)) {
      return false;
    }
    if (type instanceof EDIComplexType composite) {
      return reference.getMinOccurs() > 0
          || !composite.getSyntaxRules().isEmpty()
          || composite.getReferences().stream().anyMatch(SlimSchema::isChecked);
    }
    EDISimpleType simple = (EDISimpleType) type;
    return reference.getMinOccurs() > 0
        || simple.getBase() != Base.STRING && simple.getBase() != Base.IDENTIFIER
        || !simple.getValueSet().isEmpty();
  }

  private record Place(EDIType getReferencedType, EDIReference whole) implements EDIReference {
    @Override
    public int getMinOccurs() {
      return whole.getMinOccurs();
    }

    @Override
    public int getMaxOccurs() {
      return whole.getMaxOccurs();
    }

    @Override
    public String getTitle() {
      return whole.getTitle();
    }

    @Override
    public String getDescription() {
      return whole.getDescription();
    }
  }

  // A segment has no levels either, so one kind of part does for segments and loops.
  private record Part(EDIComplexType whole, List<EDIReference> getReferences)
      implements EDILoopType {
    @Override
    public List<EDISyntaxRule> getSyntaxRules() {
      return whole.getSyntaxRules();
    }

    @Override
    public EDIElementPosition getLevelIdPosition() {
      return null;
    }

    @Override
    public EDIElementPosition getParentIdPosition() {
      return null;
    }

    @Override
    public String getId() {
      return whole.getId();
    }

    @Override
    public String getCode() {
      return whole.getCode();
    }

    @Override
    public Type getType() {
      return whole.getType();
    }

    @Override
    public String getTitle() {
      return whole.getTitle();
    }

    @Override
    public String getDescription() {
      return whole.getDescription();
    }
  }
}
