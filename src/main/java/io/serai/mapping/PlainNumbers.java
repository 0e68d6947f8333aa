package io.serai.mapping;

import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ValueNode;
import java.math.BigDecimal;

/**
 * Writes a whole number without an exponent: jq's {@code tostring} of a price that came as {@code
 * 100.0} is {@code 100}, and not {@code 1E+2}.
 */
final class PlainNumbers extends JsonNodeFactory {
  private static final long serialVersionUID = 1;
  // Beyond it a number of a few letters would take megabytes.
  private static final int MOST_ZEROS = 40;

  @Override
  public ValueNode numberNode(BigDecimal value) {
    if (value == null) {
      return nullNode();
    }
    BigDecimal stripped = value.stripTrailingZeros();
    boolean isWhole = stripped.scale() < 0 && stripped.scale() >= -MOST_ZEROS;
    return DecimalNode.valueOf(isWhole ? stripped.setScale(0) : stripped);
  }
}
