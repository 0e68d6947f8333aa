package io.serai.edi.stream;

import io.serai.edi.Delimiters;
import io.serai.edi.Standard;
import java.nio.charset.Charset;

/**
 * What the first bytes of an interchange say of the rest.
 *
 * @param start the bytes that were taken for it: all of ISA, or UNA and nothing of UNB
 * @param version ISA12, or the version of UNB01
 * @param control ISA13; empty for EDIFACT, where the UNB is still to come
 */
record Header(
    Standard standard,
    Delimiters delimiters,
    Charset charset,
    byte[] start,
    String version,
    String control) {}
