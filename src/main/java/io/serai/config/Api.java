package io.serai.config;

/**
 * How programs may call the API.
 *
 * @param requestsPerMinute of each token, at each hub
 */
public record Api(int requestsPerMinute) {}
