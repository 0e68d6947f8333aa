/**
 * Channels that are declared, not coded: what {@code api} in a {@code connector.yaml} says is sent,
 * paged, authorized, slowed down and understood here. It knows HTTP only by {@link
 * io.serai.api.Transport}.
 */
package io.serai.api;
