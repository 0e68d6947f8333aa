package io.serai.edi.stream;

import io.serai.edi.EdiFault.Unit;
import io.serai.edi.FaultKind;

/**
 * Something that was mended in the stream of segments, so that the rest can be read: a segment was
 * left out, or a trailer put in.
 *
 * @param before the number of the segment, of those handed on, before which it was
 * @param position its own number in the set or interchange, as a clerk counts
 * @param unit what is refused for it
 */
record Note(
    long before,
    int position,
    String tag,
    Unit unit,
    FaultKind kind,
    boolean inSet,
    String reason,
    String cure) {}
