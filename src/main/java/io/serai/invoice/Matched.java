package io.serai.invoice;

import io.serai.exchange.AskedPrices.Price;
import io.serai.exchange.SupplierFile.InvoicedLine;
import io.serai.stock.Reservation;
import java.util.Optional;

/**
 * A line of an invoice, and what it bills.
 *
 * @param asked the purchase order line; empty: there is none
 * @param price that was agreed for it; empty: nobody kept one
 */
record Matched(InvoicedLine line, Optional<Reservation> asked, Optional<Price> price) {}
