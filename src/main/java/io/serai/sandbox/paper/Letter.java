package io.serai.sandbox.paper;

import io.serai.edi.document.EdiDocument;
import java.util.List;

/**
 * An interchange of a supplier.
 *
 * @param control ISA13, UNB05
 * @param group GS06; where there are no groups, of no use
 * @param documents what stands in its sets, which are numbered from 1; empty for stock
 * @param spoilt the number of the set that is bad; 0: none
 */
record Letter(
    long control, long group, List<? extends EdiDocument> documents, int spoilt, byte[] content) {
  Letter {
    documents = List.copyOf(documents);
  }
}
