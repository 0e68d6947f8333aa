package io.serai.config;

/**
 * One configured way on which customers are told; its connector is of kind notifier.
 *
 * @param medium {@code mail} or {@code sms}, as the connector says
 */
public record Notifier(
    String id, String connector, String medium, boolean enabled, Settings settings) {}
