# Says which units are in a package. That charges the customer, so it must never be said twice: on a repeat, units that
# stand under this tracking number already are left out. An order that nobody has acknowledged yet is acknowledged first.
# Where the customer has asked to cancel meanwhile, Walmart wants to hear that the parcel goes all the same.
def units: .statusQuantity.amount // "0" | tonumber;
def statuses: [.orderLineStatuses.orderLineStatus[]?];
def wishes: .intentToCancel as $wish | $wish != null and ([false, "", "false", "FALSE", "NO", "N"] | any(. == $wish) | not);
. as $parcel
| ($before[0] | .order // .) as $order
| ([$carriers | to_entries[] | select((.key | ascii_downcase) == ($parcel.carrier | ascii_downcase))] | .[0].value) as $known
| ($parcel.trackingLink // "" | if . == "" and $known == null then $settings.trackingPage // "" else . end) as $page
| ($page | split("{tracking}") | join($parcel.tracking | @uri)) as $link
| (
    if $known then {carrier: $known}
    elif $link == "" then error("Walmart does not know the carrier \($parcel.carrier) and then wants a page on which the parcel can be followed: set trackingPage of the channel, or add the carrier to carriers in the connector's connector.yaml, and replay")
    else {otherCarrier: $parcel.carrier}
    end
  ) as $carrier
| ($order.shippingInfo.methodCode as $method | if ["Standard", "Express", "OneDay", "Freight", "WhiteGlove", "Value"] | any(. == $method) then $method else "Standard" end) as $method
| [
    $parcel.lines
    | group_by(.line)[]
    | {line: .[0].line, quantity: ([.[].quantity] | add)}
    | . as $owed
    | [$order.orderLines.orderLine[]? | select((.lineNumber | tostring) == $owed.line)] as $found
    | (if $found == [] then error("Walmart's order \($parcel.number) has no line \($owed.line): look at it in Seller Center") else $found[0] end) as $line
    | ([$line | statuses[] | select(.status == "Created" or .status == "Acknowledged") | units] | add // 0) as $open
    | ([$line | statuses[] | select(.trackingInfo.trackingNumber == $parcel.tracking) | units] | add // 0) as $told
    | if $told >= $owed.quantity and ($attempts > 1 or $open < $owed.quantity) then empty
      elif $open < $owed.quantity then
        error("Walmart has \($open) units of line \($owed.line) of order \($parcel.number) still to be shipped, and \($owed.quantity) are in this package: look at the order in Seller Center")
      else
        {
          lineNumber: $owed.line,
          sellerOrderId: $parcel.number[0:30],
          orderLineStatuses: {
            orderLineStatus: [{
              status: "Shipped",
              statusQuantity: {unitOfMeasurement: "EACH", amount: ($owed.quantity | tostring)},
              trackingInfo: (
                {
                  shipDateTime: ($parcel.shippedAt | epochMillis),
                  carrierName: $carrier,
                  methodCode: $method,
                  trackingNumber: $parcel.tracking
                }
                + (if $link == "" then {} else {trackingURL: $link} end)
              )
            }]
          }
        }
        + (if $line | wishes then {intentToCancelOverride: true} else {} end)
      end
  ] as $lines
| select($lines != [])
| (
    if [$order.orderLines.orderLine[]? | statuses[] | .status] | any(. == "Created")
    then {method: "POST", path: "/orders/\($parcel.order | @uri)/acknowledge", limit: "acknowledge"}
    else empty
    end
  ),
  {path: "/orders/\($parcel.order | @uri)/shipping", body: {orderShipment: {orderLines: {orderLine: $lines}}}}
