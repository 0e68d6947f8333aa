# A WooCommerce order in the hub's canonical form (schema/order.schema.json). Yields nothing while it is only pending, and
# nothing once the store calls it completed. What the store holds, for a payment or for a person, is on hold. Stores that
# ship to the billing address may leave the shipping address empty.
def present: if . == null or . == "" then null else . end;
select([.status] | inside(["processing", "on-hold", "cancelled", "refunded", "failed", "trash"]))
| (if (.shipping.country // "") == "" then .billing else .shipping end) as $to
| {
    number: (.number | tostring),
    externalId: (.id | tostring),
    revision: .date_modified_gmt,
    placedAt: (.date_created_gmt + "Z"),
    currency: .currency,
    cancelled: ([.status] | inside(["processing", "on-hold"]) | not),
    customer: {
      name: ([.billing.first_name, .billing.last_name] | map(select(. != null and . != "")) | join(" ") | present),
      email: (.billing.email | present),
      phone: (.billing.phone | present)
    },
    shipTo: {
      name: ([$to.first_name, $to.last_name] | map(select(. != null and . != "")) | join(" ") | present),
      company: ($to.company | present),
      address1: ($to.address_1 | present),
      address2: ($to.address_2 | present),
      city: ($to.city | present),
      state: ($to.state | present),
      postalCode: ($to.postcode | present),
      country: (($to.country | present) // error("order \(.number) has no country to ship to")),
      phone: (($to.phone | present) // (.billing.phone | present))
    },
    # A line that somebody takes out of the order is gone.
    linesWhole: true,
    lines: [
      .line_items // [] | to_entries[]
      | {
          line: (.key + 1 | tostring),
          externalId: (.value.id | tostring),
          sku: ((.value.sku | present) // ("no SKU: " + (.value.name // "?"))),
          title: .value.name,
          quantity: .value.quantity,
          unitPrice: ((.value.price // 0) | tostring)
        }
    ]
  }
+ (if .status == "on-hold" then {hold: {reason: "the store holds it, for its payment or for a person"}} else {} end)
