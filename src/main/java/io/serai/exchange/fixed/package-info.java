/** Suppliers whose files are records in which each value stands in its columns. */
package io.serai.exchange.fixed;
