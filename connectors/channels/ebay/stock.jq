# Sets the quantities of SKUs, 25 a request, and those of their published offers, which go before the SKU's.
([$before[]?.offers[]? | select(.status == "PUBLISHED" and .availableQuantity != null)] | group_by(.sku) | map({key: .[0].sku, value: .}) | from_entries) as $offers
| [
    .quantities[]
    | . as $stock
    | {sku, shipToLocationAvailability: {quantity}}
      + (if $offers[$stock.sku] == null then {} else {offers: [$offers[$stock.sku][] | {offerId, availableQuantity: $stock.quantity}]} end)
  ] as $all
| range(0; $all | length; 25) as $first
| {path: "/sell/inventory/v1/bulk_update_price_quantity", expect: [200, 207], body: {requests: $all[$first:$first + 25]}}
