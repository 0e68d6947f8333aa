package io.serai.edi.document;

/**
 * A number by which somebody knows something.
 *
 * @param kind the standard's own qualifier (REF01, or RFF's first component)
 */
public record Reference(String kind, String value) {}
