# Tells eBay of units that will not come. eBay cancels whole orders only, and only before anything is shipped: then it
# does (or it approves what the buyer has asked for). Otherwise the units are refunded. A refund has no key that a
# repeat would find, so a repeat that cannot know whether it is there is for a person.
def amount: if . == null then {value: "0"} else {value: (.convertedFromValue // .value // "0"), currency: (.convertedFromCurrency // .currency)} end;
def figure: amount.value | tonumber;
# Never a cent more than there is; what is left of rounding stays with the last unit. Yen and the like have no cents.
def whole: . + 0.000001 | floor | tostring;
def money($currency):
  if ["JPY", "KRW", "VND", "CLP", "ISK", "PYG", "UGX", "RWF", "XAF", "XOF", "XPF"] | any(. == $currency) then whole
  else (. * 100 | whole) as $digits | ("000" + $digits)[-([3, ($digits | length)] | max):] | .[:-2] + "." + .[-2:]
  end;
. as $gone
| $before[0] as $order
| [$gone.lines[] | "\(.quantity) x \(.sku)"] as $units
| [
    $gone.lines[]
    | . as $line
    | ([$order.lineItems[]? | select(.lineItemId == $line.line)] | .[0]) as $item
    | if $item == null then error("order \($gone.number) has no line \($line.line) at eBay: refund \($units | join(", ")) in Seller Hub") else . end
    | {item: $item, units: .quantity}
  ] as $lines
| ([$order.lineItems[]? | .lineItemId] | sort) as $all
| ([$lines[] | select(.units >= .item.quantity) | .item.lineItemId] | sort) as $whole
| ($all == $whole and $order.orderFulfillmentStatus == "NOT_STARTED" and ($order.orderPaymentStatus // "") == "PAID") as $isOrder
| [$order.cancelStatus.cancelRequests[]? | select(.cancelRequestState == "REQUESTED" and (.cancelInitiator // "" | ascii_upcase) == "BUYER")] as $asked
| {Authorization: "IAF {{token}}", "X-EBAY-C-MARKETPLACE-ID": $settings.marketplace} as $postOrder
| if $order.cancelStatus.cancelState == "CANCELED" or $order.orderPaymentStatus == "FULLY_REFUNDED" then empty
  elif $settings.signedRefunds then error("eBay wants the cancellation signed, which Serai does not do: cancel or refund \($units | join(", ")) of order \($gone.number) in Seller Hub")
  elif $isOrder and ($asked | length) > 0 then
    {method: "POST", path: "/post-order/v2/cancellation/\($asked[0].cancelRequestId | @uri)/approve", headers: $postOrder}
  elif $isOrder and $order.cancelStatus.cancelState == "IN_PROGRESS" then empty
  elif $order.cancelStatus.cancelState == "IN_PROGRESS" then error("the buyer has asked to cancel order \($gone.number), of which eBay cancels all or nothing: answer it in Seller Hub, and refund \($units | join(", ")) there")
  elif $isOrder then
    {path: "/post-order/v2/cancellation", headers: $postOrder, body: {legacyOrderId: $gone.order, cancelReason: "OUT_OF_STOCK_OR_CANNOT_FULFILL"}}
  else
    [
      $lines[]
      | ([.item.refunds[]?] | length > 0) as $isRefunded
      | if $attempts > 1 and $isRefunded and .units < .item.quantity
        then error("an answer of eBay was lost, and order \($gone.number) shows a refund for \(.item.sku // .item.lineItemId): see in Seller Hub whether it is the one for \($units | join(", ")), and refund them if it is not")
        else . end
      | select(($attempts > 1 and $isRefunded) | not)
      | (
          (.item.discountedLineItemCost // .item.lineItemCost | figure)
          + ([.item.taxes[]?.amount | figure] | add // 0)
          + (if $settings.refundShipping then (.item.deliveryCost.shippingCost | figure) + (.item.deliveryCost.handlingCost | figure) - (.item.deliveryCost.discountAmount | figure) else 0 end)
        ) as $paid
      | (.item.lineItemCost | amount | .currency) as $currency
      | {lineItemId: .item.lineItemId, refundAmount: {value: ($paid * .units / .item.quantity | money($currency)), currency: $currency}}
      | select(.refundAmount.value | test("[1-9]"))
    ] as $items
    | if ($items | length) == 0 then empty
      else
        {
          path: "/sell/fulfillment/v1/order/\($gone.order | @uri)/issue_refund",
          expect: [200],
          body: {reasonForRefund: "SELLER_CANCEL", comment: "Not available: \($units | join(", "))"[0:100], refundItems: $items}
        }
      end
  end
