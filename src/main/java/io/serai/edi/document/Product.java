package io.serai.edi.document;

/**
 * A product's id.
 *
 * @param kind whose id it is: {@code vendor}, {@code sku}, {@code buyer}, {@code manufacturer}, or
 *     what it is: {@code upc}, {@code ean}, {@code gtin}; else the standard's own qualifier
 */
public record Product(String kind, String id) {}
