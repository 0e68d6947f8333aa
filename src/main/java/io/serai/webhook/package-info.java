/**
 * Webhooks out: who is told of which events ({@link io.serai.webhook.Subscriptions}), how a message
 * is signed ({@link io.serai.webhook.Signing}), where it may go ({@link
 * io.serai.webhook.Destination}), and how receivers that fail are borne with ({@link
 * io.serai.webhook.Sending}). What channels send to the hub is in {@code api} and {@code hub}.
 */
package io.serai.webhook;
