# What makes it another order for the hub: where it goes, and units that are cancelled or in a state that is new to us.
# That units are acknowledged, shipped or delivered is our own doing, and no part of it.
[
  .shippingInfo.postalAddress,
  .shippingInfo.phone,
  [
    .orderLines.orderLine[]?
    | [
        .lineNumber,
        .orderLineQuantity.amount,
        [
          .orderLineStatuses.orderLineStatus[]?
          | .status as $status
          | select(["Created", "Acknowledged", "Shipped", "Delivered"] | any(. == $status) | not)
          | [.status, .statusQuantity.amount]
        ]
      ]
  ]
]
