# What makes it another order for the hub. What is shipped is told by the hub itself, and is no part of it.
[
  (.fulfillment.fulfillmentStatus | if . == "PARTIALLY_SHIPPED" or . == "SHIPPED" then "UNSHIPPED" else . end),
  .recipient.deliveryAddress,
  [.orderItems[]? | [.orderItemId, .quantityOrdered, .cancellation.cancellationRequest, .cancellation.cancellationExecution]]
]
