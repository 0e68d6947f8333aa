# Hands the uploaded document in.
$answers[0].body
| select(.feedDocumentId != null)
| {
    path: "/feeds/2021-06-30/feeds",
    body: {
      feedType: (if $operation == "cancellation" then "POST_ORDER_ACKNOWLEDGEMENT_DATA" else "JSON_LISTINGS_FEED" end),
      marketplaceIds: [$settings.marketplaceId],
      inputFeedDocumentId: .feedDocumentId
    },
    limit: "createFeed"
  }
