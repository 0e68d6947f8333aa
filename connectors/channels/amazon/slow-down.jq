# How long to wait before the next request of the kind. After too many, Amazon names the rate a second that it grants,
# if it says anything. A feed that waits its turn is asked after again in half a minute.
if $status == 429 and $headers["retry-after"] == null then
  if $headers["x-amzn-ratelimit-limit"] then 1000 / ($headers["x-amzn-ratelimit-limit"] | tonumber) | ceil
  elif $operation == "orders" then 180000
  else null end
elif (.processingStatus? // "") as $state | $state == "IN_QUEUE" or $state == "IN_PROGRESS" then 30000
else null end
