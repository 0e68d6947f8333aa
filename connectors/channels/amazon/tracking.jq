# Confirms a package. Amazon wants a positive number that names the package within its order: it is made of the hub's
# reference, so that a repeat names the same one. A supplier's day of shipment may lie ahead of the hour; Amazon takes
# none from the future.
. as $parcel
| (reduce (.reference | explode[]) as $code (7; (. * 31 + $code) % 1000000007) | . + 1 | tostring) as $number
| ([.lines[] | {orderItemId: .line, quantity}] | sort) as $items
| if [$before[0].order.packages[]?]
    | any(.packageReferenceId == $number
        or (.trackingNumber == $parcel.tracking and ([.packageItems[]? | {orderItemId, quantity}] | sort) == $items))
  then empty
  else
    {
      path: "/orders/v0/orders/\(.order | @uri)/shipmentConfirmation",
      body: {
        marketplaceId: $settings.marketplaceId,
        packageDetail: (
          {
            packageReferenceId: $number,
            carrierCode: ($carriers[.carrier] // $otherCarrier),
            trackingNumber: .tracking,
            shipDate: (if (.shippedAt | epochMillis) > ($now | epochMillis) then $now else .shippedAt end),
            orderItems: [.lines[] | {orderItemId: .line, quantity}]
          }
          + (if $carriers[.carrier] then {} else {carrierName: .carrier} end)
        )
      }
    }
  end
