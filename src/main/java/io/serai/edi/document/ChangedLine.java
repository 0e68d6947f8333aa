package io.serai.edi.document;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A line that the buyer changes.
 *
 * @param place where it stands, for messages
 * @param change {@code added}, {@code removed}, {@code quantity}, {@code price}, {@code date},
 *     {@code changed}, {@code replaced}, {@code unchanged}; else the standard's own code
 * @param line as it shall be now
 * @param left the units that are still to come; empty where the document does not say
 */
public record ChangedLine(String place, String change, OrderLine line, Optional<BigDecimal> left) {}
