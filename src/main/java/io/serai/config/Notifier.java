package io.serai.config;

/** One configured way on which customers are told; its connector is of kind notifier. */
public record Notifier(String id, String connector, boolean enabled, Settings settings) {}
