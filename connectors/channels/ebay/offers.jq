# The offers of each SKU, one request each, where they have quantities of their own.
if $settings.offerQuantities then .quantities[] | {path: "/sell/inventory/v1/offer", query: {sku: .sku}} else empty end
