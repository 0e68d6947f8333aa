# The requests that tell the store of a package: of each fulfillment order the lines in the package, by quantity.
# Naming the lines matters: without them the store would take the whole order as shipped. The store takes at most 250
# lines a request, so a large package is told in parts, always the same ones. Parts that an earlier attempt has told
# already are left out. An order that the store has cancelled takes no packages any more: what left all the same is for
# the merchant, whom the hub has alerted.
. as $answer
| variable("parcel") as $parcel
| ([$parcel.tracking, $parcel.moreTracking[]?.tracking]) as $numbers
| (
    if (header("deliveryAttempts") | tonumber) > 1
    then
      [variable("fulfillments")[] | select(.status != "CANCELLED" and ([.trackingInfo[].number] | index($parcel.tracking)) != null)]
      | length
    else 0
    end
  ) as $told
| [range(0; $parcel.lines | length; 250) as $first | $parcel.lines[$first:$first + 250]]
| if (variable("cancelledAt") // "") == "" then .[$told:] else [] end
| map(
    . as $lines
    | {
        query: variable("mutation"),
        variables: {
          fulfillment: {
            notifyCustomer: false,
            trackingInfo: (
              if $numbers == [$parcel.tracking]
              then {number: $parcel.tracking, company: $parcel.carrier} + (if $parcel.trackingLink == "" then {} else {url: $parcel.trackingLink} end)
              else {numbers: $numbers, company: $parcel.carrier} + (if $parcel.trackingLink == "" then {} else {urls: [$parcel.trackingLink, $parcel.moreTracking[].trackingLink]} end)
              end
            ),
            lineItemsByFulfillmentOrder: [
              $answer[]
              | select(.status == "OPEN" or .status == "IN_PROGRESS")
              | (.lineItems.nodes | map({key: .lineItem.id, value: .}) | from_entries) as $open
              | {
                  fulfillmentOrderId: .id,
                  fulfillmentOrderLineItems: [
                    $lines[]
                    | $open[.line] as $line
                    | select($line != null and $line.remainingQuantity > 0)
                    | {id: $line.id, quantity: ([.quantity, $line.remainingQuantity] | min)}
                  ]
                }
              | select(.fulfillmentOrderLineItems | length > 0)
            ]
          }
        }
      }
  )
