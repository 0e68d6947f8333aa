package io.serai.action;

import java.math.BigDecimal;

/**
 * A supplier that a line could move to.
 *
 * @param free the units that it has and has promised to nobody
 * @param unitCost in the currency of the hub
 */
public record SupplierChoice(String supplier, int free, BigDecimal unitCost, int leadDays) {}
