# Refunds the units that will not come: their price and their share of the line's taxes. The delivery's key stands in
# the refund, so that a repeat finds it.
. as $gone
| $before[0] as $order
| if ($before[1] | any(.meta_data // [] | any(.key == "_serai_key" and .value == $key))) then empty
  else
    {
      path: "/orders/\(.order)/refunds",
      body: {
        reason: .reason,
        api_refund: $settings.refundMoney,
        meta_data: [{key: "_serai_key", value: $key}],
        line_items: [
          .lines[]
          | . as $line
          | ($order.line_items | map(select((.id | tostring) == $line.line)) | .[0]) as $sold
          | if $sold == null then error("the store's order \($gone.number) has no line \($line.line): refund it by hand") else . end
          | {
              id: $sold.id,
              quantity: .quantity,
              refund_total: (($sold.total | tonumber) * .quantity / $sold.quantity * 100 | round / 100),
              refund_tax: [
                $sold.taxes[]?
                | {id, refund_total: (((.total // "0") | if . == "" then "0" else . end | tonumber) * $line.quantity / $sold.quantity * 100 | round / 100)}
              ]
            }
        ]
      }
    }
  end
