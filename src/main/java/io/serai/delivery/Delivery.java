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
    JsonNode payload,
    int attempts) {}
