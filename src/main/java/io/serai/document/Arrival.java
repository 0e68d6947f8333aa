package io.serai.document;

/**
 * A document that has just come in and is not stored yet.
 *
 * @param key makes a second arrival of the same a no-op: channel + order + revision, or supplier +
 *     name + content hash
 */
public record Arrival(String kind, String account, String key, String name, byte[] content) {}
