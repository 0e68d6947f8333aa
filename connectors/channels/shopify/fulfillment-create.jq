# The request that tells the store of a package: of each fulfillment order the lines in the package, by quantity.
# Naming the lines matters: without them the store would take the whole order as shipped.
. as $fulfillmentOrders
| variable("parcel") as $parcel
| [
    $fulfillmentOrders[]
    | select(.status == "OPEN" or .status == "IN_PROGRESS")
    | {
        fulfillmentOrderId: .id,
        fulfillmentOrderLineItems: [
          .lineItems.nodes[] as $line
          | $parcel.lines[]
          | select(.line == $line.lineItem.id and $line.remainingQuantity > 0)
          | {id: $line.id, quantity: ([.quantity, $line.remainingQuantity] | min)}
        ]
      }
    | select(.fulfillmentOrderLineItems | length > 0)
  ] as $groups
| {
    query: variable("mutation"),
    variables: {
      fulfillment: {
        notifyCustomer: false,
        trackingInfo: (
          {number: $parcel.tracking, company: $parcel.carrier}
          + (if $parcel.trackingLink == "" then {} else {url: $parcel.trackingLink} end)
        ),
        lineItemsByFulfillmentOrder: $groups
      }
    }
  }
