/** A Walmart Marketplace of the sandbox: its books, and the API v3 by which a seller reads them. */
package io.serai.sandbox.walmart;
