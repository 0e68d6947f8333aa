# What Amazon says with 200 that it has not done: a change of a listing, a whole feed, or parts of one by its report (JSON
# for stock, XML for cancellations). Yields null when all is well. A SKU that is not sold here is not missed.
def unlisted: test("SKU.*(not found|does not exist)"; "i");
def said: [.[] | select(.severity == "ERROR") | select(.message | unlisted | not)];
if type == "string" then
  if test("<ResultCode>\\s*Error") then
    ([capture("<ResultDescription>(?<why>[^<]*)")] | "Amazon did not do it: " + (.[0].why // "see the report of the feed in Seller Central"))
  else null end
elif type != "object" then null
elif .status == "INVALID" then
  ([.issues // [] | .[] | select(.severity == "ERROR")] as $all
    | if ($all | length) > 0 and ($all | said | length) == 0 then null
      else "SKU \(.sku): " + ([$all[].message] | join("; ") | if . == "" then "the listing is not valid" else . end) end)
elif .processingStatus == "FATAL" or .processingStatus == "CANCELLED" then
  "Amazon gave feed \(.feedId) up (\(.processingStatus)): replay it"
elif .summary.errors? != null then
  (.issues // [] | said | if length == 0 then null else map("SKU \(.sku // "?"): \(.message)") | join("; ") end)
else null end
