# A Shopify order in the hub's canonical form (schema/order.schema.json). Yields nothing when nothing in it is to be
# shipped, and nothing while it is not paid. Each line says how much of it the merchant removed or refunded
# (currentQuantity) and how much was fulfilled, by whomever (unfulfilledQuantity). A cancelled order keeps its lines, so
# that the hub knows what to cancel. A line without a SKU is named by its title, so that a person sees it.
(.cancelledAt != null) as $cancelled
| (.lineItems.nodes | length) as $all
| [
    .lineItems.nodes | to_entries[]
    | .value as $line
    | ([$line.quantity - ($line.currentQuantity // $line.quantity), 0] | max) as $gone
    | ($line.quantity - $gone) as $left
    | ([$left - ($line.unfulfilledQuantity // $left), 0] | max) as $shipped
    | select($line.requiresShipping != false)
    | {
        line: (.key + 1 | tostring),
        externalId: $line.id,
        sku: (if ($line.sku // "") == "" then "no SKU: " + ($line.title // "?") else $line.sku end),
        title: $line.title,
        quantity: $line.quantity,
        unitPrice: ($line.originalUnitPriceSet.shopMoney.amount // "0")
      }
    + (if $gone > 0 then {cancelled: $gone} else {} end)
    + (if $shipped > 0 then {shipped: $shipped} else {} end)
  ] as $lines
# What was shipped whole is left out; what was cancelled in part is not, for the hub may have it.
| select($all == 0 or (($lines | length) > 0 and ($cancelled or ($lines | any(.quantity <= 0 or .cancelled != null or .quantity > (.shipped // 0))))))
| .displayFinancialStatus as $paid
| select($cancelled or (["PENDING", "EXPIRED", "VOIDED"] | any(. == $paid) | not))
| if $cancelled or $paid == null or (["AUTHORIZED", "PAID", "PARTIALLY_PAID", "PARTIALLY_REFUNDED", "REFUNDED"] | any(. == $paid)) then .
  else error("order \(.name) has the payment status \($paid), which Serai does not know: look at it in Shopify, and replay it when it is paid")
  end
| {
    number: (.name | ltrimstr("#")),
    externalId: .id,
    revision: .updatedAt,
    placedAt: (.processedAt // .createdAt),
    currency: .currencyCode,
    cancelled: $cancelled,
    customer: {
      name: (.customer.displayName // .shippingAddress.name),
      email: (.email // .customer.defaultEmailAddress.emailAddress),
      phone: (.phone // .shippingAddress.phone),
      locale: .customerLocale,
      classes: [.customer.tags // [] | .[] | ascii_downcase]
    },
    shipTo: {
      name: .shippingAddress.name,
      company: .shippingAddress.company,
      address1: .shippingAddress.address1,
      address2: .shippingAddress.address2,
      city: .shippingAddress.city,
      state: .shippingAddress.provinceCode,
      postalCode: .shippingAddress.zip,
      country: .shippingAddress.countryCodeV2,
      phone: .shippingAddress.phone
    },
    lines: $lines
  }
+ (if .displayFulfillmentStatus == "ON_HOLD" then {hold: {reason: "its fulfillment is on hold in Shopify"}} else {} end)
