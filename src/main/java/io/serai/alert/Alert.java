package io.serai.alert;

import java.util.Optional;

/**
 * What somebody at the merchant's should know of soon.
 *
 * @param kind one word for what has happened, such as {@code oversold}
 * @param key of this one happening: raised again, it is the same alert
 * @param orderId the order that it is about, if it is about one
 * @param text a sentence that says what has happened and what to do
 */
public record Alert(String kind, String key, Optional<Long> orderId, String text) {}
