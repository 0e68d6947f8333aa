package io.serai.intake;

import io.serai.order.IncomingOrder;

/** An order to take in, and the document that it came in. */
public record Submission(long documentId, IncomingOrder order) {}
