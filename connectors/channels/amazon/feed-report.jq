# Asks where the report of the feed is; one that was worked off without a word has none.
$answers[3].body
| select(.resultFeedDocumentId != null)
| {path: "/feeds/2021-06-30/documents/\(.resultFeedDocumentId | @uri)", limit: "getFeedDocument"}
