# Tells eBay of a package. Without a quantity eBay takes one unit, so it is always said. A tracking number may hold
# letters and digits only, and goes together with its carrier. A repeat looks whether the package is there: the same
# number with the same lines, since two packages can travel under one number.
def clean: gsub("[^A-Za-z0-9]"; "");
def contents: [.lineItems[]? | {id: .lineItemId, units: (.quantity // 1)}] | sort;
. as $parcel
| (.tracking // "" | clean) as $number
| ([.lines[] | {lineItemId: .line, quantity}]) as $lines
| ({lineItems: $lines} | contents) as $wanted
| if [$before[0].fulfillments[]?] | any((.shipmentTrackingNumber // "" | clean | ascii_upcase) == ($number | ascii_upcase) and contents == $wanted) then empty
  else
    {
      path: "/sell/fulfillment/v1/order/\(.order | @uri)/shipping_fulfillment",
      expect: [200, 201],
      body: (
        {
          lineItems: $lines,
          # A date to come is refused.
          shippedDate: ([.shippedAt, $now] | map(.[0:19] + ".000Z") | min)
        }
        + (if $number == "" then {} else {shippingCarrierCode: ($carriers[.carrier] // $otherCarrier), trackingNumber: $number} end)
      )
    }
  end
