# WooCommerce itself knows no packages. The tracking goes where the shipment tracking extensions keep theirs
# (_wc_shipment_tracking_items), what is in the package beside it (_serai_packages), and a note says both to people. When
# every unit that is not refunded is in a package, the order is completed.
. as $parcel
| $before[0] as $order
| ([$before[1][].line_items[]? | {line: (.meta_data // [] | map(select(.key == "_refunded_item_id")) | .[0].value | tostring), quantity: (.quantity | if . < 0 then -. else . end)}]) as $refunded
| ([$order.meta_data[] | select(.key == "_serai_packages")] | .[0]) as $kept
| ([$order.meta_data[] | select(.key == "_wc_shipment_tracking_items")] | .[0]) as $tracked
| (($kept.value // []) | map(select(.reference != $parcel.reference))) as $others
| ($others + [{reference: $parcel.reference, lines: $parcel.lines}]) as $packages
| ([$packages[].lines[] | {line: (.line | tostring), quantity}] + $refunded) as $settled
| ($order.line_items | all(. as $line | ([$settled[] | select(.line == ($line.id | tostring)) | .quantity] | add // 0) >= $line.quantity)) as $complete
| (
    if ($kept.value // [] | any(.reference == $parcel.reference)) then empty
    else
      {
        method: "PUT",
        path: "/orders/\($parcel.order)",
        body: (
          {
            meta_data: [
              ({key: "_serai_packages", value: $packages} + (if $kept then {id: $kept.id} else {} end)),
              (
                {
                  key: "_wc_shipment_tracking_items",
                  value: (
                    ($tracked.value // []) + [
                      {tracking: $parcel.tracking, trackingLink: $parcel.trackingLink, id: $parcel.reference},
                      ($parcel.moreTracking[]? | . + {id: "\($parcel.reference)/\(.tracking)"})
                      | {
                          tracking_provider: "",
                          custom_tracking_provider: ($carriers[$parcel.carrier] // $parcel.carrier),
                          custom_tracking_link: .trackingLink,
                          tracking_number: .tracking,
                          date_shipped: ($parcel.shippedAt[0:19] + "Z" | fromdateiso8601 | tostring),
                          tracking_id: .id
                        }
                    ]
                  )
                }
                + (if $tracked then {id: $tracked.id} else {} end)
              )
            ]
          }
          + (if $complete then {status: "completed"} else {} end)
        )
      }
    end
  ),
  (
    ("Package \($parcel.reference) with \($carriers[$parcel.carrier] // $parcel.carrier), \([$parcel.tracking, $parcel.moreTracking[]?.tracking] | join(", ")): "
      + ([$parcel.lines[] | "\(.quantity) x \(.sku)"] | join(", "))) as $note
    | if ($before[2] // [] | any(.note == $note)) then empty
      else {path: "/orders/\($parcel.order)/notes", body: {note: $note, customer_note: $settings.customerNote}}
      end
  )
