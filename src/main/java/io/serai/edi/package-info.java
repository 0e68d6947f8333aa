/**
 * X12 and EDIFACT: read to canonical documents, and written from them. Pure: no database, no Camel,
 * no clock.
 */
package io.serai.edi;
