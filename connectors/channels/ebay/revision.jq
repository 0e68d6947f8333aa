# What makes it another order for the hub. Our own packages change the order too, and are no part of it; that it has
# been paid, or that a buyer's request to cancel is decided, is. Nor are mail, name, phone and street: eBay takes them
# away after 14 and 90 days.
[
  .cancelStatus.cancelState,
  .orderPaymentStatus == "FULLY_REFUNDED",
  ([.orderPaymentStatus] | inside(["PENDING", "FAILED"])),
  [
    .fulfillmentStartInstructions[]?
    | [.fulfillmentInstructionsType, .shippingStep.shipToReferenceId]
      + (.shippingStep.shipTo | if .contactAddress.addressLine1 == null then ["erased"] else [.fullName, .companyName, .contactAddress, .primaryPhone.phoneNumber] end)
  ],
  [.lineItems[]? | [.lineItemId, .quantity]]
]
