/**
 * The exchange with suppliers that speak X12 or EDIFACT: which interchanges went out and came in,
 * by their control numbers, and what became of each.
 */
package io.serai.interchange;
