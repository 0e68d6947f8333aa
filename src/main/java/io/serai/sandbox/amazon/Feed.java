package io.serai.sandbox.amazon;

import java.time.Instant;

/**
 * A feed that was handed in.
 *
 * @param doneAt simulated time from which on its work is done
 * @param report the document of its report
 */
record Feed(String id, String type, Instant createdAt, Instant doneAt, String report) {}
