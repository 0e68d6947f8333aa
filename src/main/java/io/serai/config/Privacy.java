package io.serai.config;

import java.time.Duration;

/**
 * How long the hub keeps what it knows of persons.
 *
 * @param kept the time after an order's end, and after the arrival of whatever belongs to none
 */
public record Privacy(Duration kept) {}
