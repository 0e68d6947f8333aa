package io.serai.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * One effect on the outside that is owed: a file, an API call, a mail.
 *
 * @param kind {@code purchase-order}, {@code cancellation-request}, {@code
 *     functional-acknowledgment}, {@code tracking}, {@code cancellation}, {@code stock}, {@code
 *     order-news}, {@code webhook}, {@code mail} or {@code sms}
 * @param account the supplier, channel or notifier it goes to
 * @param key the idempotency key that the other side sees
 * @param orderId the order it is about, if it is about one
 * @param documentId the document it sends, if it sends one
 * @param order the order's channel and number, such as {@code dtc/1001}
 * @param trace the trace that began with the order, as W3C's traceparent
 * @param attempts how often it has been tried, this time included; above 1 the other side may have
 *     it already
 */
public record Delivery(
    long id,
    String kind,
    String account,
    String key,
    Optional<Long> orderId,
    Optional<Long> documentId,
    Optional<String> order,
    Optional<String> trace,
    JsonNode payload,
    int attempts) {}
