package io.serai.exchange.fixed;

/**
 * One record of a file.
 *
 * @param place file and line
 */
record PlacedRecord(RecordType type, String place, String text) {}
