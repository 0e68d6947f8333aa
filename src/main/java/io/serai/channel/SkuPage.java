package io.serai.channel;

import java.util.List;

/**
 * SKUs to look at in one transaction.
 *
 * @param more whether there are others behind them
 */
record SkuPage(List<String> skus, boolean more) {}
