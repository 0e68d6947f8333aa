# Asks for the document of the feed that cancels an order. Amazon cancels whole orders only, and after any shipment the
# same feed would refund all of it: everything else is for a person.
. as $gone
| ([.lines[] | "\(.quantity) x \(.sku)"] | join(", ")) as $units
| $before[0].order as $order
| [$order.orderItems[]? | select(.quantityOrdered > 0)] as $items
| if $order.fulfillment.fulfillmentStatus == "CANCELLED" then empty
  elif ($order.fulfillment.fulfillmentStatus | . == "PARTIALLY_SHIPPED" or . == "SHIPPED")
    or ($items | any((.fulfillment.quantityFulfilled // 0) > 0))
  then error("order \(.number) is partly shipped, and Amazon would refund all of it: refund \($units) in Seller Central")
  elif ($items | all(. as $item | ([$gone.lines[] | select(.line == $item.orderItemId) | .quantity] | add // 0) >= $item.quantityOrdered)) | not
  then error("Amazon cancels whole orders only: cancel \($units) of order \(.number) in Seller Central")
  else
    {
      path: "/feeds/2021-06-30/documents",
      body: {contentType: "text/xml; charset=UTF-8"},
      limit: "createFeedDocument"
    }
  end
