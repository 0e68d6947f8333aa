package io.serai.sandbox.world;

import java.time.Instant;

/**
 * What the store was told that it may sell of one SKU.
 *
 * @param at simulated time
 */
public record StockSetting(String sku, int quantity, Instant at) {}
