# An eBay order in the hub's canonical form (schema/order.schema.json). Yields nothing when it is not for us: not paid
# yet, digital, fetched by the buyer, shipped by eBay, or shipped already. What
# Serai would have to guess is for a person.
def present: if . == null or . == "" then null else . end;
# In the currency of the sale, where eBay has converted it for the seller.
def amount: if . == null then null else {value: (.convertedFromValue // .value), currency: (.convertedFromCurrency // .currency)} end;
def each($units): if $units == 1 then . else (tonumber * 100 / $units | round / 100 | tostring) end;
.orderId as $number
| (.cancelStatus.cancelState // "NONE_REQUESTED") as $cancel
| .orderPaymentStatus as $paid
| ($cancel == "CANCELED" or $paid == "FULLY_REFUNDED") as $cancelled
| (.fulfillmentStartInstructions // []) as $ways
| (.lineItems // []) as $items
| select($ways | any(.fulfillmentInstructionsType as $type | ["DIGITAL", "PREPARE_FOR_PICKUP", "FULFILLED_BY_EBAY"] | any(. == $type)) | not)
| select($cancelled or ([$paid] | inside(["PENDING", "FAILED"]) | not))
| [$items | to_entries[] | select($cancelled or .value.lineItemFulfillmentStatus != "FULFILLED")] as $lines
| select(($items | length) == 0 or ($lines | length) > 0)
| if $cancelled then .
  elif ([$paid] | inside(["PAID", "PARTIALLY_REFUNDED"]) | not) then error("order \($number) has the payment status \($paid), which Serai does not know: look at it in Seller Hub, and replay it when it is paid")
  elif (["NONE_REQUESTED", "IN_PROGRESS"] | any(. == $cancel) | not) then error("order \($number) has the cancel state \($cancel), which Serai does not know: look at it in Seller Hub, and replay it if it is to be shipped")
  elif ($lines | any(.value.lineItemFulfillmentStatus == "IN_PROGRESS")) then error("order \($number) is shipped in part already, and eBay does not say how much: ship the rest of \([$lines[].value | select(.lineItemFulfillmentStatus == "IN_PROGRESS") | .sku // .title] | join(", ")) by hand")
  else . end
| ([$ways[] | .shippingStep | select(. != null)] | .[0]) as $step
| $step.shipTo as $to
| {
    number: $number,
    externalId: $number,
    revision: .lastModifiedDate,
    placedAt: .creationDate,
    currency: ((.pricingSummary.total // $items[0].lineItemCost | amount).currency),
    cancelled: $cancelled,
    customer: {
      name: ((.buyer.buyerRegistrationAddress.fullName | present) // ($to.fullName | present)),
      email: (($to.email | present) // (.buyer.buyerRegistrationAddress.email | present)),
      phone: ((.buyer.buyerRegistrationAddress.primaryPhone.phoneNumber | present) // ($to.primaryPhone.phoneNumber | present))
    },
    shipTo: (
      {
        name: ($to.fullName | present),
        company: ($to.companyName | present),
        address1: ($to.contactAddress.addressLine1 | present),
        address2: ($to.contactAddress.addressLine2 | present),
        city: ($to.contactAddress.city | present),
        state: ($to.contactAddress.stateOrProvince | present),
        postalCode: ($to.contactAddress.postalCode | present),
        country: (($to.contactAddress.countryCode | present) // error("order \($number) has no address to ship to: eBay shows none, or none any more after 90 days")),
        phone: ($to.primaryPhone.phoneNumber | present)
      }
      # The warehouse of eBay's shipping partner finds the buyer by this line, above the street.
      | ($step.shipToReferenceId | present) as $reference
      | if $reference == null then .
        else .address2 = ([.address1, .address2] | map(select(. != null)) | join(", ")) | .address1 = "Reference #\($reference)" end
    ),
    lines: [
      $lines[]
      | .value as $item
      | {
          line: (.key + 1 | tostring),
          externalId: $item.lineItemId,
          sku: (($item.sku | present) // ("no SKU: " + ($item.title // "?"))),
          title: $item.title,
          quantity: $item.quantity,
          # eBay gives the cost of all units of the line.
          unitPrice: (($item.discountedLineItemCost // $item.lineItemCost | amount).value // "0" | each($item.quantity))
        }
    ]
  }
# Until seller and buyer have decided, nothing leaves.
+ (if ($cancelled | not) and $cancel == "IN_PROGRESS" then {hold: {reason: "a cancellation is being decided at eBay"}} else {} end)
