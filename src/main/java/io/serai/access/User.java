package io.serai.access;

import java.time.Instant;

/** Somebody who may log in, as long as {@code enabled}. */
public record User(long id, String name, Role role, boolean enabled, Instant createdAt) {}
