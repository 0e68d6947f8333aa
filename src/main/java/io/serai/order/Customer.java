package io.serai.order;

/** Who bought; any part may be empty, never null. {@code locale} is a BCP 47 tag. */
public record Customer(String name, String email, String phone, String locale) {}
