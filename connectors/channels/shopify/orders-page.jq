# A page as the hub wants it: each order with its number and what makes a revision of it, the next cursor, and
# whether there is more. Our own fulfillments raise updatedAt too, so that is no part of the revision; that an unpaid
# order has been paid, or one of an unknown payment status, a hold, and units that were removed or refunded are.
. as $orders
| variable("pageInfo") as $page
| (header("cursor") | if . == null or . == "" then {} else fromjson end) as $cursor
| {
    orders: [
      $orders[]
      | {
          number: (.name | ltrimstr("#")),
          revision: [.cancelledAt, (.displayFinancialStatus as $paid | if $paid == null or (["AUTHORIZED", "PAID", "PARTIALLY_PAID", "PARTIALLY_REFUNDED", "REFUNDED"] | any(. == $paid)) then false elif ["PENDING", "EXPIRED", "VOIDED"] | any(. == $paid) then true else $paid end), .displayFulfillmentStatus == "ON_HOLD", .shippingAddress, [.lineItems.nodes[] | [.id, .quantity, .quantity - (.currentQuantity // .quantity)]]],
          order: .
        }
    ],
    cursor: (
      if $page.hasNextPage
      then {since: $cursor.since, after: $page.endCursor}
      else {since: ([$orders[].updatedAt, $cursor.since] | map(select(. != null)) | max), after: null}
      end | tojson
    ),
    more: $page.hasNextPage
  }
