# Says which SKUs eBay did not take, by its last word on each. A SKU that it does not have is left.
[
  [$answers[].body.responses[]?]
  | group_by([.sku, .offerId])[]
  | .[-1]
  | select((.statusCode // 200) >= 400)
  | select([.errors[]?.errorId] | any(. == 25702 or . == 25710) | not)
  | "\(.sku // .offerId): " + ([.errors[]? | .longMessage // .message] | if . == [] then "HTTP status in the answer" else join("; ") end)
]
| if . == [] then empty else error("eBay did not take the stock of " + join(", ") + ": correct the listings; the next push tells it again") end
