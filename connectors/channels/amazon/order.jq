# An order of the Orders API 2026-01-01 in the hub's canonical form (schema/order.schema.json). Yields nothing while it
# is pending, when Amazon ships it, and once all of it is shipped. A line that was cancelled is left out, and the lines
# are all. An order that its buyer asks to cancel is on hold. A cancelled order may have lost its address, its money and its quantities; it keeps its lines, so that the hub
# knows what to cancel, and takes country and currency from its marketplace.
def present: if . == null or . == "" then null else . end;
def marketplaces: {
  ATVPDKIKX0DER: ["US", "USD"], A2EUQ1WTGCTBG2: ["CA", "CAD"], A1AM78C64UM0Y8: ["MX", "MXN"],
  A2Q3Y263D00KWC: ["BR", "BRL"], A1F83G8C2ARO7P: ["GB", "GBP"], A28R8C7NBKEWEA: ["IE", "EUR"],
  A1PA6795UKMFR9: ["DE", "EUR"], A13V1IB3VIYZZH: ["FR", "EUR"], APJ6JRA9NG5V4: ["IT", "EUR"],
  A1RKKUPIHCS9HS: ["ES", "EUR"], A1805IZSGTT6HS: ["NL", "EUR"], AMEN7PMS3EDWL: ["BE", "EUR"],
  A2NODRKZP88ZB9: ["SE", "SEK"], A1C3SOZRARQ6R3: ["PL", "PLN"], A33AVAJ2PDY3EV: ["TR", "TRY"],
  A2VIGQ35RCS4UG: ["AE", "AED"], A17E79C6D8DWNP: ["SA", "SAR"], ARBP9OOSHTCHU: ["EG", "EGP"],
  A21TJRUUN4KGV: ["IN", "INR"], A1VC38T7YXB528: ["JP", "JPY"], A39IBJ37TRP1C6: ["AU", "AUD"],
  A19VAU5U5O7RUS: ["SG", "SGD"], AE08WJ6YKNBMC: ["ZA", "ZAR"]
};
select(.fulfillment.fulfilledBy != "AMAZON")
| .fulfillment.fulfillmentStatus as $status
| select(["PENDING", "PENDING_AVAILABILITY", "SHIPPED", "UNFULFILLABLE"] | any(. == $status) | not)
| (if ["UNSHIPPED", "PARTIALLY_SHIPPED", "CANCELLED"] | any(. == $status) then . else
    error("order \(.orderId) has the status \($status), which Serai does not know: ship it in Seller Central") end)
| ($status == "CANCELLED") as $cancelled
| (if ($cancelled | not) and ([.programs // [] | .[] | select(. == "AMAZON_EASY_SHIP" or . == "IN_STORE_PICK_UP")] | length > 0) then
    error("order \(.orderId) is handed over as \(.programs | join(", ")), which Serai cannot do: ship it in Seller Central") else . end)
| ([.orderItems // [] | .[] | .cancellation | select(.cancellationRequest.requester == "BUYER" and .cancellationExecution == null)]) as $asked
| (marketplaces[.salesChannel.marketplaceId // ""] // []) as $home
| (.recipient.deliveryAddress // {}) as $to
| [
    .orderItems // [] | to_entries[]
    | .value as $item
    # Of a line that was cancelled Amazon says that none was ordered.
    | select($cancelled or $item.quantityOrdered != 0)
    | {
        line: (.key + 1 | tostring),
        externalId: ($item.orderItemId | tostring),
        sku: (($item.product.sellerSku | present) // ("no SKU: " + ($item.product.title // $item.product.asin // "?"))),
        title: $item.product.title,
        quantity: (if $cancelled then ([$item.quantityOrdered // 1, 1] | max) else $item.quantityOrdered end),
        unitPrice: (($item.product.price.unitPrice.amount // "0") | tostring)
      }
    + ($item.quantityOrdered as $ordered | $item.fulfillment.quantityUnfulfilled as $open
        | if $ordered != null and $open != null and $ordered > $open then {shipped: ($ordered - $open)} else {} end)
  ] as $lines
| select(($lines | length) > 0 or (.orderItems // [] | length) == 0)
| {
    number: .orderId,
    externalId: .orderId,
    revision: .lastUpdatedTime,
    placedAt: .createdTime,
    currency: (
      .proceeds.grandTotal.currencyCode
      // ([.orderItems[]? | .product.price.unitPrice.currencyCode | values] | .[0])
      // $home[1]
      // error("order \(.orderId) says no currency")
    ),
    cancelled: $cancelled,
    customer: {
      name: ((.buyer.buyerName | present) // ($to.name | present)),
      email: (.buyer.buyerEmail | present),
      phone: ($to.phone | present),
      classes: [.programs // [] | .[] | ascii_downcase]
    },
    shipTo: {
      name: ($to.name | present),
      company: ($to.companyName | present),
      address1: ($to.addressLine1 | present),
      address2: ([$to.addressLine2, $to.addressLine3, $to.extendedFields.neighborhood] | map(present | values) | join(", ") | present),
      city: ($to.city | present),
      state: ($to.stateOrRegion | present),
      postalCode: ($to.postalCode | present),
      country: (
        ($to.countryCode | present)
        // (if $cancelled then $home[0] else null end)
        // error("order \(.orderId) has no address to ship to: give the app the role Direct-to-Consumer Shipping and authorize it again")
      ),
      phone: ($to.phone | present)
    },
    linesWhole: true,
    lines: $lines
  }
# Amazon leaves it to the seller whether to cancel or to ship: nothing leaves before that.
+ (if $cancelled or $asked == [] then {}
  else {hold: {reason: "the buyer asks to cancel it (\($asked[0].cancellationRequest.cancelReason // "without a reason"))"}} end)
