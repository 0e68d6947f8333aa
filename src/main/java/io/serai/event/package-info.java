/**
 * What happens to orders, shipments, backorders and stock, as others may be told it. Whoever
 * changes an order marks it in the same transaction ({@link io.serai.event.Marks}); soon after,
 * each marked order is compared with what subscribers were last told of it ({@link
 * io.serai.event.OrderWatch}), and every difference is an event. Nothing is marked and nothing
 * written while nobody has subscribed.
 */
package io.serai.event;
