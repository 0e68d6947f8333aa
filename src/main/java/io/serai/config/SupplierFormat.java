package io.serai.config;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * How the suppliers of a connector write their documents.
 *
 * @param word {@code csv} or another of the formats that a {@code connector.yaml} may name
 * @param layout where what stands, for formats that want to be told; missing else
 */
public record SupplierFormat(String word, JsonNode layout) {}
