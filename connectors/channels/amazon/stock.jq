# A few quantities go SKU by SKU, many as one feed, whose document is asked for here.
if (.quantities | length) >= $settings.feedFrom then
  {
    path: "/feeds/2021-06-30/documents",
    body: {contentType: "application/json; charset=UTF-8"},
    limit: "createFeedDocument"
  }
else
  .quantities[]
  | {
      method: "PATCH",
      path: "/listings/2021-08-01/items/\($settings.sellerId | @uri)/\(.sku | @uri)",
      query: {marketplaceIds: $settings.marketplaceId},
      body: {
        productType: $settings.productType,
        patches: [{
          op: "merge",
          path: "/attributes/fulfillment_availability",
          value: [{fulfillment_channel_code: "DEFAULT", quantity}]
        }]
      }
    }
end
