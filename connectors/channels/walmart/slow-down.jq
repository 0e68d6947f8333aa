# How long to wait when nothing is left of the budget. Walmart says when there will be more: in seconds, as a time, or in
# seconds or milliseconds since 1970. What lies more than an hour ahead is no such time.
($headers["x-current-token-count"] // "1" | tonumber? // 1) as $left
| select($status == 429 or $left < 1)
| $headers["x-next-replenishment-time"] // empty
| (
    if test("^[0-9]{1,6}$") then tonumber * 1000
    elif test("^[0-9]{10}$") then tonumber * 1000 - ($now | epochMillis)
    elif test("^[0-9]{13}$") then tonumber - ($now | epochMillis)
    else (try epochMillis catch null) | if . == null then empty else . - ($now | epochMillis) end
    end
  )
| if . > 3600000 then empty elif . < 1000 then 1000 else . end
