package io.serai.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** An effect on the outside that a transaction owes from now on. */
public record Owed(
    String kind,
    String account,
    String key,
    Optional<Long> orderId,
    Optional<Long> documentId,
    JsonNode payload) {}
