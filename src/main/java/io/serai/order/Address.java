package io.serai.order;

/**
 * Where an order goes. {@code country} is ISO 3166-1 alpha-2; every other part may be empty, never
 * null.
 */
public record Address(
    String name,
    String company,
    String address1,
    String address2,
    String city,
    String state,
    String postalCode,
    String country,
    String phone) {}
