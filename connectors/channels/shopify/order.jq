# A Shopify order in the hub's canonical form (schema/order.schema.json). Yields nothing when nothing in it is to be
# shipped, and nothing while it is not paid. What the merchant removed (currentQuantity) or has fulfilled already
# (unfulfilledQuantity) is left out; a cancelled order keeps its lines, so that the hub knows what to cancel. A line without a SKU is named by its title, so that a person
# sees it.
(.cancelledAt != null) as $cancelled
| (.lineItems.nodes | length) as $all
| [
    .lineItems.nodes | to_entries[]
    | .value as $line
    | (if $cancelled then $line.quantity else ([$line.currentQuantity, $line.unfulfilledQuantity, $line.quantity] | map(select(. != null)) | min) end) as $quantity
    | select($line.requiresShipping != false and ($quantity > 0 or $line.quantity <= 0))
    | {
        line: (.key + 1 | tostring),
        externalId: $line.id,
        sku: (if ($line.sku // "") == "" then "no SKU: " + ($line.title // "?") else $line.sku end),
        title: $line.title,
        quantity: (if $line.quantity <= 0 then $line.quantity else $quantity end),
        unitPrice: ($line.originalUnitPriceSet.shopMoney.amount // "0")
      }
  ] as $lines
| select($all == 0 or ($lines | length) > 0)
| .displayFinancialStatus as $paid
| select($cancelled or (["PENDING", "EXPIRED", "VOIDED"] | any(. == $paid) | not))
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
