package io.serai.edi.document;

import io.serai.order.Address;

/**
 * Somebody whom a document names.
 *
 * @param role {@code shipTo}, {@code buyer}, {@code supplier}, ...; else the standard's own code
 * @param id empty where none is given
 * @param idKind whose id it is, by the standard's own code (N103, or 3055)
 */
public record Party(String role, String id, String idKind, Address address) {}
