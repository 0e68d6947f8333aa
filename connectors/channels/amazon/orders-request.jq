# A page of the orders that have changed and that the merchant ships. Cancelled ones are asked for too: the hub may have
# them. With a page's token everything else must be said again as it was.
{
  path: "/orders/2026-01-01/orders",
  query: {
    lastUpdatedAfter: $cursor,
    marketplaceIds: $settings.marketplaceId,
    fulfillmentStatuses: "UNSHIPPED,PARTIALLY_SHIPPED,CANCELLED",
    fulfilledBy: "MERCHANT",
    includedData: "BUYER,RECIPIENT,PROCEEDS,FULFILLMENT,CANCELLATION",
    maxResultsPerPage: 100,
    paginationToken: $page
  }
}
