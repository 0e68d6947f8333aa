/**
 * An eBay of the sandbox: its books, and the Sell and Post-Order APIs by which a seller reads them.
 */
package io.serai.sandbox.ebay;
