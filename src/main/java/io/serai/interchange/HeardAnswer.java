package io.serai.interchange;

import io.serai.edi.document.EdiDocument;

/**
 * What a supplier says of something that we sent.
 *
 * @param document the document that says it
 * @param said a functional acknowledgment, or the receipt of an interchange
 */
record HeardAnswer(long document, String name, EdiDocument said) {}
