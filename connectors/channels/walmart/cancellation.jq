# Says which units will not come, by line and quantity. Units that Walmart or the customer has cancelled already need no
# cancelling. On a repeat, as many cancelled for want of stock as are owed are taken to be ours. Units that Walmart takes
# to be shipped are for a person.
def units: .statusQuantity.amount // "0" | tonumber;
def statuses: [.orderLineStatuses.orderLineStatus[]?];
def wishes: .intentToCancel as $wish | $wish != null and ([false, "", "false", "FALSE", "NO", "N"] | any(. == $wish) | not);
. as $gone
| ($before[0] | .order // .) as $order
| [
    $gone.lines
    | group_by(.line)[]
    | {line: .[0].line, quantity: ([.[].quantity] | add)}
    | . as $owed
    | [$order.orderLines.orderLine[]? | select((.lineNumber | tostring) == $owed.line)] as $found
    | (if $found == [] then error("Walmart's order \($gone.number) has no line \($owed.line): cancel it in Seller Center") else $found[0] end) as $line
    | ([$line | statuses[] | select(.status == "Created" or .status == "Acknowledged") | units] | add // 0) as $open
    | ([$line | statuses[] | select(.status == "Cancelled") | units] | add // 0) as $cancelled
    | ([$line | statuses[] | select(.status == "Cancelled" and .cancellationReason == "SELLER_CANCEL_OUT_OF_STOCK") | units] | add // 0) as $ours
    | if $attempts > 1 and $ours >= $owed.quantity then empty
      elif $open + $cancelled < $owed.quantity then
        error("Walmart has \($open) units of line \($owed.line) of order \($gone.number) that can be cancelled, and \($owed.quantity) are to be: refund what has shipped in Seller Center")
      elif $open == 0 then empty
      else
        {
          lineNumber: $owed.line,
          orderLineStatuses: {
            orderLineStatus: [{
              status: "Cancelled",
              cancellationReason: (if $line | wishes then "CUSTOMER_REQUESTED_SELLER_TO_CANCEL" else "SELLER_CANCEL_OUT_OF_STOCK" end),
              statusQuantity: {unitOfMeasurement: "EACH", amount: ([$owed.quantity, $open] | min | tostring)}
            }]
          }
        }
      end
  ] as $lines
| select($lines != [])
| {path: "/orders/\($gone.order | @uri)/cancel", body: {orderCancellation: {orderLines: {orderLine: $lines}}}}
