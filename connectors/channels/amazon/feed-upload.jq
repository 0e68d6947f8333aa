# Puts the feed's document where Amazon wants it: without credentials, and of the type that was asked for.
def text: tostring | gsub("&"; "&amp;") | gsub("<"; "&lt;") | gsub(">"; "&gt;");
. as $owed
| $answers[0].body
| select(.feedDocumentId != null)
| if $operation == "cancellation" then
    {
      method: "PUT",
      url,
      limit: "upload",
      headers: {"Content-Type": "text/xml; charset=UTF-8"},
      body: (
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        + "<AmazonEnvelope xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:noNamespaceSchemaLocation=\"amzn-envelope.xsd\">"
        + "<Header><DocumentVersion>1.01</DocumentVersion><MerchantIdentifier>\($settings.sellerId | text)</MerchantIdentifier></Header>"
        + "<MessageType>OrderAcknowledgement</MessageType>"
        + "<Message><MessageID>1</MessageID><OrderAcknowledgement>"
        + "<AmazonOrderID>\($owed.order | text)</AmazonOrderID><StatusCode>Failure</StatusCode>"
        + ([$owed.lines[] | "<Item><AmazonOrderItemCode>\(.line | text)</AmazonOrderItemCode><CancelReason>NoInventory</CancelReason></Item>"] | add)
        + "</OrderAcknowledgement></Message></AmazonEnvelope>"
      )
    }
  else
    {
      method: "PUT",
      url,
      limit: "upload",
      headers: {"Content-Type": "application/json; charset=UTF-8"},
      body: {
        header: {sellerId: $settings.sellerId, version: "2.0"},
        messages: [
          $owed.quantities | to_entries[]
          | {
              messageId: (.key + 1),
              sku: .value.sku,
              operationType: "PATCH",
              productType: $settings.productType,
              patches: [{
                op: "merge",
                path: "/attributes/fulfillment_availability",
                value: [{fulfillment_channel_code: "DEFAULT", quantity: .value.quantity}]
              }]
            }
        ]
      }
    }
  end
