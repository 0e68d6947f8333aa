package io.serai.exchange.fixed;

import java.util.Set;

/**
 * A figure in a trailer.
 *
 * @param decimals digits behind a decimal mark that is not written
 * @param of the names of the types of record that it counts, or the one field that it sums
 */
record Tally(Span span, int decimals, Set<String> of) {}
