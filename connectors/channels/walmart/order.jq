# A Walmart purchase order in the hub's canonical form (schema/order.schema.json). Yields nothing for what Walmart or
# another warehouse ships, and nothing when all has been shipped. An order has no status of its own; each line says how
# many of its units are where. An order of which nothing has been shipped or is left to ship, and something is cancelled,
# is cancelled.
def present: if . == null or . == "" then null else . end;
def units: .amount // "0" | tonumber;
(.purchaseOrderId | tostring) as $number
| .shipNode.type as $node
| select(["WFSFulfilled", "3PLFulfilled"] | any(. == $node) | not)
| [
    .orderLines.orderLine[]?
    | . as $line
    | (.orderLineQuantity | units) as $ordered
    | [.orderLineStatuses.orderLineStatus[]? | {status, units: (.statusQuantity | units)}] as $statuses
    | (
        $statuses[].status
        | . as $status
        | select(["Created", "Acknowledged", "Shipped", "Delivered", "Cancelled", "Refund"] | any(. == $status) | not)
        | error("order \($number): line \($line.lineNumber) has the status \($status), which Serai does not know: look at it in Seller Center")
      ),
      {
        line: $line,
        ordered: $ordered,
        open: (
          if $statuses == [] then $ordered
          else [[$statuses[] | select(.status == "Created" or .status == "Acknowledged") | .units] | add // 0, $ordered] | min
          end
        ),
        cancelled: ([$statuses[] | select(.status == "Cancelled") | .units] | add // 0)
      }
  ] as $lines
| [$lines[] | .shipped = ([.ordered - .open - .cancelled, 0] | max)] as $lines
| (([$lines[] | .open + .shipped] | add // 0) == 0 and ([$lines[].cancelled] | add // 0) > 0) as $cancelled
| select($lines == [] or ($lines | any(.open > 0 or .cancelled > 0)))
| .shippingInfo.postalAddress as $to
| {
    USA: "US", PRI: "PR", VIR: "VI", GUM: "GU", ASM: "AS", MNP: "MP", CAN: "CA", MEX: "MX"
  } as $countries
| {
    number: $number,
    externalId: $number,
    revision: (
      [$to, .shippingInfo.phone, [$lines[] | [.line.lineNumber, .ordered, .cancelled]]] | digest
    ),
    placedAt: (.orderDate // error("order \($number) has no orderDate") | isoTime),
    currency: ([.orderLines.orderLine[]?.charges.charge[]?.chargeAmount.currency | strings] | .[0] // "USD"),
    cancelled: $cancelled,
    customer: {
      name: ($to.name | present),
      email: (.customerEmailId | present),
      phone: (.shippingInfo.phone | present)
    },
    shipTo: {
      name: ($to.name | present),
      address1: ($to.address1 | present),
      address2: ($to.address2 | present),
      city: ($to.city | present),
      state: ($to.state | present),
      postalCode: ($to.postalCode | present),
      country: (
        ($to.country | present) as $country
        | if $country == null then error("order \($number) has no country to ship to") else $countries[$country] // $country end
      ),
      phone: (.shippingInfo.phone | present)
    },
    lines: [
      $lines[]
      | . as $line
      | {
          line: (.line.lineNumber | tostring),
          externalId: (.line.lineNumber | tostring),
          sku: ((.line.item.sku | present) // ("no SKU: " + (.line.item.productName // "?"))),
          title: .line.item.productName,
          quantity: .ordered,
          unitPrice: (
            [.line.charges.charge[]? | select(.chargeType == "PRODUCT") | .chargeAmount.amount | numbers]
            | .[0] // 0
            | tostring
          )
        }
      + (if $line.cancelled > 0 then {cancelled: ([$line.cancelled, $line.ordered] | min)} else {} end)
      + (if $line.shipped > 0 then {shipped: $line.shipped} else {} end)
    ]
  }
